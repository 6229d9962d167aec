// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a message. Topic {@link Topics#MESSAGES}, key txid, writer relayer-service. */
public sealed interface MessageEvent extends SuiteEvent {

  /** The message. */
  TxId txid();

  @Override
  default String key() {
    return txid().hex();
  }

  @Override
  default Topic<MessageEvent> topic() {
    return Topics.MESSAGE_EVENTS;
  }

  /** The source logged it; its block may still be replaced. */
  @JsonTypeName("MessageObserved")
  record MessageObserved(TxId txid, CrossChainMessage message, LogRef ref, Instant at)
      implements MessageEvent {}

  /** Its block is final under the source chain's policy, or under the tier of its route. */
  @JsonTypeName("MessageFinal")
  record MessageFinal(TxId txid, CrossChainMessage message, LogRef ref, Instant at)
      implements MessageEvent {}

  /**
   * The block it was observed in was replaced; takes {@link MessageObserved} back, and {@link
   * MessageFinal} and {@link PaymentSeen} of the same block if they were told early.
   */
  @JsonTypeName("MessageOrphaned")
  record MessageOrphaned(TxId txid, LogRef ref, Instant at) implements MessageEvent {}

  /**
   * The gas vault logged a payment for the message, finally.
   *
   * @param payer who paid this time
   * @param refundTo who gets what is left over
   * @param amount of the chain's native token
   */
  @JsonTypeName("GasPrepaid")
  record GasPrepaid(
      TxId txid, EvmAddress payer, EvmAddress refundTo, Wei amount, LogRef ref, Instant at)
      implements MessageEvent {}

  /**
   * The vault logged payments for a message that is final early, by its route's tier, in a block
   * that may still be replaced. {@link GasPrepaid} follows when they are final too; {@link
   * MessageOrphaned} of the same block takes this back.
   *
   * @param amount of the chain's native token, all payments of the message's transaction into its
   *     sender's account
   * @param ref where the message was logged
   */
  @JsonTypeName("PaymentSeen")
  record PaymentSeen(TxId txid, Wei amount, LogRef ref, Instant at) implements MessageEvent {}

  /** Route, quorum and gas allow it: queued for delivery. */
  @JsonTypeName("MessageAdmitted")
  record MessageAdmitted(TxId txid, ChainName destination, Instant at) implements MessageEvent {}

  /**
   * Will not be delivered.
   *
   * @param reason a stable word, for instance ROUTE_CLOSED
   * @param detail for humans
   */
  @JsonTypeName("MessageRefused")
  record MessageRefused(TxId txid, String reason, String detail, Instant at)
      implements MessageEvent {}

  /**
   * Stopped by a limit or a pause, or, once admitted, because gas costs more than was prepaid; goes
   * on when that ends.
   *
   * @param reason the name of a {@link io.settlement.events.value.Reason}
   * @param detail for humans: which limit or stop, or what gas costs
   */
  @JsonTypeName("MessageHeld")
  record MessageHeld(TxId txid, String reason, String detail, Instant at) implements MessageEvent {}

  /**
   * What held it has ended; takes {@link MessageHeld} back.
   *
   * @param reason why it was held
   * @param detail for humans: how that ended
   */
  @JsonTypeName("MessageReleased")
  record MessageReleased(TxId txid, String reason, String detail, Instant at)
      implements MessageEvent {}

  /**
   * A limit or a stop in shadow mode would have held it; nothing follows from that.
   *
   * @param reason why it would have been held
   * @param detail for humans: which limit or stop
   */
  @JsonTypeName("MessageWouldBeHeld")
  record MessageWouldBeHeld(TxId txid, String reason, String detail, Instant at)
      implements MessageEvent {}

  /**
   * A signed transaction that carries the message was recorded and is being broadcast.
   *
   * @param purpose DELIVER, EXPIRE, CALL_BACK or REFUND
   */
  @JsonTypeName("TransactionSent")
  record TransactionSent(
      TxId txid, String purpose, ChainName chain, Hash txHash, EvmAddress submitter, Instant at)
      implements MessageEvent {}

