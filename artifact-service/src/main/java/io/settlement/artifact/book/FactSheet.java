// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.value.TxId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one batch of facts says about one message. */
final class FactSheet {
  final TxId txid;
  @Nullable MessageFinal sent;
  @Nullable MessageDelivered delivered;
  @Nullable MessageSettled settled;

  private FactSheet(TxId txid) {
    this.txid = txid;
  }

  /** One sheet for each message that a fact concerns, in the order of their ids. */
  static Collection<FactSheet> of(List<MessageEvent> facts) {
    Map<String, FactSheet> sheets = new TreeMap<>();
    for (MessageEvent fact : facts) {
      switch (fact) {
        case MessageFinal f -> of(sheets, f).sent = f;
        case MessageDelivered d -> of(sheets, d).delivered = d;
        case MessageSettled s -> of(sheets, s).settled = s;
        default -> {}
      }
    }
    return sheets.values();
  }

  private static FactSheet of(Map<String, FactSheet> sheets, MessageEvent fact) {
    return sheets.computeIfAbsent(fact.key(), key -> new FactSheet(fact.txid()));
  }
}
