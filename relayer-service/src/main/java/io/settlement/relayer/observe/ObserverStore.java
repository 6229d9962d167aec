// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageOrphaned;
import io.settlement.events.SuiteEvent;
import io.settlement.events.TransactionEvent;
import io.settlement.events.value.ChainName;
import io.settlement.kit.outbox.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
  private final Records records;
  private final Outbox outbox;
  private final TransactionTemplate transactions;
  private final ObserverMetrics metrics;

  ObserverStore(
      Checkpoints checkpoints,
      Observations observations,
      Records records,
      Outbox outbox,
      TransactionTemplate transactions,
      ObserverMetrics metrics) {
    this.checkpoints = checkpoints;
    this.observations = observations;
    this.records = records;
    this.outbox = outbox;
    this.transactions = transactions;
    this.metrics = metrics;
  }

  /** How far the chain was read. */
  Checkpoint load(ChainName chain, long firstBlock) {
    return checkpoints.load(chain, firstBlock);
  }

  /** What is kept of final blocks beside their facts, to read. */
  Records records() {
    return records;
  }

  /** Everything observed on the chain that is not final. */
  List<Observation> open(ChainName chain) {
    return observations.open(chain);
  }

  /** Messages whose tier is content when blocks up to {@code head} stand. */
  List<Observation> due(ChainName chain, long head, int most) {
    return observations.due(chain, head, most);
  }

  /** A range became final: its facts, and the certificate that none is left out. */
  Checkpoint finalised(Checkpoint to, Scan scan, FinalFacts facts) {
    return move(
        to,
        () -> {
          certify(to.chain(), scan, facts);
          records.certificates().tidy(to.chain());
          records.told().add(to.chain(), facts.told());
          records.told().tidy(to.chain(), to.last().number());
          List<Observation> observed =
              observations.take(to.chain(), to.last().number(), facts.txids());
          List<MessageEvent> all = facts.given(observed);
          countLost(to.chain(), observed, all);
          return with(
              records.backfills().tellable(to.chain(), all, facts.txids()), facts.ofVault());
        });
  }

  /** Messages were seen in blocks that are not final; those already observed there are not news. */
  Checkpoint observed(Checkpoint to, List<Sighting> seen) {
    return move(to, () -> newOf(to.chain(), seen));
  }

  /** Messages are final early, or wait longer than was thought. */
  Checkpoint early(Checkpoint to, Collection<Observation> weighed, List<MessageEvent> facts) {
    return move(
        to,
        () -> {
          observations.weighed(to.chain(), weighed);
          return facts;
        });
  }

  /** Blocks were replaced. */
  Checkpoint rewound(Checkpoint to, Map<Observation, MessageOrphaned> gone) {
    return move(
        to,
        () -> {
          observations.remove(to.chain(), gone.keySet());
          countLost(to.chain(), gone.keySet(), List.copyOf(gone.values()));
          return List.copyOf(gone.values());
        });
  }

  /** The live head goes on from the end of a back-fill, which is read on its own. */
  Checkpoint leftBehind(Checkpoint from, Backfill backfill) {
    return move(
        from.movedTo(backfill.until()),
        () -> {
          records.backfills().start(backfill);
          return List.of();
        });
  }

  /** A range of a back-fill was read; the last one lets go what waited for it. */
  void filled(Backfill to, Scan scan, FinalFacts facts) {
    List<SuiteEvent> told = with(facts.given(List.of()), facts.ofVault());
    transactions.executeWithoutResult(
        status -> {
          if (!records.backfills().move(to)) {
            throw new ChainMoved("another observer filled this range of " + to.chain());
          }
          certify(to.chain(), scan, facts);
          if (to.remaining() <= ToldFacts.BLOCKS) {
            records.told().add(to.chain(), facts.told());
          }
          append(told);
          if (to.remaining() == 0) {
            records.backfills().end(to, this::append);
          }
        });
    metrics.stored(to.chain(), told);
  }

  /** Messages that were missed were found after all. */
  void healed(ChainName chain, FinalFacts facts) {
    List<SuiteEvent> told = with(facts.given(List.of()), facts.ofVault());
    transactions.executeWithoutResult(
        status -> {
          records.sequences().note(chain, facts.numbered(), facts.at());
          records.told().add(chain, facts.told());
          append(told);
        });
    metrics.stored(chain, told);
  }

  /**
   * What was certified above a block is to be read again.
   *
   * @param gone facts of blocks that are others now: they are taken back
   */
  Checkpoint readAgain(Checkpoint from, Point after, List<ToldFact> gone, Instant at) {
    return move(
        from.movedTo(after),
        () -> {
          records.certificates().forgetAbove(from.chain(), after.number());
          records.told().remove(from.chain(), gone);
          return gone.stream().map(fact -> fact.withdrawn(at)).toList();
        });
  }

  private void certify(ChainName chain, Scan scan, FinalFacts facts) {
    records.certificates().add(chain, scan.certificate(), facts.at());
    if (!facts.numbered().isEmpty()) {
      records.sequences().note(chain, facts.numbered(), facts.at());
    }
    metrics.certified(chain, scan.verified(), scan.end().number() - scan.first().number() + 1);
  }

  private List<MessageEvent> newOf(ChainName chain, List<Sighting> seen) {
    Set<Place> added = observations.add(chain, seen.stream().map(Sighting::observation).toList());
    return seen.stream()
        .map(Sighting::fact)
        .filter(one -> added.contains(Place.of(one.ref())))
        .map(MessageEvent.class::cast)
        .toList();
  }

  /** What was told to be final and is not: somebody may have acted on it. */
  private void countLost(
      ChainName chain, Collection<Observation> observed, List<? extends MessageEvent> facts) {
    for (Observation one : observed) {
      boolean lost =
          one.early()
              && facts.stream()
                  .anyMatch(
                      fact ->
                          fact instanceof MessageOrphaned orphan && orphan.ref().equals(one.ref()));
      if (lost) {
        metrics.earlyLost(chain);
        log.atError()
            .addKeyValue("chain", chain)
            .addKeyValue("txid", one.txid())
            .addKeyValue("block", one.ref().blockNumber())
            .log("a message that was final by its tier was reorganised away");
      }
    }
  }

  private Checkpoint move(Checkpoint to, Supplier<List<? extends SuiteEvent>> facts) {
    List<? extends SuiteEvent> stored =
        transactions.execute(
            status -> {
              if (!checkpoints.move(to)) {
                records.backfills().forget(to.chain());
                throw new ChainMoved("another observer stored this range of " + to.chain());
              }
              List<? extends SuiteEvent> made = facts.get();
              append(made);
              return made;
            });
    metrics.stored(to.chain(), stored);
    stored.forEach(ObserverStore::tell);
    return to;
  }

  private void append(List<? extends SuiteEvent> facts) {
    if (!facts.isEmpty()) {
      outbox.append(facts);
    }
  }

  private static List<SuiteEvent> with(
      List<MessageEvent> ofMessages, List<TransactionEvent> ofVault) {
    List<SuiteEvent> all = new ArrayList<>(ofMessages);
    all.addAll(ofVault);
    return all;
  }

  private static void tell(SuiteEvent fact) {
    (fact instanceof MessageOrphaned ? log.atInfo() : log.atDebug())
        .addKeyValue("key", fact.key())
        .addKeyValue("fact", fact.typeName())
        .log("observed");
  }
}
