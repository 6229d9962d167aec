// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageObserved;
import io.settlement.events.MessageEvent.MessageOrphaned;
import io.settlement.events.value.ChainName;
import io.settlement.kit.outbox.Outbox;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The checkpoint moves in the transaction that stores the facts of its range. Who lost a race
 * against another observer of the same chain stores nothing and goes on from where the winner is.
 */
final class ObserverStore {
  private static final Logger log = LoggerFactory.getLogger(ObserverStore.class);

  private final Checkpoints checkpoints;
  private final Observations observations;
  private final Outbox outbox;
  private final TransactionTemplate transactions;
  private final ObserverMetrics metrics;

  ObserverStore(
      Checkpoints checkpoints,
      Observations observations,
      Outbox outbox,
      TransactionTemplate transactions,
      ObserverMetrics metrics) {
    this.checkpoints = checkpoints;
    this.observations = observations;
    this.outbox = outbox;
    this.transactions = transactions;
    this.metrics = metrics;
  }

  /** How far the chain was read. */
  Checkpoint load(ChainName chain, long firstBlock) {
    return checkpoints.load(chain, firstBlock);
  }

  /** Everything observed on the chain that is not final. */
  List<Observation> open(ChainName chain) {
    return observations.open(chain);
  }

  /** A range became final. */
  Checkpoint finalised(Checkpoint to, FinalFacts facts) {
    return move(
        to, () -> facts.given(observations.take(to.chain(), to.last().number(), facts.txids())));
  }

  /** Messages were seen in blocks that are not final; those already observed there are not news. */
  Checkpoint observed(Checkpoint to, List<MessageObserved> seen) {
    return move(to, () -> newOf(to.chain(), seen));
  }

  /** Blocks were replaced. */
  Checkpoint rewound(Checkpoint to, Map<Observation, MessageOrphaned> gone) {
    return move(
        to,
        () -> {
          observations.remove(to.chain(), gone.keySet());
          return List.copyOf(gone.values());
        });
  }

  private List<MessageObserved> newOf(ChainName chain, List<MessageObserved> seen) {
    Set<Place> added =
        observations.add(
            chain, seen.stream().map(one -> new Observation(one.txid(), one.ref())).toList());
    return seen.stream().filter(one -> added.contains(Place.of(one.ref()))).toList();
  }

  private Checkpoint move(Checkpoint to, Supplier<List<? extends MessageEvent>> facts) {
    List<? extends MessageEvent> stored =
        transactions.execute(
            status -> {
              if (!checkpoints.move(to)) {
                throw new ChainMoved("another observer stored this range of " + to.chain());
              }
              List<? extends MessageEvent> made = facts.get();
              if (!made.isEmpty()) {
                outbox.append(made);
              }
              return made;
            });
    metrics.stored(to.chain(), stored);
    stored.forEach(ObserverStore::tell);
    return to;
  }

  private static void tell(MessageEvent fact) {
    (fact instanceof MessageOrphaned ? log.atInfo() : log.atDebug())
        .addKeyValue("txid", fact.txid())
        .addKeyValue("fact", fact.typeName())
        .log("observed");
  }
}
