// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import fr.acinq.bitcoin.OutPoint;
import io.settlement.chain.bitcoin.BitcoinBroadcast;
import io.settlement.chain.bitcoin.BitcoinHeader;
import io.settlement.chain.bitcoin.FeeRate;
import io.settlement.chain.bitcoin.Outpoint;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.wallet.Coin;
import io.settlement.relayer.bitcoin.wallet.CoinSelection;
import io.settlement.relayer.bitcoin.wallet.FeeBump;
import io.settlement.relayer.bitcoin.wallet.PayoutOrder;
import io.settlement.relayer.bitcoin.wallet.Spend;
import io.settlement.relayer.loop.ChainLoop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * One vault's payouts, round after round: take, refuse, follow, send, make worth more or cancel,
 * open. Every step begins with what the tables say and may be repeated after a crash at any line.
 */
final class PayoutRun implements ChainLoop.Step {
  private static final Logger log = LoggerFactory.getLogger(PayoutRun.class);
  private static final int TAKEN_AT_ONCE = 200;
  private static final int MOST_UNCONFIRMED_CHILDREN = 1;

  private final PayoutVault vault;
  private final PayoutBooks books;
  private final PayoutSource source;
  private final PayoutSettings settings;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final VaultCoins coins;
  private final FeeBump bumps;
  private final Cancelling cancelling;

  PayoutRun(
      PayoutVault vault,
      PayoutBooks books,
      PayoutSource source,
      PayoutSettings settings,
      TransactionOperations transactions,
      Clock clock) {
    this.vault = vault;
    this.books = books;
    this.source = source;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
    this.coins = new VaultCoins(vault);
    this.bumps = new FeeBump(vault.descriptor());
    this.cancelling = new Cancelling(vault, books, settings, transactions, clock);
  }

  private PayoutTable table() {
    return books.table();
  }

  @Override
  public Duration run() {
    BitcoinHeader head = vault.reader().head();
    take(head);
    failWhatIsTooLate(head);
    int jammed = 0;
    for (PayoutTable.Batch batch : table().open()) {
      List<Round> rounds = table().rounds(batch.batch());
      Optional<Mined> mined = mined(batch, rounds, head);
      if (mined.isPresent()) {
        confirm(mined.get(), rounds, head);
      } else {
        send(rounds);
        pushOn(batch, head);
        jammed += isJammed(rounds) ? 1 : 0;
      }
    }
    books.stuck(jammed);
    open(head);
    return settings.look();
  }

  // ------------------------------------------------------------------ in

  private void take(BitcoinHeader head) {
    transactions.executeWithoutResult(
        status -> {
          for (CrossChainMessage message : source.take(TAKEN_AT_ONCE)) {
            take(message, head);
          }
        });
  }

  private void take(CrossChainMessage message, BitcoinHeader head) {
    try {
      table()
          .add(
              Withdrawal.of(message, vault.network()),
              message.to(),
              head.height(),
              clock.instant());
    } catch (Withdrawal.Never never) {
      books.failed(List.of(message.txid()), never.reason(), head);
      never
          .withdrawal()
          .filter(one -> one.sats() > 0)
          .ifPresent(one -> table().never(one, message.to(), never.reason(), clock.instant()));
    }
  }

  /** In no batch, or held while the coins of its batch were spent without it: nothing pays it. */
  private void failWhatIsTooLate(BitcoinHeader head) {
    transactions.executeWithoutResult(
        status -> {
          Instant now = clock.instant();
          Instant by = now.plus(settings.margin());
          books.failed(table().failLate(by, now), "TOO_LATE", head);
          for (PayoutTable.LeftOut one : table().failLeftOut(by, now)) {
            books.failed(one, "LEFT_OUT", head);
          }
        });
  }

  // ------------------------------------------------------------------ a new batch

  private void open(BitcoinHeader head) {
    table().unbonding(unboundUpTo(head));
    Optional<Instant> since = table().waitingSince(unboundUpTo(head));
    if (since.isEmpty() || since.get().plus(settings.collect()).isAfter(clock.instant())) {
      return;
    }
    FeeRate rate = vault.reader().feeRate(settings.blocks()).atMost(settings.mostRate());
    VaultCoins.Coins confirmed = coins.confirmed();
    transactions.executeWithoutResult(status -> open(head, rate, confirmed));
  }

