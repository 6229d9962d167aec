// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import io.settlement.events.AttestationEvent;
import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.BundleSigned;
import io.settlement.events.GasEvent;
import io.settlement.events.MessageEvent;
import io.settlement.events.SuiteEvent;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.TokenTransfer;
import io.settlement.events.value.TxId;
import io.settlement.gateway.timeline.Entry.Where;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How each fact reads as lines, one for each message it is about. Signatures and payloads stay out:
 * they are long, and others keep them.
 */
final class Telling {
  private static final String ONLY_ONE = "";

  private Telling() {}

  /**
   * @throws IllegalArgumentException for a fact that is not about one message
   */
  static List<Entry> of(SuiteEvent fact) {
    return switch (fact) {
      case MessageEvent message -> List.of(of(message));
      case AttestationEvent attestation -> of(attestation);
      case GasEvent gas -> List.of(of(gas));
      default -> throw new IllegalArgumentException(fact.typeName() + " is not about a message");
    };
  }

  private static Entry of(MessageEvent fact) {
    return switch (fact) {
      case MessageEvent.MessageObserved e ->
          line(e, e.txid(), e.ref().blockHash().hex(), on(e.ref()), content(e.message(), e.ref()));
      case MessageEvent.MessageFinal e ->
          line(e, e.txid(), ONLY_ONE, on(e.ref()), content(e.message(), e.ref()));
      case MessageEvent.MessageOrphaned e ->
          line(e, e.txid(), e.ref().blockHash().hex(), on(e.ref()), detail());
      case MessageEvent.GasPrepaid e ->
          line(
              e,
              e.txid(),
              e.ref().txHash() + "/" + e.ref().logIndex(),
              on(e.ref()),
              detail("payer", e.payer(), "refundTo", e.refundTo(), "amount", e.amount()));
      case MessageEvent.PaymentSeen e ->
          line(e, e.txid(), e.ref().blockHash().hex(), on(e.ref()), detail("amount", e.amount()));
      case MessageEvent.MessageAdmitted e ->
          line(e, e.txid(), ONLY_ONE, on(e.destination(), null), detail());
      case MessageEvent.MessageRefused e -> told(e, e.txid(), e.reason(), e.detail());
      case MessageEvent.MessageHeld e -> told(e, e.txid(), e.reason(), e.detail());
      case MessageEvent.MessageReleased e -> told(e, e.txid(), e.reason(), e.detail());
      case MessageEvent.MessageWouldBeHeld e -> told(e, e.txid(), e.reason(), e.detail());
      case MessageEvent.MessageParked e ->
          line(
              e,
              e.txid(),
              e.at().toString(),
              Entry.NOWHERE,
              detail("purpose", e.purpose(), "reason", e.reason(), "detail", e.detail()));
      case MessageEvent.MessageExpired e ->
          line(
              e,
              e.txid(),
              ONLY_ONE,
              on(e.message().to().chain(), null),
              detail("deadline", e.message().terms().deadline()));
      case MessageEvent.TransactionSent e ->
          line(
              e,
              e.txid(),
              e.purpose() + "/" + e.txHash(),
              on(e.chain(), e.txHash()),
              detail("purpose", e.purpose(), "submitter", e.submitter()));
      case MessageEvent.MessageDelivered e ->
          line(e, e.txid(), ONLY_ONE, on(e.ref()), paid(e.cost(), "outcome", e.outcome()));
      case MessageEvent.MessageSettled e ->
          line(e, e.txid(), ONLY_ONE, on(e.ref()), paid(e.cost(), "outcome", e.outcome()));
      case MessageEvent.AttestationRejected e ->
          line(
              e,
              e.txid(),
              e.kind() + "/" + e.validator() + "/" + e.reason(),
              Entry.NOWHERE,
              detail("kind", e.kind(), "validator", e.validator(), "reason", e.reason()));
      case MessageEvent.AttestationWanted e ->
          line(e, e.txid(), e.kind() + "/" + e.at(), Entry.NOWHERE, detail("kind", e.kind()));
      case MessageEvent.RefundPaid e ->
          line(
              e,
              e.txid(),
              e.ref().chain() + "/" + e.to(),
              on(e.ref()),
              paid(e.cost(), "to", e.to(), "amount", e.amount()));
      case MessageEvent.QuotePaid e ->
          line(
              e,
              e.txid(),
              e.quoteId().hex(),
              on(e.ref()),
              detail("quoteId", e.quoteId(), "amount", e.amount()));
      case MessageEvent.FactWithdrawn e ->
          line(
              e,
              e.txid(),
              e.fact() + "/" + e.ref().blockHash() + "/" + e.ref().logIndex(),
              on(e.ref()),
              detail("fact", e.fact()));
    };
  }

