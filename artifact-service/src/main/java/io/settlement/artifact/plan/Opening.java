// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan;

import io.settlement.artifact.plan.check.Obstacles;
import io.settlement.artifact.plan.track.Fact;
import io.settlement.artifact.plan.track.Plan;
import io.settlement.artifact.plan.track.Plans;
import io.settlement.artifact.plan.track.Tracking;
import io.settlement.events.value.ChainName;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings plans further by time and turn, each batch in one transaction. */
@Component
class Opening {
  private final Plans plans;
  private final Obstacles obstacles;
  private final Tracking tracking;
  private final PlanSettings settings;
  private final Clock clock;

  Opening(Plans plans, Obstacles obstacles, Tracking tracking, PlanSettings settings, Clock clock) {
    this.plans = plans;
    this.obstacles = obstacles;
    this.tracking = tracking;
    this.settings = settings;
    this.clock = clock;
  }

  @Transactional
  public void hear(List<Fact> facts) {
    tracking.onFacts(facts);
  }

  @Transactional
  public void expire(Collection<Long> numbers) {
    Instant now = clock.instant();
    List<Plan> locked = plans.lock(numbers);
    locked.forEach(plan -> plan.expire(now));
    advance(locked, now);
  }

  /**
   * Offers steps to be signed, or leaves them with what is in the way.
   *
   * @param heads newest block by chain; what is in later ones counts
   */
  @Transactional
  public void open(Collection<Long> numbers, Map<ChainName, Long> heads) {
    Instant now = clock.instant();
    List<Plan> locked = plans.lock(numbers);
    locked.forEach(plan -> open(plan, heads, now));
    advance(locked, now);
  }

  private void open(Plan plan, Map<ChainName, Long> heads, Instant now) {
    plan.dueStep(now)
        .ifPresent(
            step -> {
              Long head = heads.get(step.act().chain());
              if (head != null) {
                obstacles
                    .of(step.act(), step.compensates() != null)
                    .ifPresentOrElse(
                        obstacle -> plan.hinder(step, obstacle, now.plus(settings.retry())),
                        () -> plan.open(step, head + 1, now));
              }
            });
  }

  private void advance(List<Plan> locked, Instant now) {
    List<Plan> changed = locked.stream().filter(Plan::hasChanged).toList();
    changed.forEach(plan -> plan.advance(now));
    tracking.keep(changed, now);
  }
}
