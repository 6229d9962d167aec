// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan;

import io.settlement.artifact.plan.track.Plan;
import io.settlement.artifact.plan.track.Plans;
import io.settlement.artifact.plan.track.Plans.Asked;
import io.settlement.artifact.plan.track.Plans.Request;
import io.settlement.artifact.plan.track.Step;
import io.settlement.artifact.plan.track.Tracking;
import io.settlement.events.value.EvmAddress;
import io.settlement.kit.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes plans and stops them. */
@Service
class Planning {
  private final Plans plans;
  private final Tracking tracking;
  private final PlanSettings settings;
  private final Clock clock;

  Planning(Plans plans, Tracking tracking, PlanSettings settings, Clock clock) {
    this.plans = plans;
    this.tracking = tracking;
    this.settings = settings;
    this.clock = clock;
  }

  /** What was made before under the same name of a request. */
  Optional<Plan> before(Request request) {
    String key = request.key();
    return key == null
        ? Optional.empty()
        : plans.asked(request.partner(), key).map(asked -> same(request, asked));
  }

  private Plan same(Request request, Asked asked) {
    if (!asked.hash().equals(request.hash())) {
      throw Problem.unprocessable(
          "idempotency-key-reused", "something else was asked under this Idempotency-Key");
    }
    return find(request.partner(), asked.id());
  }

  Plan find(String partner, UUID id) {
    return plans
        .find(partner, id)
        .orElseThrow(() -> Problem.notFound("unknown-plan", "no plan " + id));
  }

  /** A new plan; empty when one was made meanwhile under the same name of a request. */
  @Transactional
  public Optional<Plan> make(Request request, EvmAddress owner, List<Step> steps) {
    if (plans.countOpen(request.partner()) >= settings.mostOpen()) {
      throw Problem.tooMany(
          "too-many-plans", "at most " + settings.mostOpen() + " plans are open at once");
    }
    Instant now = clock.instant();
    Optional<Plan> made = plans.add(request, owner, steps, now);
    made.ifPresent(
        plan -> {
          plan.advance(now);
          tracking.keep(List.of(plan), now);
        });
    return made;
  }

  /** Takes back what was done; nothing new begins. */
  @Transactional
  public Plan cancel(String partner, UUID id) {
    Plan known = find(partner, id);
    Plan plan = plans.lock(List.of(known.number())).getFirst();
    if (plan.state().isEnd()) {
      throw Problem.conflict("plan-ended", "the plan is " + plan.state());
    }
    Instant now = clock.instant();
    if (plan.cancel("cancelled by " + partner, now)) {
      tracking.keep(List.of(plan), now);
    }
    return plan;
  }
}