  private static List<Entry> of(AttestationEvent fact) {
    return switch (fact) {
      case AttestationSigned e -> List.of(of(e));
      case BundleSigned e -> e.txids().stream().map(txid -> of(e, txid)).toList();
    };
  }

  private static Entry of(AttestationSigned e) {
    return line(
        e,
        e.txid(),
        e.kind() + "/" + e.validator() + "/" + e.digest(),
        Entry.NOWHERE,
        detail("kind", e.kind(), "validator", e.validator(), "digest", e.digest()));
  }

  /**
   * One line however many validators sign the bundle; who has is asked where signatures are kept.
   */
  private static Entry of(BundleSigned e, TxId txid) {
    return line(
        e,
        txid,
        e.kind() + "/" + e.root(),
        Entry.NOWHERE,
        detail("kind", e.kind(), "root", e.root()));
  }

  private static Entry of(GasEvent fact) {
    return switch (fact) {
      case GasEvent.GasCovered e ->
          line(
              e,
              e.txid(),
              ONLY_ONE,
              Entry.NOWHERE,
              detail(
                  "required", e.required(),
                  "prepaid", e.prepaid(),
                  "quoteId", e.quoteId(),
                  "waiver", e.waiver(),
                  "deliveryPrice", e.deliveryPrice(),
                  "callbackPrice", e.callbackPrice()));
      case GasEvent.GasShort e ->
          line(
              e,
              e.txid(),
              e.at().toString(),
              Entry.NOWHERE,
              detail("required", e.required(), "prepaid", e.prepaid(), "missing", e.missing()));
      case GasEvent.RefundDue e ->
          line(
              e,
              e.txid(),
              ONLY_ONE,
              on(e.chain(), null),
              detail("to", e.to(), "amount", e.amount()));
      case GasEvent.GasAccountClosed e ->
          line(
              e,
              e.txid(),
              ONLY_ONE,
              Entry.NOWHERE,
              detail(
                  "prepaid", e.prepaid(),
                  "spent", e.spent(),
                  "margin", e.margin(),
                  "refunded", e.refunded()));
      case GasEvent.RefundClaimable e ->
          line(
              e,
              e.txid(),
              e.chain() + "/" + e.to(),
              on(e.chain(), null),
              detail("to", e.to(), "amount", e.amount(), "reason", e.reason()));
    };
  }

  private static Entry line(
      SuiteEvent fact, TxId txid, String discriminator, Where where, Map<String, String> detail) {
    return new Entry(txid, fact.typeName(), discriminator, fact.at(), where, detail);
  }

  /** A message can be held or parked again for the same reason: its time tells them apart. */
  private static Entry told(SuiteEvent fact, TxId txid, String reason, String detail) {
    return line(
        fact,
        txid,
        fact.at().toString(),
        Entry.NOWHERE,
        detail("reason", reason, "detail", detail));
  }

  private static Where on(LogRef ref) {
    return new Where(ref.chain(), ref.blockNumber(), ref.txHash());
  }

  private static Where on(ChainName chain, @Nullable Hash txHash) {
    return new Where(chain, null, txHash);
  }

  private static Map<String, String> content(CrossChainMessage message, LogRef ref) {
    Map<String, String> detail =
        detail(
            "from", message.from(),
            "to", message.to(),
            "sender", message.sender(),
            "payloadType", message.payloadType(),
            "sequence", message.terms().sequence(),
            "handlerGas", message.terms().handlerGas(),
            "deadline", message.terms().deadline(),
            "blockHash", ref.blockHash());
    TokenTransfer transfer = message.transfer();
    if (transfer != null) {
      detail.putAll(
          detail(
              "fromToken", transfer.fromToken(),
              "toToken", transfer.toToken(),
              "receiver", transfer.receiver(),
              "amount", transfer.amount()));
    }
    return detail;
  }

  private static Map<String, String> paid(ExecutionCost cost, @Nullable Object... pairs) {
    Map<String, String> detail = detail(pairs);
    detail.putAll(
        detail(
            "submitter", cost.submitter(),
            "gasUsed", cost.gasUsed(),
            "gasPrice", cost.gasPrice(),
            "fee", cost.fee()));
    return detail;
  }

  /** Name, value, name, value…; what is null is left out. */
  private static Map<String, String> detail(@Nullable Object... pairs) {
    Map<String, String> detail = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      Object value = pairs[i + 1];
      if (value != null) {
        detail.put(String.valueOf(pairs[i]), value.toString());
      }
    }
    return detail;
  }
}