  /** What came at this height or below is bound no more. */
  private long unboundUpTo(BitcoinHeader head) {
    int unbonding = vault.descriptor().unbonding();
    return unbonding == 0 ? Long.MAX_VALUE : head.height() - unbonding;
  }

  private void open(BitcoinHeader head, FeeRate rate, VaultCoins.Coins confirmed) {
    Instant now = clock.instant();
    List<PayoutOrder> orders =
        new ArrayList<>(
            table()
                .waiting(now.plus(settings.margin()), unboundUpTo(head), settings.batch())
                .stream()
                .map(books.rounds()::order)
                .toList());
    Set<?> reserved = table().reserved();
    List<Coin> free =
        confirmed.rested().stream().filter(one -> !reserved.contains(one.outpoint())).toList();
    long changeIndex = orders.isEmpty() ? 0 : table().nextChangeIndex();
    while (!orders.isEmpty()) {
      Optional<List<Coin>> chosen =
          new CoinSelection(settings.spending()).select(free, sum(orders), rate);
      if (chosen.isEmpty()) {
        // The newest waits for more coins; with fewer orders there may be enough.
        table()
            .waits(
                List.of(orders.removeLast().txid()),
                confirmed.resting() > 0 ? "COINS_REST" : "NO_COINS");
        continue;
      }
      try {
        Spend spend = Spend.of(vault.descriptor(), chosen.get(), orders, rate, changeIndex);
        start(spend, rate, new PayoutTable.Batch(0, changeIndex, head.height()), now);
        return;
      } catch (Spend.Impossible e) {
        // Too small for today's fee: it waits for a lower one, until it is too late.
        if (!orders.removeAll(e.tooSmall())) {
          throw new IllegalStateException(e);
        }
        table().waits(e.tooSmall().stream().map(PayoutOrder::txid).toList(), "FEE_TOO_HIGH");
      }
    }
  }

  private static long sum(List<PayoutOrder> orders) {
    return orders.stream().mapToLong(PayoutOrder::amount).sum();
  }

  private void start(Spend spend, FeeRate rate, PayoutTable.Batch terms, Instant now) {
    List<TxId> members = spend.payouts().stream().map(one -> one.order().txid()).toList();
    long batch = table().open(spend.inputs(), members, terms, now);
    books.rounds().propose(new Rounds.Plan(batch, 0, null, spend, rate, terms.changeIndex()), now);
    log.atInfo()
        .addKeyValue("batch", batch)
        .log("{} withdrawals, {} satoshi of fee", members.size(), spend.fee());
  }

  // ------------------------------------------------------------------ out

  /** What cancels the others stands alone as soon as it is signed. */
  private void send(List<Round> rounds) {
    boolean cancelled = rounds.stream().anyMatch(one -> one.isCancellation() && one.isSigned());
    for (Round round : rounds) {
      boolean stands = round.isCancellation() || !cancelled;
      if (round.isSigned()
          && stands
          && (round.state() == Round.State.SENT || late(round).isEmpty())) {
        send(round);
      }
    }
  }

  /** Whom it would pay too late: it is not sent for the first time then. */
  private Set<TxId> late(Round round) {
    Instant by = clock.instant().plus(settings.margin());
    return table().members(round.members()).stream()
        .filter(one -> !one.deadline().isAfter(by))
        .map(Withdrawal::txid)
        .collect(Collectors.toSet());
  }

  private void send(Round round) {
    if (round.state() == Round.State.SENT
        && vault.reader().mempoolEntry(round.txHash()).isPresent()) {
      return;
    }
    BitcoinBroadcast answer =
        vault.reader().broadcast(Hex.decode(Objects.requireNonNull(round.raw())));
    switch (answer.outcome()) {
      case ACCEPTED, KNOWN -> sent(round);
      // It stands in the way of nothing: a later round is worth more, or it becomes one.
      case FEE_TOO_LOW -> sent(round);
      case INPUTS_SPENT ->
          log.atInfo().addKeyValue("txHash", round.txHash()).log("replaced or mined");
      // A block with its coins was replaced: they rest again, from the block they are in now.
      case TOO_EARLY ->
          log.atInfo().addKeyValue("txHash", round.txHash()).log("its coins rest: sent later");
      case INVALID ->
          log.atError()
              .addKeyValue("txHash", round.txHash())
              .log("no node takes it: {}", answer.words());
    }
  }

