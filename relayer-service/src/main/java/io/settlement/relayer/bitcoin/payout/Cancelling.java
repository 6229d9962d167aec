// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import io.settlement.chain.bitcoin.FeeRate;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.wallet.Coin;
import io.settlement.relayer.bitcoin.wallet.FeeBump;
import io.settlement.relayer.bitcoin.wallet.Spend;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Ends batches that were not mined in time. What any cosigner has signed is cancelled by moving one
 * of its coins back to the vault; what none has signed is let go.
 */
final class Cancelling {
  private static final Logger log = LoggerFactory.getLogger(Cancelling.class);
  private static final Comparator<Coin> BY_VALUE =
      Comparator.comparingLong(Coin::value).thenComparing(Coin.BY_PLACE);

  private final PayoutVault vault;
  private final PayoutBooks books;
  private final PayoutSettings settings;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final FeeBump bumps;

  Cancelling(
      PayoutVault vault,
      PayoutBooks books,
      PayoutSettings settings,
      TransactionOperations transactions,
      Clock clock) {
    this.vault = vault;
    this.books = books;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
    this.bumps = new FeeBump(vault.descriptor());
  }

  /** Whether it is too late for all of a batch: then nothing else is proposed for it. */
  boolean takesOver(long batch, List<Round> rounds) {
    List<Withdrawal> batched = books.table().batched(batch);
    List<Withdrawal> members = batched.isEmpty() ? books.table().unended(batch) : batched;
    Instant now = clock.instant();
    if (members.isEmpty() || !allLate(members, now.plus(settings.margin()))) {
      return false;
    }
    Set<TxId> signed = books.table().everSigned(batch);
    if (!signed.isEmpty()) {
      boolean sent = rounds.stream().anyMatch(one -> one.sentAt() != null);
      // When it would cost too much, what is on its way may still be helped along.
      return cancel(rounds, late(batch, signed, now), now) || !sent;
    }
    if (allLate(members, now)) {
      // Cosigners sign nothing after the margin: what they signed before has long come in.
      letGo(batch);
    }
    return true;
  }

  private static boolean allLate(List<Withdrawal> members, Instant by) {
    return members.stream().noneMatch(one -> one.deadline().isAfter(by));
  }

  private List<TxId> late(long batch, Set<TxId> signed, Instant now) {
    Instant by = now.plus(settings.margin());
    return books.table().unended(batch).stream()
        .filter(one -> !one.deadline().isAfter(by))
        .map(Withdrawal::txid)
        .filter(signed::contains)
        .toList();
  }

  /** No signature of any round is known; nobody can add one to a batch that has ended. */
  void letGo(long batch) {
    transactions.executeWithoutResult(
        status -> {
          if (books.table().lock(batch) && books.table().everSigned(batch).isEmpty()) {
            books.table().dissolve(batch, clock.instant());
            books
                .table()
                .waitAgain(books.table().batched(batch).stream().map(Withdrawal::txid).toList());
            log.atInfo().addKeyValue("batch", batch).log("signed by nobody: let go");
          }
        });
  }

  /** Once, and again for more while it is not mined, or when cosigners would not yet. */
  private boolean cancel(List<Round> rounds, List<TxId> late, Instant now) {
    Round last = rounds.getLast();
    Instant patience = now.minus(settings.bumpAfter());
    boolean due =
        switch (last.state()) {
          case PROPOSED, SIGNED -> !last.isCancellation();
          case SENT -> !last.isCancellation() || isBefore(last.sentAt(), patience);
          case REFUSED -> !last.isCancellation() || last.proposedAt().isBefore(patience);
        };
    return !due || late.isEmpty() || propose(rounds, late, now);
  }

  private static boolean isBefore(@Nullable Instant at, Instant by) {
    return at != null && at.isBefore(by);
  }

  private boolean propose(List<Round> rounds, List<TxId> late, Instant now) {
    Round last = rounds.getLast();
    // Always the same coin, so that of all cancellations only one can be mined.
    Coin coin = books.table().coins(last.batch()).stream().max(BY_VALUE).orElseThrow();
    FeeRate rate =
        vault.reader().feeRate(Math.max(1, settings.blocks() / 2)).atMost(settings.mostRate());
    long index = books.table().nextChangeIndex();
    Optional<Spend> spend =
        bumps.cancel(coin, rate, inItsPlace(rounds), index, settings.cancelFee());
    if (spend.isEmpty()) {
      log.atError()
          .addKeyValue("batch", last.batch())
          .log("ALARM: too late and not mined, and cancelling it costs more than cancel-fee");
      return false;
    }
    Rounds.Plan plan =
        new Rounds.Plan(last.batch(), last.round() + 1, null, spend.get(), rate, index, late);
    transactions.executeWithoutResult(status -> books.rounds().propose(plan, now));
    log.atWarn()
        .addKeyValue("batch", last.batch())
        .addKeyValue("round", plan.round())
        .log("too late and not mined: {} withdrawals are cancelled", late.size());
    return true;
  }

  /** The fees of whatever may wait in mempools, which nodes want to see exceeded. */
  private static long inItsPlace(List<Round> rounds) {
    boolean isKnown = rounds.stream().anyMatch(one -> one.sentAt() != null);
    List<Round> signed = isKnown ? rounds.stream().filter(Round::isSigned).toList() : List.of();
    long payment = most(signed.stream().filter(Round::pays).toList());
    long children = signed.stream().filter(one -> one.parent() != null).mapToLong(Round::fee).sum();
    long before = most(signed.stream().filter(Round::isCancellation).toList());
    return Math.max(payment + children, before);
  }

  private static long most(List<Round> rounds) {
    return rounds.stream().mapToLong(Round::fee).max().orElse(0);
  }
}
