// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.track;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Brings plans further by facts. A batch costs the same number of statements whatever its size, and
 * looks only at plans that its facts concern; each fact counts once, for the oldest step that
 * expects it. Whoever calls holds the transaction.
 */
@Component
public class Tracking {
  private final Expected expected;
  private final Plans plans;
  private final PlanNews news;
  private final Clock clock;

  Tracking(Expected expected, Plans plans, PlanNews news, Clock clock) {
    this.expected = expected;
    this.plans = plans;
    this.news = news;
    this.clock = clock;
  }

  /** What the chains said; possibly again. */
  public void onFacts(List<? extends Fact> facts) {
    List<Fact> left = new ArrayList<>(facts);
    boolean outrun = true;
    while (outrun && !left.isEmpty()) {
      Set<Long> concerned = expected.plansOf(left);
      if (concerned.isEmpty()) {
        return;
      }
      outrun = take(left, plans.lock(concerned));
    }
  }

  /**
   * Removes the facts that counted.
   *
   * @return whether somebody else brought a plan further just before it was locked: another one may
   *     expect the same fact
   */
  private boolean take(List<Fact> facts, List<Plan> locked) {
    Instant now = clock.instant();
    Set<String> taken = expected.taken(facts);
    facts.removeIf(fact -> counts(fact, taken, locked, now));
    List<Plan> changed = locked.stream().filter(Plan::hasChanged).toList();
    changed.forEach(plan -> plan.advance(now));
    keep(changed, now);
    return !changed.isEmpty() && changed.size() < locked.size();
  }

  private static boolean counts(Fact fact, Set<String> taken, List<Plan> locked, Instant now) {
    boolean takesBack = fact instanceof Fact.TakenBack;
    if (takesBack != taken.contains(fact.key())
        || locked.stream().noneMatch(plan -> plan.take(fact, now))) {
      return false;
    }
    return takesBack ? taken.remove(fact.key()) : taken.add(fact.key());
  }

  /** Keeps and tells what changed. */
  public void keep(List<Plan> changed, Instant now) {
    plans.save(changed, now);
    news.tell(changed, now);
    changed.forEach(Plan::settled);
  }
}
