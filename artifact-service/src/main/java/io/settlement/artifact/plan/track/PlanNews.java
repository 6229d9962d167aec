// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.track;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.ArtifactEvent.PlanChanged;
import io.settlement.events.ArtifactEvent.StepChange;
import io.settlement.kit.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells how far plans came. */
@Component
class PlanNews {
  private static final Logger log = LoggerFactory.getLogger(PlanNews.class);

  private final Outbox outbox;
  private final MeterRegistry meters;

  PlanNews(Outbox outbox, MeterRegistry meters) {
    this.outbox = outbox;
    this.meters = meters;
  }

  void tell(List<Plan> plans, Instant now) {
    outbox.append(plans.stream().filter(Plan::isNews).map(plan -> fact(plan, now)).toList());
    plans.stream().filter(Plan::isNews).forEach(this::count);
  }

  private static PlanChanged fact(Plan plan, Instant now) {
    return new PlanChanged(
        plan.steps.getFirst().act.artifact(),
        plan.id,
        plan.partner,
        plan.owner,
        plan.state,
        plan.steps.stream()
            .filter(Step::isNews)
            .map(step -> new StepChange(step.position, step.act.kind(), step.state, step.reason))
            .toList(),
        plan.reason,
        now);
  }

  private void count(Plan plan) {
    if (plan.isStateNews()) {
      meters.counter("settlement.plans.changes", "state", plan.state.name()).increment();
      log.atInfo()
          .addKeyValue("plan", plan.id)
          .addKeyValue("state", plan.state)
          .addKeyValue("reason", plan.reason)
          .log("a plan came further");
    }
    for (Step step : plan.steps) {
      if (step.isNews()) {
        meters
            .counter(
                "settlement.plans.steps",
                "kind",
                step.act.kind().name(),
                "state",
                step.state.name())
            .increment();
      }
    }
  }
}
