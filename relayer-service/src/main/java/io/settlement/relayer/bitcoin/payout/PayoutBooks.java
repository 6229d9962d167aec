// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import fr.acinq.bitcoin.Transaction;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.settlement.chain.bitcoin.BitcoinHeader;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.PsbtEvent.PayoutConfirmed;
import io.settlement.events.SuiteEvent;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.relayer.bitcoin.wallet.Spend;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is kept and told of a vault's payouts. */
final class PayoutBooks {
  private static final Logger log = LoggerFactory.getLogger(PayoutBooks.class);
  private static final Hash NOTHING = new Hash("0x" + "00".repeat(32));

  private final PayoutVault vault;
  private final PayoutTable table;
  private final Rounds rounds;
  private final Telling telling;
  private final MeterRegistry meters;
  private final Clock clock;
  private final AtomicInteger jammed;
  private final AtomicInteger held;

  PayoutBooks(
      PayoutVault vault,
      PayoutTable table,
      Rounds rounds,
      Telling telling,
      MeterRegistry meters,
      Clock clock) {
    this.vault = vault;
    this.table = table;
    this.rounds = rounds;
    this.telling = telling;
    this.meters = meters;
    this.clock = clock;
    this.jammed = gauge("settlement.payout.jammed");
    this.held = gauge("settlement.payout.held");
  }

  /** One for each vault. */
  private AtomicInteger gauge(String name) {
    Tags tags = Tags.of("vault", vault.id().toString());
    return Objects.requireNonNull(meters.gauge(name, tags, new AtomicInteger()));
  }

  PayoutTable table() {
    return table;
  }

  Rounds rounds() {
    return rounds;
  }

  /** What does not go on by itself as it should. */
  void stuck(int jammedBatches) {
    jammed.set(jammedBatches);
    held.set(table.held());
  }

  Transaction transaction(Round round) {
    return Transaction.read(Hex.decode(Objects.requireNonNull(round.raw())));
  }

  /** These will never be paid; no transaction says so. In the caller's transaction. */
  void failed(List<TxId> txids, String reason, BitcoinHeader head) {
    failed(
        txids, reason, new LogRef(vault.chain(), head.height(), NOTHING, head.time(), NOTHING, 0));
  }

  /**
   * These will never be paid, because a transaction that pays them nothing has spent a coin of
   * everything that was signed for them. In the caller's transaction.
   */
  void failed(List<TxId> txids, String reason, PayoutTable.End end) {
    failed(
        txids,
        reason,
        new LogRef(vault.chain(), end.height(), end.block(), end.time(), end.txHash(), 0));
  }

  /** The same, by whichever of both it is. */
  void failed(PayoutTable.LeftOut one, String reason, BitcoinHeader head) {
    PayoutTable.End end = one.end();
    if (end == null) {
      failed(List.of(one.txid()), reason, head);
    } else {
      failed(List.of(one.txid()), reason, end);
    }
  }

  private void failed(List<TxId> txids, String reason, LogRef ref) {
    for (TxId txid : txids) {
      telling.tell(
          List.of(
              new MessageDelivered(
                  txid, Outcome.FAILED, ref, cost(ref.txHash()), clock.instant())));
      log.atWarn().addKeyValue("txid", txid).log("never paid: {}", reason);
    }
    count("failed", txids.size());
  }

  /** This round is mined for good. In the caller's transaction. */
  void paid(Round round, List<Round> all, BitcoinHeader block) {
    Spend spend = rounds.spend(round, all);
    List<SuiteEvent> facts = new ArrayList<>();
    List<PayoutConfirmed.Paid> members = new ArrayList<>();
    for (Spend.Payout one : spend.payouts()) {
      long vout = members.size();
      TxId txid = one.order().txid();
      LogRef ref =
          new LogRef(
              vault.chain(), block.height(), block.hash(), block.time(), round.txHash(), vout);
      facts.add(
          new MessageDelivered(txid, Outcome.SUCCESS, ref, cost(round.txHash()), clock.instant()));
      members.add(new PayoutConfirmed.Paid(txid, vout, one.order().amount(), one.paid()));
    }
    facts.add(
        new PayoutConfirmed(
            Rounds.name(vault, round.batch()),
            vault.id(),
            round.txHash(),
            spend.fee(),
            vaultFee(round, all),
            members,
            block.height(),
            block.hash(),
            clock.instant()));
    telling.tell(facts);
    count("paid", members.size());
    log.atInfo().addKeyValue("batch", round.batch()).log("{} withdrawals paid", members.size());
  }

  /** The vault paid this for a batch that pays nobody any more. In the caller's transaction. */
  void cancelled(Round round, PayoutTable.End end) {
    telling.tell(
        List.of(
            new PayoutConfirmed(
                Rounds.name(vault, round.batch()),
                vault.id(),
                round.txHash(),
                0,
                round.fee(),
                List.of(),
                end.height(),
                end.block(),
                clock.instant())));
    meters.counter("settlement.payout.cancellations").increment();
    log.atInfo().addKeyValue("batch", round.batch()).log("cancelled: nobody is paid by it");
  }

  /** What children of this round cost the vault; they are mined with it or after it. */
  private static long vaultFee(Round round, List<Round> all) {
    return all.stream()
        .filter(one -> Integer.valueOf(round.round()).equals(one.parent()) && one.isSigned())
        .mapToLong(Round::fee)
        .sum();
  }

  private void count(String outcome, int withdrawals) {
    meters.counter("settlement.payout.withdrawals", "outcome", outcome).increment(withdrawals);
  }

  /** Whoever is paid bears the network's fee: it costs the prepayment nothing. */
  private ExecutionCost cost(Hash txHash) {
    return new ExecutionCost(
        vault.chain(),
        txHash,
        PayoutDesk.NOBODY,
        new Gas(0),
        Wei.ZERO,
        Wei.ZERO,
        Wei.ZERO,
        /* stranger= */ true);
  }
}
