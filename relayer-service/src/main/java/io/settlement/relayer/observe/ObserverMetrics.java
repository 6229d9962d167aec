// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.settlement.events.SuiteEvent;
import io.settlement.events.value.ChainName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Where each chain is and how far it was read, in blocks; facts by type. */
final class ObserverMetrics {
  private final MeterRegistry meters;
  private final Map<ChainName, Chain> chains = new ConcurrentHashMap<>();

  ObserverMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  /** The chain's heads and our checkpoint. */
  void saw(long head, long finalised, Checkpoint checkpoint) {
    Chain chain = chain(checkpoint.chain());
    chain.head.set(head);
    chain.finalised.set(finalised);
    chain.lag.set(Math.max(0, finalised - checkpoint.last().number()));
  }

  /** Whether the chain contradicts its checkpoint. */
  void halted(ChainName name, boolean halted) {
    chain(name).halted.set(halted ? 1 : 0);
  }

  /** Logs that a node left out were found in their receipts. */
  void omitted(ChainName chain, int logs) {
    meters.counter("settlement.observer.omitted", "chain", chain.value()).increment(logs);
  }

  /** A node told logs that their block denies. */
  void lied(ChainName chain) {
    meters.counter("settlement.observer.lies", "chain", chain.value()).increment();
  }

  /** A message that was told to be final early was reorganised away. */
  void earlyLost(ChainName chain) {
    meters.counter("settlement.observer.early.lost", "chain", chain.value()).increment();
  }

  /** Missing messages were found. */
  void healed(ChainName chain, int messages) {
    meters.counter("settlement.observer.healed", "chain", chain.value()).increment(messages);
  }

  /** Blocks were certified. */
  void certified(ChainName chain, Verification how, long blocks) {
    meters
        .counter("settlement.observer.certified", "chain", chain.value(), "verified", how.name())
        .increment((double) blocks);
  }

  /** Numbers of messages that are missing, and ranges of them that have been for too long. */
  void holes(ChainName name, long missing, int overdue) {
    Chain chain = chain(name);
    chain.missing.set(missing);
    chain.overdue.set(overdue);
  }

  /** What a back-fill has left; zero when none runs. */
  void backfill(ChainName name, long blocks, Duration eta) {
    Chain chain = chain(name);
    chain.backfill.set(blocks);
    chain.eta.set(eta.toSeconds());
  }

  /** Seconds until the back-fill ends at the pace it has; zero when none runs. */
  long etaSeconds(ChainName name) {
    return chain(name).eta.get();
  }

  /** Facts were stored. */
  void stored(ChainName chain, List<? extends SuiteEvent> facts) {
    Map<String, Long> byType =
        facts.stream().collect(Collectors.groupingBy(SuiteEvent::typeName, Collectors.counting()));
    byType.forEach(
        (type, count) ->
            meters
                .counter("settlement.observer.facts", "chain", chain.value(), "type", type)
                .increment(count));
  }

  private Chain chain(ChainName name) {
    return chains.computeIfAbsent(name, one -> new Chain(one, meters));
  }

  private static final class Chain {
    private final AtomicLong head;
    private final AtomicLong finalised;
    private final AtomicLong lag;
    private final AtomicLong halted;
    private final AtomicLong missing;
    private final AtomicLong overdue;
    private final AtomicLong backfill;
    private final AtomicLong eta;

    private Chain(ChainName name, MeterRegistry meters) {
      head = gauge("settlement.observer.head", "newest block", name, meters);
      finalised = gauge("settlement.observer.finalized", "newest final block", name, meters);
      lag = gauge("settlement.observer.lag", "final blocks not yet facts", name, meters);
      halted = gauge("settlement.observer.halted", "1 when the chain contradicts us", name, meters);
      missing = gauge("settlement.observer.missing", "message numbers missing", name, meters);
      overdue = gauge("settlement.observer.missing.overdue", "missing too long", name, meters);
      backfill = gauge("settlement.observer.backfill.blocks", "blocks to fill in", name, meters);
      eta = new AtomicLong();
      TimeGauge.builder(
              "settlement.observer.backfill.eta", eta, TimeUnit.SECONDS, AtomicLong::doubleValue)
          .description("until filled in")
          .tag("chain", name.value())
          .register(meters);
    }

    private static AtomicLong gauge(
        String gauge, String says, ChainName chain, MeterRegistry meters) {
      AtomicLong value = new AtomicLong();
      Gauge.builder(gauge, value, AtomicLong::doubleValue)
          .description(says)
          .tag("chain", chain.value())
          .register(meters);
      return value;
    }
  }
}
