// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.FactWithdrawn;
import io.settlement.events.MessageEvent.GasPrepaid;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageOrphaned;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.MessageEvent.PaymentSeen;
import io.settlement.events.MessageEvent.QuotePaid;
import io.settlement.events.MessageEvent.RefundPaid;
import io.settlement.events.TransactionEvent.TransactionPaid;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one batch of facts says about one message. */
final class FactSheet {
  final TxId txid;
  final List<ChainFact> money = new ArrayList<>();
  final List<FactWithdrawn> withdrawn = new ArrayList<>();
  final Set<Hash> replaced = new HashSet<>();
  boolean quoted;
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

  /** One sheet for each message that was in a transaction that was reverted as a whole. */
  static Collection<FactSheet> ofFailed(List<TransactionPaid> failed) {
    Map<String, FactSheet> sheets = new TreeMap<>();
    for (TransactionPaid paid : failed) {
      for (ChainFact share : ChainFact.of(paid)) {
        sheets
            .computeIfAbsent(share.txid().hex(), key -> new FactSheet(share.txid()))
            .money
            .add(share);
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
      case QuotePaid q -> true;
      case FactWithdrawn w -> true;
      default -> false;
    };
  }

  /** Whether it says more than that something does not count, which opens no account. */
  boolean opensAccount() {
    return seen != null || sent != null || !money.isEmpty();
  }

  /** How the ledger names what is gone. */
  List<String> causesGone() {
    return withdrawn.stream().map(ChainFact::cause).flatMap(Optional::stream).toList();
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
      case GasPrepaid p -> money.add(ChainFact.of(p));
      case MessageDelivered d -> {
        delivered = d;
        money.add(ChainFact.of(d));
      }
      case MessageSettled s -> {
        settled = s;
        money.add(ChainFact.of(s));
      }
      case RefundPaid r -> {
        refunded = r;
        money.add(ChainFact.of(r));
      }
      case PaymentSeen p -> see(p);
      case MessageOrphaned o -> replace(o.ref().blockHash());
      case QuotePaid q -> quoted = true;
      case FactWithdrawn w -> withdrawn.add(w);
      default -> throw new IllegalArgumentException(fact.typeName());
    }
  }
}
