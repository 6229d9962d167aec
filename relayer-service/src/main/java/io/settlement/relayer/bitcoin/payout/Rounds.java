// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import io.settlement.chain.bitcoin.FeeRate;
import io.settlement.events.PsbtEvent.PsbtProposed;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.wallet.Coin;
import io.settlement.relayer.bitcoin.wallet.PayoutOrder;
import io.settlement.relayer.bitcoin.wallet.Spend;
import io.settlement.relayer.bitcoin.wallet.VaultDescriptor;
import io.settlement.relayer.bitcoin.wallet.VaultPsbt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Turns rows into spends and spends into rounds that cosigners are asked about. */
final class Rounds {
  private final PayoutVault vault;
  private final PayoutTable table;
  private final Telling telling;

  Rounds(PayoutVault vault, PayoutTable table, Telling telling) {
    this.vault = vault;
    this.table = table;
    this.telling = telling;
  }

  /** The id of a batch among all vaults. */
  static String name(PayoutVault vault, long batch) {
    String id = vault.id().address();
    return id.substring(2, 18) + "-" + batch;
  }

  static Hash hash(Transaction transaction) {
    return new Hash("0x" + transaction.txid);
  }

  /** What a round spends and pays: the same as when it was proposed. */
  Spend spend(Round round, List<Round> all) {
    try {
      if (round.isCancellation()) {
        return Spend.toItself(vault.descriptor(), coinOf(round), round.fee(), round.changeIndex());
      }
      return round.pays()
          ? Spend.of(
              vault.descriptor(),
              table.coins(round.batch()),
              orders(round.members()),
              round.rate(),
              round.changeIndex())
          : Spend.toItself(
              vault.descriptor(), changeOf(round, all), round.fee(), round.changeIndex());
    } catch (Spend.Impossible e) {
      throw new IllegalStateException("round " + round.round() + " of " + round.batch(), e);
    }
  }

  /** The one coin of its batch that a cancellation spends. */
  Coin coinOf(Round cancellation) {
    try {
      OutPoint spent = VaultPsbt.transactionOf(cancellation.psbt()).txIn.getFirst().outPoint;
      return table.coins(cancellation.batch()).stream()
          .filter(one -> one.outpoint().equals(spent))
          .findFirst()
          .orElseThrow();
    } catch (VaultPsbt.Invalid e) {
      throw new IllegalStateException(
          "round " + cancellation.round() + " of " + cancellation.batch(), e);
    }
  }

  private Coin changeOf(Round child, List<Round> all) {
    Round parent =
        all.stream()
            .filter(one -> Integer.valueOf(one.round()).equals(child.parent()))
            .findFirst()
            .orElseThrow();
    Spend spend = spend(parent, all);
    Transaction transaction = spend.transaction(vault.descriptor());
    return new Coin(
        new OutPoint(transaction, transaction.txOut.size() - 1L),
        spend.change().orElseThrow().value(),
        VaultDescriptor.CHANGE,
        spend.change().orElseThrow().index());
  }

  List<PayoutOrder> orders(List<TxId> members) {
    List<PayoutOrder> orders = new ArrayList<>();
    for (Withdrawal one : table.members(members)) {
      orders.add(order(one));
    }
    return orders;
  }

  /** What is in the table was payable when it came in, and nothing changes that. */
  PayoutOrder order(Withdrawal one) {
    try {
      return one.order(vault.network());
    } catch (Withdrawal.Never e) {
      throw new IllegalStateException(one.txid() + ": " + e.getMessage(), e);
    }
  }

  /** Writes the next round down and asks the cosigners, in the caller's transaction. */
  void propose(Plan plan, Instant now) {
    VaultPsbt psbt = VaultPsbt.of(vault.descriptor(), plan.spend());
    List<TxId> members = plan.spend().payouts().stream().map(one -> one.order().txid()).toList();
    Round round =
        new Round(
            plan.batch(),
            plan.round(),
            plan.parent(),
            members,
            psbt.base64(),
            plan.rate(),
            plan.spend().fee(),
            plan.changeIndex(),
            Round.State.PROPOSED,
            hash(psbt.transaction()),
            null,
            now,
            null,
            plan.cancels());
    table.propose(round);
    telling.tell(
        List.of(
            new PsbtProposed(
                name(vault, plan.batch()),
                plan.round(),
                vault.id(),
                psbt.base64(),
                plan.rate().satsPerKvb(),
                plan.spend().fee(),
                members,
                plan.changeIndex(),
                now,
                plan.cancels())));
  }

  /** What is to be proposed. */
  record Plan(
      long batch,
      int round,
      @org.jspecify.annotations.Nullable Integer parent,
      Spend spend,
      FeeRate rate,
      long changeIndex,
      List<TxId> cancels) {

    /** It cancels nothing. */
    Plan(
        long batch,
        int round,
        @org.jspecify.annotations.Nullable Integer parent,
        Spend spend,
        FeeRate rate,
        long changeIndex) {
      this(batch, round, parent, spend, rate, changeIndex, List.of());
    }
  }
}
