// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import static java.util.Objects.requireNonNull;

import io.settlement.events.ArtifactEvent;
import io.settlement.events.ArtifactEvent.Movement;
import io.settlement.events.MessageEvent;
import io.settlement.events.RegistryEvent.Asset;
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
    publish(books.add(bookings, now));
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
      bookings.add(booking(transfer, content, Movement.ESCROW, left(transfer, content)));
    }
    if (transfer.arrivalIsDue()) {
      Asset target = handlers.target(transfer, content);
      if (target != null) {
        transfer.arrival = target.mode().mintsInbound() ? Movement.MINT : Movement.UNLOCK;
        bookings.add(
            booking(
                transfer,
                content,
                transfer.arrival,
                transfer.arrived.on(content.destination().chain())));
      }
    }
    if (transfer.endingIsDue()) {
      transfer.ending = ending(requireNonNull(transfer.settled), source.mode());
      bookings.add(
          booking(transfer, content, transfer.ending, transfer.ended.on(content.source().chain())));
    }
  }

  private void publish(List<ArtifactEvent> facts) {
    if (facts.isEmpty()) {
      return;
    }
    outbox.append(facts);
    log.atDebug().addKeyValue("bookings", facts.size()).log("booked");
  }

  private static Movement ending(Outcome settled, SettlementMode mode) {
    if (settled == Outcome.FAILED) {
      return Movement.RETURN;
    }
    return mode.burnsOnSuccess() ? Movement.BURN : Movement.LOCK;
  }

  private static Place left(Transfer transfer, Content content) {
    return transfer.sent.on(content.source().chain());
  }

  private static Booking booking(
      Transfer transfer, Content content, Movement movement, Place place) {
    String artifact = requireNonNull(transfer.artifact);
    return Booking.of(artifact, transfer.txid, movement, place, content.amount());
  }
}
