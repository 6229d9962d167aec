// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.MessageEvent.FactWithdrawn;
import io.settlement.events.MessageEvent.GasPrepaid;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.MessageEvent.RefundPaid;
import io.settlement.events.TransactionEvent.Purpose;
import io.settlement.events.TransactionEvent.TransactionPaid;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money of one message, as a chain said it.
 *
 * @param ref where; a whole transaction has the log index -1
 * @param party whose account in the vault it is about; null for costs
 * @param amount paid in or paid back, wei of its chain
 * @param cost the message's share; null for payments
 * @param failed what is known of a transaction that was reverted as a whole; else null
 */
record ChainFact(
    TxId txid,
    Kind kind,
    LogRef ref,
    @Nullable EvmAddress party,
    Wei amount,
    @Nullable ExecutionCost cost,
    @Nullable Failed failed) {
  private static final long WHOLE_TRANSACTION = -1;

  /** What it is about; stored by name. */
  enum Kind {
    /** Somebody paid into an account. */
    PREPAID,
    /** The destination received the message. */
    DELIVERY,
    /** The outcome came home. */
    CALLBACK,
    /** A vault closed an account. */
    REFUND,
    /** A transaction with the message in it was reverted as a whole. */
    FAILED
  }

  /**
   * A reverted transaction.
   *
   * @param members messages that share its fee
   */
  record Failed(Purpose purpose, int members) {}

  static ChainFact of(GasPrepaid paid) {
    return new ChainFact(
        paid.txid(), Kind.PREPAID, paid.ref(), paid.refundTo(), paid.amount(), null, null);
  }

  static ChainFact of(MessageDelivered delivered) {
    return cost(delivered.txid(), Kind.DELIVERY, delivered.ref(), delivered.cost());
  }

  static ChainFact of(MessageSettled settled) {
    return cost(settled.txid(), Kind.CALLBACK, settled.ref(), settled.cost());
  }

  static ChainFact of(RefundPaid paid) {
    return new ChainFact(
        paid.txid(), Kind.REFUND, paid.ref(), paid.to(), paid.amount(), paid.cost(), null);
  }

  /**
   * The shares of a reverted transaction's messages: its fee in equal parts, rounded down; the
   * first message carries what rounding left, so the shares add up to the receipt.
   */
  static List<ChainFact> of(TransactionPaid paid) {
    LogRef ref =
        new LogRef(
            paid.chain(),
            paid.blockNumber(),
            paid.blockHash(),
            paid.blockTime(),
            paid.txHash(),
            WHOLE_TRANSACTION);
    int members = paid.members().size();
    List<ChainFact> shares = new ArrayList<>();
    for (int place = 0; place < members; place++) {
      ExecutionCost cost =
          new ExecutionCost(
              paid.chain(),
              paid.txHash(),
              paid.account(),
              paid.gasUsed(),
              paid.gasPrice(),
              paid.dataFee(),
              share(paid.fee(), members, place),
              false);
      shares.add(
          new ChainFact(
              paid.members().get(place),
              Kind.FAILED,
              ref,
              null,
              Wei.ZERO,
              cost,
              new Failed(paid.purpose(), members)));
    }
    return shares;
  }

  private static Wei share(Wei fee, int members, int place) {
    BigInteger[] parts = fee.value().divideAndRemainder(BigInteger.valueOf(members));
    return new Wei(place == 0 ? parts[0].add(parts[1]) : parts[0]);
  }

  private static ChainFact cost(TxId txid, Kind kind, LogRef ref, ExecutionCost cost) {
    return new ChainFact(txid, kind, ref, null, Wei.ZERO, cost, null);
  }

  /** Names it in the ledger: its log in its block, and no other. */
  String cause() {
    return kind + ":" + where(ref);
  }

  /** What the ledger calls a fact that is withdrawn; empty when it has none of its kind. */
  static Optional<String> cause(FactWithdrawn gone) {
    return kind(gone.fact()).map(kind -> kind + ":" + where(gone.ref()));
  }

  private static Optional<Kind> kind(String fact) {
    return Optional.ofNullable(
        switch (fact) {
          case "GasPrepaid" -> Kind.PREPAID;
          case "MessageDelivered" -> Kind.DELIVERY;
          case "MessageSettled" -> Kind.CALLBACK;
          case "RefundPaid" -> Kind.REFUND;
          default -> null;
        });
  }

  private static String where(LogRef ref) {
    String log = ref.logIndex() == WHOLE_TRANSACTION ? "" : ":" + ref.logIndex();
    return ref.txHash() + log + "@" + ref.blockHash().hex().substring(2, 18);
  }
}
