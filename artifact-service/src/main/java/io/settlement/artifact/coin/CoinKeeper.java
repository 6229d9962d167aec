// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.coin;

import io.settlement.artifact.book.Account;
import io.settlement.artifact.book.Booking;
import io.settlement.artifact.book.Booking.Cause;
import io.settlement.artifact.book.Books;
import io.settlement.artifact.book.FactReader;
import io.settlement.artifact.coin.CoinTable.Coin;
import io.settlement.artifact.primitive.Deployment;
import io.settlement.artifact.primitive.Primitive;
import io.settlement.artifact.primitive.Primitives;
import io.settlement.events.ArtifactEvent;
import io.settlement.events.ArtifactEvent.Movement;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.value.TxId;
import io.settlement.kit.outbox.Outbox;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Books BTC that came into custody, by its output and so once whatever messages tell of it, and BTC
 * that left it, by its withdrawal; what the network took of that is booked by {@link
 * PaymentKeeper}. What became of it on the artifact's chain is booked from the handler's own logs.
 */
@Component
class CoinKeeper implements FactReader {
  private static final int PAGE = 500;

  /** All that ever came in is the sum of one account, all that went out of another. */
  private static final String OWNERS_IN = Account.OWNERS.word() + ":in";

  static final String OWNERS_OUT = Account.OWNERS.word() + ":out";

  private final CoinTable table;
  private final Primitives primitives;
  private final Books books;
  private final Outbox outbox;
  private final Clock clock;
  private final TransactionTemplate transaction;

  CoinKeeper(
      CoinTable table,
      Primitives primitives,
      Books books,
      Outbox outbox,
      Clock clock,
      TransactionTemplate transaction) {
    this.table = table;
    this.primitives = primitives;
    this.books = books;
    this.outbox = outbox;
    this.clock = clock;
    this.transaction = transaction;
  }

  @Override
  public void onMessages(List<MessageEvent> facts) {
    List<CoinMessage> messages = new ArrayList<>();
    Set<TxId> touched = new LinkedHashSet<>();
    for (MessageEvent fact : facts) {
      if (fact instanceof MessageFinal sent) {
        CoinMessage.of(sent)
            .ifPresent(
                message -> {
                  messages.add(message);
                  touched.add(message.txid());
                });
      } else if (fact instanceof MessageDelivered delivered) {
        touched.add(delivered.txid());
      }
    }
    if (!messages.isEmpty()) {
      table.keep(messages);
    }
    if (!touched.isEmpty()) {
      book(touched);
    }
  }

  /** What nobody knew is looked at again: primitives are admitted meanwhile. */
  @Scheduled(fixedDelayString = "${settlement.artifact.live-interval:30s}")
  void retry() {
    transaction.executeWithoutResult(
        status -> {
          List<TxId> page = table.unbooked(PAGE);
          if (!page.isEmpty()) {
            book(page);
          }
        });
  }

  private void book(Collection<TxId> txids) {
    List<Coin> coins = table.lock(txids);
    if (coins.isEmpty()) {
      return;
    }
    List<Primitive> kept = primitives.kept();
    Map<TxId, String> artifacts = new LinkedHashMap<>();
    Map<TxId, String> reasons = new LinkedHashMap<>();
    List<Booking> bookings = new ArrayList<>();
    for (Coin coin : coins) {
      Optional<Primitive> owner = kept.stream().filter(one -> isOf(coin, one)).findFirst();
      owner.ifPresentOrElse(
          one -> artifacts.put(coin.txid(), one.artifact()),
          () -> reasons.put(coin.txid(), "no primitive has " + coin.handler() + " and its vault"));
      owner.ifPresent(one -> bookings.addAll(bookings(coin, one.artifact())));
    }
    table.belong(artifacts);
    table.refuse(reasons);
    List<ArtifactEvent> told = books.add(books.missing(bookings), clock.instant());
    if (!told.isEmpty()) {
      outbox.append(told);
    }
  }

  private static boolean isOf(Coin coin, Primitive primitive) {
    return coin.vault().equals(primitive.vault())
        && primitive.deployments().stream()
            .map(Deployment::handlerId)
            .flatMap(Optional::stream)
            .anyMatch(coin.handler()::equals);
  }

  private static List<Booking> bookings(Coin coin, String artifact) {
    if (coin.outpoint() != null) {
      Cause cause = new Cause(outputCause(coin.outpoint()), coin.txid(), coin.sent());
      return List.of(
          Booking.moving(
              artifact, cause, Movement.DEPOSIT, OWNERS_IN, Account.CUSTODY.word(), coin.amount()));
    }
    if (coin.paid() == null) {
      return List.of();
    }
    Cause cause = new Cause(coin.txid().hex(), coin.txid(), coin.paid());
    return List.of(
        Booking.moving(
            artifact, cause, Movement.PAYOUT, Account.CUSTODY.word(), OWNERS_OUT, coin.amount()));
  }

  /** The same for what a message says of an output and for what its handler logs. */
  private static String outputCause(String outpoint) {
    return "Bitcoin/" + outpoint;
  }
}
