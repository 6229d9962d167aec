// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.ChainLog;
import io.settlement.chain.contract.SentMessages;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageObserved;
import io.settlement.events.MessageEvent.MessageOrphaned;
import io.settlement.events.TransactionEvent;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.TxId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The facts of a range that became final, in the order in which they are true: what was observed
 * and is not there is taken back, what is there and was not observed is, then everything is final.
 */
final class FinalFacts {
  private final Scan scan;
  private final Instant at;
  private final boolean areNumbered;
  private final Map<Place, MessageFinal> messages = new LinkedHashMap<>();
  private final List<MessageEvent> inOrder = new ArrayList<>();
  private final List<TransactionEvent> ofVault = new ArrayList<>();

  private FinalFacts(Scan scan, Instant at, boolean areNumbered) {
    this.scan = scan;
    this.at = at;
    this.areNumbered = areNumbered;
  }

  /** Reads every log once; what cannot be read is left out. */
  static FinalFacts of(Scan scan, ChainLogs logs, Costs costs, Instant at) {
    FinalFacts facts = new FinalFacts(scan, at, logs.numbersMessages());
    SentMessages messages = logs.messages(scan.logs());
    for (ChainLog log : paymentsFirst(scan.logs())) {
      Optional<MessageFinal> sent =
          logs.message(log, messages).map(message -> facts.sent(message, log));
      sent.ifPresent(fact -> facts.messages.put(Place.of(log), fact));
      sent.map(MessageEvent.class::cast)
          .or(() -> logs.fact(log, scan, costs, at))
          .ifPresent(facts.inOrder::add);
      logs.vaultFact(log, scan, at).ifPresent(facts.ofVault::add);
    }
    return facts;
  }

  /**
   * Within a transaction what was paid is told before what was sent, although it is logged after
   * it: whoever weighs a message that prepaid shall not find it short first. The quote it was paid
   * on comes before both.
   */
  private static List<ChainLog> paymentsFirst(List<ChainLog> logs) {
    Map<Hash, List<ChainLog>> transactions = new LinkedHashMap<>();
    logs.forEach(
        log -> transactions.computeIfAbsent(log.txHash(), any -> new ArrayList<>()).add(log));
    List<ChainLog> ordered = new ArrayList<>();
    for (List<ChainLog> transaction : transactions.values()) {
      transaction.stream().sorted(Comparator.comparingInt(FinalFacts::turn)).forEach(ordered::add);
    }
    return ordered;
  }

  private static int turn(ChainLog log) {
    if (ChainLogs.isQuote(log)) {
      return 0;
    }
    return ChainLogs.isPayment(log) ? 1 : 2;
  }

  /** When this was read. */
  Instant at() {
    return at;
  }

  /** The messages that their contract numbered. */
  Collection<MessageFinal> numbered() {
    return areNumbered ? messages.values() : List.of();
  }

  /** Those that are taken back when their logs go, whether they are told now or were early. */
  List<ToldFact> told() {
    return inOrder.stream().map(ToldFact::of).flatMap(Optional::stream).toList();
  }

  /** What the vault of the chain says of itself. */
  List<TransactionEvent> ofVault() {
    return List.copyOf(ofVault);
  }

  /** The messages that are final now. */
  Set<TxId> txids() {
    return messages.values().stream().map(MessageFinal::txid).collect(Collectors.toSet());
  }

  /**
   * All facts of the range.
   *
   * @param observed what was observed at these heights, and of these messages at any height: one
   *     that is final in one block is not in another; what was told to be final early is not told
   *     twice
   */
  List<MessageEvent> given(List<Observation> observed) {
    List<MessageEvent> facts = new ArrayList<>();
    Set<Place> seen = observed.stream().map(Observation::place).collect(Collectors.toSet());
    for (Observation one : observed) {
      if (!messages.containsKey(one.place())) {
        facts.add(new MessageOrphaned(one.txid(), one.ref(), at));
      }
    }
    Set<Place> unseen = new HashSet<>(messages.keySet());
    unseen.removeAll(seen);
    for (Map.Entry<Place, MessageFinal> sent : messages.entrySet()) {
      if (unseen.contains(sent.getKey())) {
        MessageFinal fact = sent.getValue();
        facts.add(new MessageObserved(fact.txid(), fact.message(), fact.ref(), at));
      }
    }
    Set<Place> early =
        observed.stream()
            .filter(Observation::early)
            .map(Observation::place)
            .collect(Collectors.toSet());
    inOrder.stream()
        .filter(
            fact -> !(fact instanceof MessageFinal told && early.contains(Place.of(told.ref()))))
        .forEach(facts::add);
    return facts;
  }

  private MessageFinal sent(CrossChainMessage message, ChainLog log) {
    LogRef ref = scan.refOf(log);
    return new MessageFinal(message.txid(), message, ref, at);
  }
}
