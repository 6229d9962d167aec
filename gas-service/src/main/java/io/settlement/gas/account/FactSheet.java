// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.GasPrepaid;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageOrphaned;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.MessageEvent.PaymentSeen;
import io.settlement.events.MessageEvent.RefundPaid;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one batch of facts says about one message. */
final class FactSheet {
  final TxId txid;
  final List<GasPrepaid> payments = new ArrayList<>();
  final Set<Hash> replaced = new HashSet<>();
  @Nullable PaymentSeen seen;
  @Nullable MessageFinal sent;
  @Nullable MessageDelivered delivered;
  @Nullable MessageSettled settled;
  @Nullable RefundPaid refunded;

  private FactSheet(TxId txid) {
    this.txid = txid;
  }

  /** One sheet for each message that a fact concerns, in the order of their ids. */
  static Collection<FactSheet> of(List<MessageEvent> facts) {
    Map<String, FactSheet> sheets = new TreeMap<>();
    for (MessageEvent fact : facts) {
      if (concernsGas(fact)) {
        sheets.computeIfAbsent(fact.key(), key -> new FactSheet(fact.txid())).add(fact);
      }
    }
    return sheets.values();
  }

  private static boolean concernsGas(MessageEvent fact) {
    return switch (fact) {
      case MessageFinal f -> true;
      case GasPrepaid p -> !p.amount().isZero();
      case MessageDelivered d -> true;
      case MessageSettled s -> true;
      case RefundPaid r -> true;
      case PaymentSeen p -> true;
      case MessageOrphaned o -> true;
      default -> false;
    };
  }

  /** Whether it says more than that a block was replaced, which opens no account. */
  boolean opensAccount() {
    return seen != null
        || sent != null
        || delivered != null
        || settled != null
        || refunded != null
        || !payments.isEmpty();
  }

  /** What was seen in a block that is there again is to be believed again. */
  private void see(PaymentSeen payment) {
    replaced.remove(payment.ref().blockHash());
    seen = payment;
  }

  private void replace(Hash block) {
    replaced.add(block);
    PaymentSeen payment = seen;
    if (payment != null && payment.ref().blockHash().equals(block)) {
      seen = null;
    }
  }

  private void add(MessageEvent fact) {
    switch (fact) {
      case MessageFinal f -> sent = f;
      case GasPrepaid p -> payments.add(p);
      case MessageDelivered d -> delivered = d;
      case MessageSettled s -> settled = s;
      case RefundPaid r -> refunded = r;
      case PaymentSeen p -> see(p);
      case MessageOrphaned o -> replace(o.ref().blockHash());
      default -> throw new IllegalArgumentException(fact.typeName());
    }
  }
}