  private void sent(Round round) {
    if (round.state() == Round.State.SIGNED) {
      transactions.executeWithoutResult(status -> table().sent(round, clock.instant()));
    }
  }

  // ------------------------------------------------------------------ fate

  /** Which round is in the chain, and where. */
  private record Mined(Round round, BitcoinHeader block) {}

  private Optional<Mined> mined(PayoutTable.Batch batch, List<Round> rounds, BitcoinHeader head) {
    List<Round> candidates =
        rounds.stream()
            .filter(one -> (one.pays() || one.isCancellation()) && one.isSigned())
            .toList();
    if (candidates.isEmpty() || isUnspent(batch, candidates)) {
      return Optional.empty();
    }
    for (long height = head.height(); height > batch.fromHeight(); height--) {
      Optional<Hash> block = vault.reader().hashAt(height);
      for (Round round : candidates) {
        if (block.isPresent()
            && vault.reader().transactionIn(block.get(), round.txHash()).isPresent()) {
          return Optional.of(new Mined(round, vault.reader().header(block.get())));
        }
      }
    }
    return Optional.empty();
  }

  /** Payments spend every coin of the batch, cancellations one and the same. */
  private boolean isUnspent(PayoutTable.Batch batch, List<Round> rounds) {
    Coin coin =
        rounds.stream()
            .filter(Round::isCancellation)
            .findFirst()
            .map(books.rounds()::coinOf)
            .orElseGet(() -> table().coins(batch.batch()).getFirst());
    OutPoint spent = coin.outpoint();
    Outpoint outpoint = new Outpoint(new Hash("0x" + spent.txid), spent.index);
    return vault.reader().unspent(outpoint, false).isPresent();
  }

  private void confirm(Mined mined, List<Round> rounds, BitcoinHeader head) {
    Round round = mined.round();
    long largest =
        table().members(round.members()).stream().mapToLong(Withdrawal::sats).max().orElse(0);
    int wanted = round.pays() ? settings.confirmationsOf(largest) : settings.confirmations();
    if (head.height() - mined.block().height() + 1 >= wanted) {
      transactions.executeWithoutResult(
          status -> {
            if (table().lock(round.batch())) {
              end(mined, rounds);
            }
          });
    }
  }

  private void end(Mined mined, List<Round> rounds) {
    Round round = mined.round();
    Instant now = clock.instant();
    BitcoinHeader block = mined.block();
    PayoutTable.End end =
        new PayoutTable.End(round.txHash(), block.height(), block.hash(), block.time());
    if (round.pays()) {
      table().ended(round.batch(), "MINED", end, now);
      table().paid(round, now);
      books.paid(round, rounds, block);
    } else {
      table().ended(round.batch(), "CANCELLED", end, now);
      List<TxId> unended = table().unended(round.batch()).stream().map(Withdrawal::txid).toList();
      List<TxId> failed = round.cancels().stream().filter(unended::contains).toList();
      table().failed(failed, "CANCELLED", now);
      books.failed(failed, "CANCELLED", end);
      books.cancelled(round, end);
      // Nobody signed a payment of these.
      table().waitAgain(table().batched(round.batch()).stream().map(Withdrawal::txid).toList());
    }
  }

  private boolean isJammed(List<Round> rounds) {
    Instant before = clock.instant().minus(settings.jammedAfter());
    return rounds.stream().anyMatch(one -> one.sentAt() != null && one.sentAt().isBefore(before));
  }

  // ------------------------------------------------------------------ further rounds