  /** The destination logged the handler's outcome, finally. */
  @JsonTypeName("MessageDelivered")
  record MessageDelivered(TxId txid, Outcome outcome, LogRef ref, ExecutionCost cost, Instant at)
      implements MessageEvent {}

  /** The source logged the outcome, finally: the message has ended. */
  @JsonTypeName("MessageSettled")
  record MessageSettled(TxId txid, Outcome outcome, LogRef ref, ExecutionCost cost, Instant at)
      implements MessageEvent {}

  /**
   * Its deadline passed on the destination's final clock and it was not received: it never will be.
   *
   * @param ref where the source logged it
   */
  @JsonTypeName("MessageExpired")
  record MessageExpired(TxId txid, CrossChainMessage message, LogRef ref, Instant at)
      implements MessageEvent {}

  /**
   * Needs a human.
   *
   * @param purpose what was given up: DELIVER, EXPIRE, CALL_BACK or REFUND; null in old facts,
   *     whose reason says it
   * @param reason the name of a {@link io.settlement.events.value.Reason}
   * @param detail for humans
   */
  @JsonTypeName("MessageParked")
  record MessageParked(
      TxId txid, @Nullable String purpose, String reason, String detail, Instant at)
      implements MessageEvent {}

  /**
   * Signatures are missing and did not come in time: validators are to look at the message again
   * and sign it by itself.
   *
   * @param kind what is to be attested
   * @param ref where the chain logged it
   */
  @JsonTypeName("AttestationWanted")
  record AttestationWanted(TxId txid, AttestationEvent.Kind kind, LogRef ref, Instant at)
      implements MessageEvent {}

  /**
   * A signature that cannot count: of another digest, by a stranger, or unreadable.
   *
   * @param validator who claimed to have signed; null when that cannot be read
   * @param reason a stable word: UNREADABLE, WRONG_DIGEST or NOT_A_VALIDATOR
   */
  @JsonTypeName("AttestationRejected")
  record AttestationRejected(
      TxId txid,
      AttestationEvent.Kind kind,
      @Nullable EvmAddress validator,
      String reason,
      Instant at)
      implements MessageEvent {}

  /**
   * The gas vault logged the refund, finally: by the operator's order or by the payer's own
   * receipt.
   *
   * @param waiting whether the receiver did not take the money: it waits in the vault to be claimed
   */
  @JsonTypeName("RefundPaid")
  record RefundPaid(
      TxId txid,
      EvmAddress to,
      Wei amount,
      boolean waiting,
      LogRef ref,
      ExecutionCost cost,
      Instant at)
      implements MessageEvent {
    /** Taken by its receiver. */
    public RefundPaid(
        TxId txid, EvmAddress to, Wei amount, LogRef ref, ExecutionCost cost, Instant at) {
      this(txid, to, amount, false, ref, cost, at);
    }
  }

  /**
   * The gas vault logged that a payment came with a quote that holds, finally. The payment itself
   * is told as {@link GasPrepaid}.
   *
   * @param quoteId as the quote names itself on chain
   * @param amount wei that came with it
   * @param payloadHash of what was quoted, Keccak-256; the vault does not compare it with what was
   *     sent
   */
  @JsonTypeName("QuotePaid")
  record QuotePaid(TxId txid, Hash quoteId, Wei amount, Hash payloadHash, LogRef ref, Instant at)
      implements MessageEvent {}

  /**
   * A reorganisation below finality removed the log that a final fact was read from: what it caused
   * in any book is to be reversed.
   *
   * @param fact type of the fact, for instance GasPrepaid
   * @param ref where it had been read
   */
  @JsonTypeName("FactWithdrawn")
  record FactWithdrawn(TxId txid, String fact, LogRef ref, Instant at) implements MessageEvent {}
}
