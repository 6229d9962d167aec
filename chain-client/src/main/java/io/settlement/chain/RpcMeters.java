// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What reading one chain costs, by provider, purpose and method. All tags are from small sets. Each
 * call is a span too, where spans are collected.
 */
final class RpcMeters {
  /** A node that refuses has answered. */
  private static final Set<String> ANSWERED = Set.of("ok", "reverted", "refused");

  private final MeterRegistry meters;
  private final Tracer tracer;
  private final String chain;

  RpcMeters(MeterRegistry meters, Tracer tracer, String chain) {
    this.meters = meters;
    this.tracer = tracer;
    this.chain = chain;
  }

  void called(String provider, Question<?> question, String outcome, Duration took) {
    Tags tags = of(provider).and("purpose", question.purpose()).and("method", question.method());
    meters.timer("settlement.rpc.calls", tags.and("outcome", outcome)).record(took);
    meters.counter("settlement.rpc.requests", tags).increment(question.requests().size());
    if (tracer.isEnabled()) {
      trace(provider, question, outcome, took);
    }
  }

  /** Made when it is over, so that a call that is not traced costs next to nothing. */
  private void trace(String provider, Question<?> question, String outcome, Duration took) {
    Instant now = Instant.now();
    Span span =
        tracer
            .spanBuilder(question.method())
            .setSpanKind(SpanKind.CLIENT)
            .setStartTimestamp(now.minus(took))
            .startSpan();
    if (span.isRecording()) {
      span.setAttribute("rpc.system", "jsonrpc")
          .setAttribute("rpc.method", question.method())
          .setAttribute("settlement.chain", chain)
          .setAttribute("settlement.provider", provider)
          .setAttribute("settlement.purpose", question.purpose())
          .setAttribute("settlement.outcome", outcome)
          .setAttribute("settlement.requests", question.requests().size());
      if (!ANSWERED.contains(outcome)) {
        span.setStatus(StatusCode.ERROR, outcome);
      }
    }
    span.end(now);
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
