// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.check;

import io.settlement.artifact.plan.act.Act;
import io.settlement.artifact.plan.act.PoolAct;
import io.settlement.artifact.plan.track.Step;
import io.settlement.chain.ChainException;
import io.settlement.events.ArtifactEvent.StepKind;
import io.settlement.kit.problem.Problem;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A plan is possible as a whole, or refused with the step that is not. */
@Component
public class PlanCheck {
  private final Acts acts;
  private final Obstacles obstacles;

  PlanCheck(Acts acts, Obstacles obstacles) {
    this.acts = acts;
    this.obstacles = obstacles;
  }

  /**
   * Its steps.
   *
   * @param patience of steps that state none
   * @throws Problem that names the first step that cannot be taken
   */
  public List<Step> steps(List<StepRequest> asked, Duration patience) {
    List<Step> steps = new ArrayList<>();
    for (StepRequest one : asked) {
      int position = steps.size() + 1;
      try {
        steps.add(step(position, one, patience, steps));
      } catch (Impossible e) {
        throw Problem.unprocessable(
            "impossible-step", "step %d (%s): %s".formatted(position, one.kind(), e.getMessage()));
      } catch (ChainException e) {
        throw Problem.unavailable(
            "chain-unavailable",
            "step %d (%s): %s".formatted(position, one.kind(), e.getMessage()));
      }
    }
    return steps;
  }

  private Step step(int position, StepRequest asked, Duration patience, List<Step> before) {
    Act act = acts.of(asked);
    obstacles
        .of(act, false)
        .ifPresent(
            obstacle -> {
              throw new Impossible(obstacle);
            });
    BigInteger amount = amount(act, asked);
    Integer source = amount == null ? source(act, before) : null;
    Duration own = asked.patience();
    return Step.planned(position, act, own == null ? patience : own, amount, source);
  }

  private static @Nullable BigInteger amount(Act act, StepRequest asked) {
    List<String> amounts = asked.amounts();
    String stated = asked.amount();
    if (amounts != null) {
      if (stated != null || !(act instanceof PoolAct pool) || pool.kind() != StepKind.POOL) {
        throw new Impossible("amounts are for POOL, instead of an amount");
      }
      return positive(PoolActs.shares(pool, amounts.stream().map(BigInteger::new).toList()));
    }
    if (stated == null) {
      return null;
    }
    BigInteger amount = positive(new BigInteger(stated));
    return act instanceof PoolAct pool && pool.kind() == StepKind.POOL ? pool.sold(amount) : amount;
  }

  private static BigInteger positive(BigInteger amount) {
    if (amount.signum() <= 0 || amount.bitLength() > 256) {
      throw new Impossible("the amount must be more than 0 and fit 256 bits");
    }
    return amount;
  }

  /** The last step before that yields what this one takes. */
  private static @Nullable Integer source(Act act, List<Step> before) {
    if (act.kind() == StepKind.DEPOSIT) {
      return null;
    }
    for (Step step : before.reversed()) {
      if (step.act().yields().contains(act.carries())) {
        return step.position();
      }
    }
    throw new Impossible("it has no amount, and no step before yields " + act.carries());
  }
}
