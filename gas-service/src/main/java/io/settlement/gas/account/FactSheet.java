// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.GasPrepaid;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.MessageEvent.RefundPaid;
import io.settlement.events.value.TxId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one batch of facts says about one message. */
final class FactSheet {
  final TxId txid;
  final List<GasPrepaid> payments = new ArrayList<>();
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
      default -> false;
    };
  }

  private void add(MessageEvent fact) {
    switch (fact) {
      case MessageFinal f -> sent = f;
      case GasPrepaid p -> payments.add(p);
      case MessageDelivered d -> delivered = d;
      case MessageSettled s -> settled = s;
      case RefundPaid r -> refunded = r;
      default -> throw new IllegalArgumentException(fact.typeName());
    }
  }
}
