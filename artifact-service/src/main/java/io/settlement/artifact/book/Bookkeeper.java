// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import static java.util.Objects.requireNonNull;

import io.settlement.events.ArtifactEvent.ArtifactBooked;
import io.settlement.events.ArtifactEvent.Movement;
import io.settlement.events.MessageEvent;
import io.settlement.events.RegistryEvent.Asset;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.TxId;
import io.settlement.kit.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Books what each message moves: into escrow as it leaves, minted or unlocked as it arrives, and as
 * it ends the escrow is burned, locked or returned. Facts come in any order and more than once;
 * each movement is booked as soon as the message and its handlers are known, and once.
 */
@Component
class Bookkeeper {
  private static final Logger log = LoggerFactory.getLogger(Bookkeeper.class);

  private final Transfers transfers;
  private final Books books;
  private final Handlers handlers;
  private final Outbox outbox;
  private final Clock clock;

  Bookkeeper(Transfers transfers, Books books, Handlers handlers, Outbox outbox, Clock clock) {
    this.transfers = transfers;
    this.books = books;
    this.handlers = handlers;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What the chains said. */
  void onMessages(List<MessageEvent> facts) {
    Collection<FactSheet> sheets = FactSheet.of(facts);
    if (!sheets.isEmpty()) {
      transfers.record(sheets, clock.instant());
      book(sheets.stream().map(sheet -> sheet.txid).toList());
    }
  }

  /** Books whatever of these messages happened and is not in the books. */
  void book(List<TxId> txids) {
    List<Transfer> touched = transfers.lock(txids);
    List<Booking> bookings = new ArrayList<>();
    for (Transfer transfer : touched) {
      Content content = transfer.content;
      if (content != null) {
        book(transfer, content, bookings);
      }
    }
    Instant now = clock.instant();
    transfers.save(touched);
    books.add(bookings, now);
    publish(bookings.stream().map(booking -> booking.fact(now)).toList());
  }

  private void book(Transfer transfer, Content content, List<Booking> bookings) {
    transfer.unbooked = null;
    Asset source = handlers.source(transfer, content);
    if (source == null) {
      return;
    }
    if (transfer.artifact == null) {
      transfer.artifact = source.artifact();
    }
    if (transfer.departureIsDue()) {
      transfer.departure = Movement.ESCROW;
      bookings.add(onSource(transfer, content, Movement.ESCROW));
    }
    if (transfer.arrivalIsDue()) {
      Asset target = handlers.target(transfer, content);
      if (target != null) {
        transfer.arrival = target.mode().mintsInbound() ? Movement.MINT : Movement.UNLOCK;
        bookings.add(onDestination(transfer, content, transfer.arrival));
      }
    }
    if (transfer.endingIsDue()) {
      transfer.ending = ending(requireNonNull(transfer.settled), source.mode());
      bookings.add(onSource(transfer, content, transfer.ending));
    }
  }

  private void publish(List<ArtifactBooked> facts) {
    if (facts.isEmpty()) {
      return;
    }
    outbox.append(facts);
    for (ArtifactBooked fact : facts) {
      log.atDebug()
          .addKeyValue("txid", fact.txid())
          .addKeyValue("artifact", fact.artifact())
          .log("booked {}", fact.movement());
    }
  }

  private static Movement ending(Outcome settled, SettlementMode mode) {
    if (settled == Outcome.FAILED) {
      return Movement.RETURN;
    }
    return mode.burnsOnSuccess() ? Movement.BURN : Movement.LOCK;
  }

  private static Booking onSource(Transfer transfer, Content content, Movement movement) {
    return booking(transfer, content, content.source(), movement);
  }

  private static Booking onDestination(Transfer transfer, Content content, Movement movement) {
    return booking(transfer, content, content.destination(), movement);
  }

  private static Booking booking(
      Transfer transfer, Content content, HandlerId where, Movement movement) {
    String artifact = requireNonNull(transfer.artifact);
    return new Booking(artifact, transfer.txid, movement, where.chain(), content.amount());
  }
}
