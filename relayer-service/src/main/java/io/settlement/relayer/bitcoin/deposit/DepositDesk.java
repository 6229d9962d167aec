// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.chain.bitcoin.Outpoint;
import io.settlement.chain.contract.BtcHandlerAbi.DepositStatus;
import io.settlement.chain.contract.BtcPayload;
import io.settlement.chain.contract.MessageV1;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageObserved;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Outcome;
import io.settlement.kit.outbox.Outbox;
import io.settlement.kit.problem.Problem;
import io.settlement.relayer.bitcoin.MessageEnds;
import io.settlement.relayer.bitcoin.deposit.Deposit.State;
import io.settlement.relayer.limit.Audit;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells a deposit again whose message failed for what can be repaired: too little gas, a deadline,
 * a handler that was not registered. It becomes another message about the same output, which its
 * handler credits once.
 */
final class DepositDesk {
  private static final BigInteger MOST = BigInteger.valueOf(21_000_000L * 100_000_000L);

  private final DepositTable table;
  private final MessageEnds ends;
  private final CreditedDeposits credited;
  private final TransactionOperations transactions;
  private final Books books;
  private final Clock clock;

  /** Where it tells and who decided. */
  record Books(Outbox outbox, Audit audit) {}

  DepositDesk(
      DepositTable table,
      MessageEnds ends,
      CreditedDeposits credited,
      TransactionOperations transactions,
      Books books,
      Clock clock) {
    this.table = table;
    this.ends = ends;
    this.credited = credited;
    this.transactions = transactions;
    this.books = books;
    this.clock = clock;
  }

  /** How the latest message about an output ended; empty while it has not. */
  Optional<Outcome> outcome(DepositTable.Told told) {
    return ends.outcome(told.fact().txid());
  }

  /** Tells it again, or says why not. */
  void tellAgain(Outpoint output, String actor, String because) {
    DepositTable.Told told =
        table
            .told(output)
            .orElseThrow(() -> Problem.conflict("deposit-not-final", "it makes no message"));
    check(told);
    Instant now = clock.instant();
    CrossChainMessage again =
        DepositMessages.next(told.fact().message(), now)
            .orElseThrow(
                () -> Problem.conflict("deposit-told-too-often", "it has no further message"));
    MessageObserved seen = new MessageObserved(again.txid(), again, told.fact().ref(), now);
    transactions.executeWithoutResult(
        status -> {
          if (!table.toldAgain(told, seen, actor, because)) {
            throw Problem.conflict("deposit-changed", "somebody else was faster");
          }
          books
              .outbox()
              .append(List.of(seen, new MessageFinal(again.txid(), again, seen.ref(), now)));
          books
              .audit()
              .write(actor, "DEPOSIT_TOLD_AGAIN", output.toString(), because, again.txid().hex());
        });
  }

  private void check(DepositTable.Told told) {
    if (told.state() != State.FINAL) {
      throw Problem.conflict("deposit-not-final", "it is " + told.state());
    }
    Outcome outcome =
        outcome(told)
            .orElseThrow(
                () ->
                    Problem.conflict(
                        "deposit-not-ended", "its message has not ended, or long ago"));
    if (outcome == Outcome.SUCCESS) {
      throw Problem.conflict("deposit-succeeded", "its message ended with success");
    }
    CrossChainMessage message = told.fact().message();
    BtcPayload payload =
        BtcPayload.decode(MessageV1.decode(Hex.decode(message.payload())).payload());
    if (!canBeCredited(message, payload)) {
      throw Problem.conflict("deposit-never-right", "its handler will always refuse it");
    }
    DepositStatus known = credited.status(message.to(), payload.outpoint());
    if (known == DepositStatus.REJECTED) {
      throw Problem.conflict(
          "deposit-given-up", "its handler gave it up: its BTC is to be returned");
    }
    if (known != DepositStatus.UNKNOWN) {
      throw Problem.conflict("deposit-stands", "its handler knows it: " + known);
    }
  }

  /** As the contract judges (docs/artifacts.md): what is wrong here stays wrong. */
  private static boolean canBeCredited(CrossChainMessage message, BtcPayload payload) {
    BigInteger receiver = payload.account().toBigInteger();
    BigInteger amount = payload.amount().value();
    return receiver.signum() > 0
        && !receiver.equals(message.to().toBigInteger())
        && amount.signum() > 0
        && amount.compareTo(MOST) <= 0;
  }
}