  private void pushOn(PayoutTable.Batch batch, BitcoinHeader head) {
    List<Round> rounds = table().rounds(batch.batch());
    Round last = rounds.getLast();
    if (cancelling.takesOver(batch.batch(), rounds)) {
      return;
    }
    boolean sent = rounds.stream().anyMatch(one -> one.sentAt() != null);
    Set<TxId> late = sent ? Set.of() : late(last);
    boolean refused = last.state() == Round.State.REFUSED;
    if (!late.isEmpty()) {
      without(rounds, late, "TOO_LATE");
    } else if (refused && !last.isCancellation() && table().isTooEarly(last)) {
      again(batch, rounds, head);
    } else if (refused) {
      without(rounds, table().blamed(last), "REFUSED_BY_COSIGNERS");
    } else if (last.state() == Round.State.SENT
        && Objects.requireNonNull(last.sentAt())
            .plus(settings.bumpAfter())
            .isBefore(clock.instant())) {
      worthMore(rounds);
    }
  }

  /**
   * Cosigners count blocks from what they saw themselves: with the next one they are asked anew.
   */
  private void again(PayoutTable.Batch batch, List<Round> rounds, BitcoinHeader head) {
    Round last = rounds.getLast();
    if (head.height() > batch.fromHeight() + last.round()) {
      propose(
          new Rounds.Plan(
              last.batch(),
              last.round() + 1,
              last.parent(),
              books.rounds().spend(last, rounds),
              last.rate(),
              last.changeIndex()));
    }
  }

  /** The same coins, so that it takes the place of whatever some have signed already. */
  private void without(List<Round> rounds, Set<TxId> out, String why) {
    Round last = rounds.getLast();
    List<TxId> rest = last.members().stream().filter(one -> !out.contains(one)).toList();
    if (out.isEmpty()) {
      log.atError()
          .addKeyValue("batch", last.batch())
          .log("refused as a whole: an operator decides");
      return;
    }
    if (rest.isEmpty()) {
      transactions.executeWithoutResult(status -> table().hold(last.batch(), out, why));
      cancelling.letGo(last.batch());
      return;
    }
    try {
      Spend spend =
          Spend.of(
              vault.descriptor(),
              table().coins(last.batch()),
              books.rounds().orders(rest),
              last.rate(),
              last.changeIndex());
      Rounds.Plan plan =
          new Rounds.Plan(
              last.batch(), last.round() + 1, null, spend, last.rate(), last.changeIndex());
      transactions.executeWithoutResult(
          status -> {
            table().hold(last.batch(), out, why);
            books.rounds().propose(plan, clock.instant());
          });
    } catch (Spend.Impossible e) {
      without(rounds, withTooSmall(out, e), why);
    }
  }

  /** Fewer bear the fee now: some may be too small for their share. */
  private static Set<TxId> withTooSmall(Set<TxId> out, Spend.Impossible why) {
    if (why.tooSmall().isEmpty()) {
      throw new IllegalStateException(why);
    }
    Set<TxId> all = new HashSet<>(out);
    why.tooSmall().forEach(one -> all.add(one.txid()));
    return all;
  }

  private void worthMore(List<Round> rounds) {
    Round paying = rounds.stream().filter(Round::pays).toList().getLast();
    long children = rounds.stream().filter(one -> !one.pays()).count();
    FeeRate wanted = vault.reader().feeRate(Math.max(1, settings.blocks() / 2));
    Spend spend = books.rounds().spend(paying, rounds);
    Optional<FeeBump.Replacement> higher =
        children == 0 && late(paying).isEmpty()
            ? bumps.replace(spend, paying.rate(), wanted, settings.mostRate())
            : Optional.empty();
    int next = rounds.getLast().round() + 1;
    if (higher.isPresent()) {
      propose(
          new Rounds.Plan(
              paying.batch(),
              next,
              null,
              higher.get().spend(),
              higher.get().rate(),
              paying.changeIndex()));
    } else if (children < MOST_UNCONFIRMED_CHILDREN) {
      FeeRate rate = wanted.atMost(settings.mostRate());
      long index = table().nextChangeIndex();
      bumps
          .child(spend, books.transaction(paying), rate, index, settings.childFee())
          .ifPresent(
              child ->
                  propose(
                      new Rounds.Plan(paying.batch(), next, paying.round(), child, rate, index)));
    }
  }

  private void propose(Rounds.Plan plan) {
    transactions.executeWithoutResult(status -> books.rounds().propose(plan, clock.instant()));
    log.atInfo()
        .addKeyValue("batch", plan.batch())
        .addKeyValue("round", plan.round())
        .log("worth {} satoshi now", plan.spend().fee());
  }
}
