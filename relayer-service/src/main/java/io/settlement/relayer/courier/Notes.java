// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.GasEvent;
import io.settlement.events.MessageEvent;
import io.settlement.relayer.lane.PrepaidGas;
import io.settlement.relayer.lane.Purpose;
import io.settlement.relayer.lane.Work;

/** What each fact says about its message. */
final class Notes {
  private Notes() {}

  /** Whether it says anything new: prepayments and the courier's own decisions do not. */
  static boolean matters(MessageEvent fact) {
    return switch (fact) {
      case MessageEvent.GasPrepaid it -> false;
      case MessageEvent.PaymentSeen it -> false;
      case MessageEvent.MessageAdmitted it -> false;
      case MessageEvent.MessageRefused it -> false;
      case MessageEvent.MessageHeld it -> false;
      case MessageEvent.MessageReleased it -> false;
      case MessageEvent.MessageWouldBeHeld it -> false;
      case MessageEvent.MessageExpired it -> false;
      case MessageEvent.AttestationRejected it -> false;
      case MessageEvent.AttestationWanted it -> false;
      case MessageEvent.QuotePaid it -> false;
      case MessageEvent.FactWithdrawn it -> false;
      default -> true;
    };
  }

  static void take(Dossier dossier, MessageEvent fact) {
    MessageRow message = dossier.message();
    switch (fact) {
      case MessageEvent.MessageObserved it -> message.observe(it.message(), it.ref().blockHash());
      case MessageEvent.MessageFinal it -> message.finalise(it.message(), it.ref(), it.at());
      case MessageEvent.MessageOrphaned it -> message.orphan(it.ref().blockHash());
      case MessageEvent.TransactionSent it -> message.sent(it.purpose());
      case MessageEvent.MessageDelivered it -> {
        message.deliver(it.outcome(), it.ref(), it.at());
        dossier.ended(Purpose.DELIVER);
        dossier.ended(Purpose.EXPIRE);
      }
      case MessageEvent.MessageSettled it -> {
        message.settle();
        dossier.ended(Purpose.CALL_BACK);
      }
      case MessageEvent.RefundPaid it -> {
        message.refund();
        dossier.ended(Purpose.REFUND);
      }
      case MessageEvent.MessageParked it -> message.park(purpose(it), it.reason(), it.at());
      default -> {}
    }
  }

  /** Facts from before said it by their reason. */
  private static Purpose purpose(MessageEvent.MessageParked fact) {
    String purpose = fact.purpose();
    return purpose == null ? Purpose.ofFailure(fact.reason()) : Purpose.valueOf(purpose);
  }

  static void take(Dossier dossier, GasEvent fact) {
    MessageRow message = dossier.message();
    switch (fact) {
      case GasEvent.GasCovered it ->
          message.cover(
              PrepaidGas.of(it.deliveryPrice(), it.deliveryGas()),
              PrepaidGas.of(it.callbackPrice(), it.callbackGas()));
      case GasEvent.GasShort it -> message.runShort();
      case GasEvent.RefundDue it -> {
        if (message.awaitsRefund()) {
          message.queueRefund();
          dossier.queue(new Work.Refund(it.txid(), it.chain(), it.to(), it.amount(), it.fee()));
        }
      }
      case GasEvent.GasAccountClosed it -> {}
      case GasEvent.RefundClaimable it -> message.leaveRefund();
    }
  }
}
