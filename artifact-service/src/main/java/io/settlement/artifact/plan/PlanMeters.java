// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.artifact.plan.track.Expected;
import io.settlement.artifact.plan.track.Plans;
import io.settlement.events.ArtifactEvent.PlanState;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many plans are on their way, and how many cannot go on. */
@Component
class PlanMeters {

  PlanMeters(Plans plans, Expected expected, MeterRegistry meters) {
    for (PlanState state : List.of(PlanState.RUNNING, PlanState.COMPENSATING)) {
      Gauge.builder("settlement.plans.open", plans, known -> known.countOpen(state))
          .description("plans that have not ended")
          .tag("state", state.name())
          .register(meters);
    }
    Gauge.builder("settlement.plans.hindered", expected, Expected::countHindered)
        .description("steps whose turn it is and that something is in the way of")
        .register(meters);
  }
}
