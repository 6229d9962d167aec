// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;

/** What reading one chain costs, by provider, purpose and method. All tags are from small sets. */
final class RpcMeters {
  private final MeterRegistry meters;
  private final String chain;

  RpcMeters(MeterRegistry meters, String chain) {
    this.meters = meters;
    this.chain = chain;
  }

  void called(String provider, Question<?> question, String outcome, Duration took) {
    Tags tags = of(provider).and("purpose", question.purpose()).and("method", question.method());
    meters.timer("settlement.rpc.calls", tags.and("outcome", outcome)).record(took);
    meters.counter("settlement.rpc.requests", tags).increment(question.requests().size());
  }

  void hedged(String provider) {
    meters.counter("settlement.rpc.hedges", of(provider)).increment();
  }

  /**
   * @param outvoted whether a quorum said otherwise; false when none was found
   */
  void disagreed(String provider, String method, boolean outvoted) {
    Tags tags = of(provider).and("method", method).and("verdict", outvoted ? "outvoted" : "open");
    meters.counter("settlement.rpc.disagreements", tags).increment();
  }

  void watch(Provider provider, Rota rota) {
    Tags tags = of(provider.name());
    Gauge.builder("settlement.rpc.provider.in", () -> rota.isIn(provider) ? 1 : 0)
        .tags(tags)
        .register(meters);
    Gauge.builder("settlement.rpc.provider.lag", () -> rota.lag(provider))
        .tags(tags)
        .register(meters);
    Gauge.builder("settlement.rpc.provider.weight", () -> provider.weight().share() / 100.0)
        .tags(tags)
        .register(meters);
  }

  private Tags of(String provider) {
    return Tags.of("chain", chain, "provider", provider);
  }
}
