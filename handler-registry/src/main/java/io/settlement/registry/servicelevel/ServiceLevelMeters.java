// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.ServiceLevelEvent.Level;
import io.settlement.registry.Contents;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * How providers answer, by the chains of the book; those of applicants together, because anybody
 * may bring new names.
 */
@Component
class ServiceLevelMeters {
  private static final String APPLYING = "applying";
  private static final String RIGHT = "RIGHT";

  private final MeterRegistry meters;
  private final Contents book;

  ServiceLevelMeters(MeterRegistry meters, Contents book, WatchList watchList) {
    this.meters = meters;
    this.book = book;
    for (Level level : Level.values()) {
      Gauge.builder(
              "settlement.provider.breached",
              watchList,
              list -> list.breaches().getOrDefault(level, 0L))
          .description("watched providers that do not keep a level")
          .tag("level", level.name())
          .register(meters);
    }
  }

  /** A round is over. */
  void round(int named, Collection<Look> looks) {
    String outcome = looks.size() == named ? "whole" : "cut";
    meters.counter("settlement.provider.rounds", "outcome", outcome).increment();
    Set<String> known =
        book.chains().stream()
            .map(ChainState::chain)
            .map(Object::toString)
            .collect(Collectors.toSet());
    Map<String, Lag> lags = Lag.of(looks);
    for (Look look : looks) {
      String name = look.provider().chain().value();
      String chain = known.contains(name) ? name : APPLYING;
      String right = look.error().orElse(RIGHT);
      meters.counter("settlement.provider.probes", "chain", chain, "outcome", right).increment();
      if (look.isRight()) {
        meters.timer("settlement.provider.latency", "chain", chain).record(look.probe().latency());
        DistributionSummary.builder("settlement.provider.lag")
            .baseUnit("seconds")
            .tag("chain", chain)
            .register(meters)
            .record((double) lags.getOrDefault(look.id(), Lag.NONE).seconds());
      }
    }
  }
}
