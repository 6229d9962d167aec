// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.ChainLog;
import io.settlement.chain.contract.SentMessages;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.relayer.observe.Sequences.Hole;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for messages whose number was passed over: the blocks between their neighbours are read
 * again by their receipts. One that stays missing is an alarm.
 */
final class HoleRepair {
  private static final Logger logger = LoggerFactory.getLogger(HoleRepair.class);
  private static final int MOST_HOLES = 1_000;

  /** Blocks read again in one round, so that the live head is not delayed. */
  private static final int BLOCKS = 64;

  private final CertifiedReader reader;
  private final ChainLogs logs;
  private final ObserverStore store;
  private final ObserverSettings settings;
  private final ObserverMetrics metrics;
  private final Clock clock;
  private final Map<Hole, Long> lookedUpTo = new HashMap<>();
  private final Set<Hole> alarmed = new HashSet<>();
  private Instant next = Instant.EPOCH;

  HoleRepair(
      CertifiedReader reader,
      ChainLogs logs,
      ObserverStore store,
      ObserverSettings settings,
      ObserverMetrics metrics,
      Clock clock) {
    this.reader = reader;
    this.logs = logs;
    this.store = store;
    this.settings = settings;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** One look, unless the last one was just now. */
  void look(ChainName chain) {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(settings.holeRecheck());
    List<Backfill> backfills = store.records().backfills().open(chain);
    List<Hole> holes =
        store.records().sequences().holes(chain, MOST_HOLES).stream()
            .filter(hole -> backfills.stream().noneMatch(one -> overlap(one, hole)))
            .toList();
    lookedUpTo.keySet().retainAll(holes);
    alarmed.retainAll(holes);
    holes.stream().filter(hole -> isOverdue(hole, now)).forEach(hole -> alarm(chain, hole));
    metrics.holes(chain, holes.stream().mapToLong(Hole::missing).sum(), alarmed.size());
    next(holes).ifPresent(hole -> lookInto(chain, hole, now));
  }

  /** What a back-fill is going to read is not missing. */
  private static boolean overlap(Backfill backfill, Hole hole) {
    return backfill.done().number() < hole.beforeBlock()
        && hole.afterBlock() <= backfill.until().number();
  }

  private boolean isOverdue(Hole hole, Instant now) {
    return hole.since().plus(settings.holeAlarm()).isBefore(now);
  }

  private void alarm(ChainName chain, Hole hole) {
    if (alarmed.add(hole)) {
      logger
          .atError()
          .addKeyValue("chain", chain)
          .addKeyValue("destination", hole.destination())
          .log(
              "messages {} to {} are missing between blocks {} and {}",
              hole.from(),
              hole.to(),
              hole.afterBlock(),
              hole.beforeBlock());
    }
  }

  /** Holes take turns: the one that was looked into least comes first. */
  private Optional<Hole> next(List<Hole> holes) {
    return holes.stream()
        .min(
            java.util.Comparator.comparingLong(
                hole -> lookedUpTo.getOrDefault(hole, hole.afterBlock() - 1) - hole.afterBlock()));
  }

  private void lookInto(ChainName chain, Hole hole, Instant now) {
    long from = Math.max(0, lookedUpTo.getOrDefault(hole, hole.afterBlock() - 1) + 1);
    long to = Math.min(hole.beforeBlock(), from + BLOCKS - 1);
    Scan scan = reader.again(from, to);
    Set<Hash> blocks = blocksWithMissing(scan, hole);
    if (!blocks.isEmpty()) {
      List<ChainLog> found =
          scan.logs().stream().filter(log -> blocks.contains(log.blockHash())).toList();
      Scan part =
          new Scan(chain, scan.first(), scan.end(), found, scan.times(), Verification.RECEIPTS);
      FinalFacts facts = reader.facts(part, now);
      store.healed(chain, facts);
      metrics.healed(chain, facts.numbered().size());
      logger
          .atWarn()
          .addKeyValue("chain", chain)
          .addKeyValue("destination", hole.destination())
          .log("messages that were missed were found in {} blocks", blocks.size());
    }
    boolean atEnd = to >= hole.beforeBlock();
    lookedUpTo.put(hole, atEnd ? hole.afterBlock() - 1 : to);
    if (!atEnd) {
      next = Instant.EPOCH;
    }
  }

  private Set<Hash> blocksWithMissing(Scan scan, Hole hole) {
    SentMessages sent = logs.messages(scan.logs());
    Set<Hash> blocks = new HashSet<>();
    for (ChainLog log : scan.logs()) {
      logs.message(log, sent)
          .filter(message -> isMissing(message, hole))
          .ifPresent(message -> blocks.add(log.blockHash()));
    }
    return blocks;
  }

  private static boolean isMissing(CrossChainMessage message, Hole hole) {
    return message.to().chain().equals(hole.destination())
        && hole.holds(message.terms().sequence());
  }

  /** Numbers that have been missing for too long. */
  Optional<String> trouble() {
    return alarmed.stream()
        .findFirst()
        .map(
            hole ->
                "messages %d to %d to %s are missing between blocks %d and %d"
                    .formatted(
                        hole.from(),
                        hole.to(),
                        hole.destination(),
                        hole.afterBlock(),
                        hole.beforeBlock()));
  }
}
