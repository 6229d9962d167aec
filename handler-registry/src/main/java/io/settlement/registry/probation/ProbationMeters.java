// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.probation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** How many routes are on probation, and how many have passed it. */
@Component
class ProbationMeters {

  ProbationMeters(MeterRegistry meters, ProbationTable table) {
    gauge(meters, table, "limited", false);
    gauge(meters, table, "passed", true);
  }

  private static void gauge(
      MeterRegistry meters, ProbationTable table, String state, boolean passed) {
    Gauge.builder(
            "settlement.probation.routes",
            table,
            all -> all.all().stream().filter(one -> one.isPassed() == passed).count())
        .description("routes whose amounts grow by stages")
        .tag("state", state)
        .register(meters);
  }
}
