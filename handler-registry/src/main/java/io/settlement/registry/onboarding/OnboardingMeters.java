// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.RegistryEvent.OnboardingStage;
import io.settlement.registry.onboarding.Docket.Moved;
import io.settlement.registry.onboarding.History.Checked;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** How many applications there are in which stage, how long stages take, and what checks find. */
@Component
class OnboardingMeters {
  private final MeterRegistry meters;

  OnboardingMeters(MeterRegistry meters, ApplicationTable applications, Baselines baselines) {
    this.meters = meters;
    Gauge.builder("settlement.onboarding.drifted", baselines, OnboardingMeters::drifted)
        .description("live chains and handlers that are not as they were admitted")
        .register(meters);
    for (OnboardingStage stage : OnboardingStage.values()) {
      Gauge.builder(
              "settlement.onboarding.applications",
              applications,
              table -> table.countByStage().getOrDefault(stage, 0L))
          .description("applications by their stage")
          .tag("stage", stage.name())
          .register(meters);
    }
  }

  private static long drifted(Baselines baselines) {
    return baselines.all().stream().filter(one -> !one.drifted().isEmpty()).count();
  }

  @EventListener
  void left(Moved moved) {
    meters
        .timer("settlement.onboarding.stage.time", "stage", moved.from().stage().name())
        .record(Duration.between(moved.from().enteredAt(), moved.at()));
  }

  @EventListener
  void checked(Checked checked) {
    meters
        .timer(
            "settlement.onboarding.checks",
            "step",
            checked.step().name(),
            "verdict",
            checked.verdict().name())
        .record(Duration.ofMillis(checked.tookMs()));
  }
}
