// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.publish;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.settlement.events.value.ChainName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How old each contract's publication is, and how many prices it would refuse. */
final class HeraldMeters {
  private final Map<ChainName, Instant> told = new ConcurrentHashMap<>();
  private final Map<ChainName, Integer> leftOut = new ConcurrentHashMap<>();

  HeraldMeters(List<ChainName> contracts, MeterRegistry meters, Clock clock) {
    for (ChainName chain : contracts) {
      TimeGauge.builder(
              "settlement.gas.publication.age",
              () -> seconds(told.get(chain), clock),
              TimeUnit.SECONDS)
          .description("time since prices were last signed here for the chain's contract")
          .tag("chain", chain.value())
          .register(meters);
      Gauge.builder("settlement.gas.publication.left.out", () -> leftOut.getOrDefault(chain, 0))
          .description("prices that the chain's contract would refuse, so that they are not signed")
          .tag("chain", chain.value())
          .register(meters);
    }
  }

  void told(ChainName chain, Instant now) {
    told.put(chain, now);
  }

  void leftOut(ChainName chain, int prices) {
    leftOut.put(chain, prices);
  }

  /** Not a number before the first. */
  private static double seconds(@Nullable Instant last, Clock clock) {
    return last == null ? Double.NaN : Duration.between(last, clock.instant()).toMillis() / 1_000.0;
  }
}
