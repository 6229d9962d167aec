// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.kit.problem.Problem;
import io.settlement.relayer.bitcoin.BitcoinWitness;
import io.settlement.relayer.bitcoin.BitcoinWitness.Spending;
import io.settlement.relayer.bitcoin.BitcoinWitness.Testimony;
import io.settlement.relayer.bitcoin.PaymentPromise.Elsewhere;
import io.settlement.relayer.bitcoin.Withdrawals;
import io.settlement.relayer.bitcoin.cosign.CosignTable.Signed;
import java.time.Clock;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What this key has signed for a withdrawal and can never be mined: somebody says which transaction
 * has spent a coin of it, the own nodes say whether that is so. From then on it stands in the way
 * of neither a failure nor another payment.
 */
final class DeadPayments {
  private final CosignTable table;
  private final Withdrawals checked;
  private final BitcoinWitness witness;
  private final TransactionOperations transactions;
  private final Clock clock;

  DeadPayments(
      CosignTable table,
      Withdrawals checked,
      BitcoinWitness witness,
      TransactionOperations transactions,
      Clock clock) {
    this.table = table;
    this.checked = checked;
    this.witness = witness;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Everything this key has signed that pays it, in order. */
  List<Signed> of(TxId withdrawal) {
    message(withdrawal);
    return table.payments(withdrawal);
  }

  /**
   * Takes note of those that share an input with the transaction.
   *
   * @param height of the block the transaction is in
   * @param alongside what else belongs to the same decision
   * @throws Problem when the own nodes show something else, or it concerns none of them
   */
  void show(TxId withdrawal, Hash transaction, long height, Runnable alongside) {
    switch (witness.elsewhere(message(withdrawal), transaction, height)) {
      case Spending.Deep deep ->
          transactions.executeWithoutResult(
              status -> {
                bury(withdrawal, deep.what(), height);
                alongside.run();
              });
      case Spending.Not not -> throw refusal(not.why());
    }
  }

  private void bury(TxId withdrawal, Elsewhere elsewhere, long height) {
    table.lock(withdrawal);
    List<Signed> dead =
        table.payments(withdrawal).stream().filter(one -> one.isDeadBeside(elsewhere)).toList();
    if (dead.isEmpty()) {
      throw Problem.conflict(
          "nothing-spent", "it has spent no coin of what this key has signed for the withdrawal");
    }
    table.dead(dead, elsewhere, height, clock.instant());
  }

  private CrossChainMessage message(TxId withdrawal) {
    return checked
        .find(withdrawal)
        .map(MessageFinal::message)
        .orElseThrow(
            () -> Problem.notFound("unknown-withdrawal", "no withdrawal " + withdrawal + " here"));
  }

  private static Problem refusal(Testimony why) {
    return switch (why) {
      case Testimony.NotYet it ->
          Problem.conflict("not-deep-enough", "the own node does not show it so deep yet");
      case Testimony.Contradicted it -> Problem.conflict("pays-the-withdrawal", it.why());
      case Testimony.Absent it ->
          Problem.conflict("transaction-not-there", "the own node does not show it in that block");
      case Testimony.Confirmed it ->
          throw new IllegalStateException("confirmed, and nothing is spent");
    };
  }
}
