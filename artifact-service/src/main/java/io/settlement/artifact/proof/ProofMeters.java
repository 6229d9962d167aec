// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** What is shown of the last round of proofs, and when it is. */
@Component
class ProofMeters {
  private final Clock clock;
  private final AtomicLong lag = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();

  ProofMeters(Clock clock, MeterRegistry meters, Imbalances imbalances) {
    this.clock = clock;
    Gauge.builder("settlement.artifact.proof.lag", lag, AtomicLong::get)
        .description("final blocks whose logs are not booked yet")
        .register(meters);
    Gauge.builder("settlement.artifact.proof.failures", failures, AtomicLong::get)
        .description("artifacts that could not be proved in the last round")
        .register(meters);
    Gauge.builder("settlement.artifact.imbalances", imbalances, Imbalances::countOpen)
        .description("artifacts whose reserves do not prove")
        .register(meters);
  }

  Instant now() {
    return clock.instant();
  }

  void round(long blocksBehind, long notProved) {
    lag.set(blocksBehind);
    failures.set(notProved);
  }
}
