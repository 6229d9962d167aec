// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.coin;

import io.settlement.artifact.book.Account;
import io.settlement.artifact.book.Booking;
import io.settlement.artifact.book.Booking.Cause;
import io.settlement.artifact.book.Books;
import io.settlement.artifact.book.FactReader;
import io.settlement.artifact.book.Place;
import io.settlement.artifact.coin.CoinTable.Coin;
import io.settlement.artifact.coin.OutputTable.Sighting;
import io.settlement.artifact.coin.OutputTable.Standing;
import io.settlement.artifact.primitive.Deployment;
import io.settlement.artifact.primitive.Primitive;
import io.settlement.artifact.primitive.Primitives;
import io.settlement.events.ArtifactEvent;
import io.settlement.events.ArtifactEvent.Movement;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.FactWithdrawn;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Books BTC that came into custody, by its output and so once whatever messages tell of it, and BTC
 * that left it, by its withdrawal; what the network took of that is booked by {@link
 * PaymentKeeper}. What became of it on the artifact's chain is booked from the handler's own logs.
 * An output whose block was replaced though it was final is taken out of the books, once.
 */
@Component
class CoinKeeper implements FactReader {
  private static final int PAGE = 500;
  private static final String FINAL = "MessageFinal";

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
    List<Sighting> seen = new ArrayList<>();
    List<FactWithdrawn> gone = new ArrayList<>();
    Set<TxId> touched = new LinkedHashSet<>();
    for (MessageEvent fact : facts) {
      switch (fact) {
        case MessageFinal sent ->
            CoinMessage.of(sent)
                .ifPresent(
                    message -> {
                      messages.add(message);
                      message.sighting(sent).ifPresent(seen::add);
                      touched.add(message.txid());
                    });
        case MessageDelivered delivered -> touched.add(delivered.txid());
        case FactWithdrawn withdrawn -> {
          if (withdrawn.fact().equals(FINAL)) {
            gone.add(withdrawn);
            touched.add(withdrawn.txid());
          }
        }
        default -> {}
      }
    }
    keep(messages, seen, gone);
    if (!touched.isEmpty()) {
      book(touched);
    }
  }

  private void keep(List<CoinMessage> messages, List<Sighting> seen, List<FactWithdrawn> gone) {
    if (!messages.isEmpty()) {
      table.keep(messages);
    }
    if (!seen.isEmpty()) {
      table.outputs().keepFinal(seen);
    }
    if (!gone.isEmpty()) {
      table.outputs().keepWithdrawn(gone);
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
    Map<String, Coin> deposits = new LinkedHashMap<>();
    for (Coin coin : coins) {
      Optional<Primitive> owner = kept.stream().filter(one -> isOf(coin, one)).findFirst();
      owner.ifPresentOrElse(
          one -> artifacts.put(coin.txid(), one.artifact()),
          () -> reasons.put(coin.txid(), "no primitive has " + coin.handler() + " and its vault"));
      if (owner.isPresent() && coin.outpoint() != null) {
        deposits.put(coin.outpoint(), coin);
      } else {
        owner.ifPresent(one -> bookings.addAll(payout(coin, one.artifact())));
      }
    }
    table.belong(artifacts);
    table.refuse(reasons);
    bookings.addAll(deposits(deposits, artifacts));
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

  /** Outputs that are final and not in the books come in; what is final no more goes out again. */
  private List<Booking> deposits(Map<String, Coin> coins, Map<TxId, String> artifacts) {
    Map<String, String> owners = new LinkedHashMap<>();
    coins.forEach(
        (outpoint, coin) ->
            owners.put(outpoint, Objects.requireNonNull(artifacts.get(coin.txid()))));
    if (owners.isEmpty()) {
      return List.of();
    }
    List<Booking> bookings = new ArrayList<>();
    List<Standing> changed = new ArrayList<>();
    Map<String, Standing> standings = table.outputs().lock(owners);
    coins.forEach(
        (outpoint, coin) -> {
          Standing standing = Objects.requireNonNull(standings.get(outpoint));
          if (standing.isFinal() != standing.isBooked()) {
            bookings.add(deposit(coin, standing));
            changed.add(standing.booked());
          }
        });
    if (!changed.isEmpty()) {
      table.outputs().booked(changed);
    }
    return bookings;
  }

  private static Booking deposit(Coin coin, Standing standing) {
    boolean in = standing.isFinal();
    Place sent = coin.sent();
    Place place =
        new Place(sent.chain(), in ? standing.block() : standing.bookedBlock(), sent.txHash());
    String text = outputCause(standing.outpoint(), standing.bookings() / 2);
    return Booking.moving(
        standing.artifact(),
        new Cause(text, coin.txid(), place),
        in ? Movement.DEPOSIT : Movement.DEPOSIT_REVERSED,
        in ? OWNERS_IN : Account.CUSTODY.word(),
        in ? Account.CUSTODY.word() : OWNERS_IN,
        coin.amount());
  }

  private static List<Booking> payout(Coin coin, String artifact) {
    if (coin.paid() == null) {
      return List.of();
    }
    Cause cause = new Cause(coin.txid().hex(), coin.txid(), coin.paid());
    return List.of(
        Booking.moving(
            artifact, cause, Movement.PAYOUT, Account.CUSTODY.word(), OWNERS_OUT, coin.amount()));
  }

  /**
   * The same for what a message says of an output and for what its handler logs.
   *
   * @param before how often it was booked and reversed before
   */
  private static String outputCause(String outpoint, int before) {
    return "Bitcoin/" + outpoint + (before == 0 ? "" : "/" + (before + 1));
  }
}
