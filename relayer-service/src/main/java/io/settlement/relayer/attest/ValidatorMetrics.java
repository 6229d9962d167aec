// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.AttestationEvent;
import io.settlement.events.AttestationEvent.BundleSigned;
import io.settlement.events.value.ChainName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the validator does, in numbers. */
final class ValidatorMetrics {
  private final MeterRegistry meters;
  private final Map<ChainName, AtomicLong> pending = new ConcurrentHashMap<>();

  ValidatorMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Claims that wait, as far as they were counted. */
  void pending(ChainName chain, long count) {
    pending.computeIfAbsent(chain, this::pendingGauge).set(count);
  }

  /** Counts messages, and bundles beside them. */
  void signed(AttestationEvent signed) {
    meters
        .counter("settlement.validator.signed", "kind", signed.kind().name())
        .increment(signed.txids().size());
    if (signed instanceof BundleSigned) {
      meters.counter("settlement.validator.bundles", "kind", signed.kind().name()).increment();
    }
  }

  void refused(Refusal reason) {
    meters.counter("settlement.validator.refused", "reason", reason.name()).increment();
  }

  private AtomicLong pendingGauge(ChainName chain) {
    AtomicLong value = new AtomicLong();
    Gauge.builder("settlement.validator.pending", value, AtomicLong::doubleValue)
        .description("claims that wait for a verdict")
        .tag("chain", chain.value())
        .register(meters);
    return value;
  }
}
