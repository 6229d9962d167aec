// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import static io.settlement.events.RegistryEvent.OnboardingStage.APPLIED;
import static io.settlement.events.RegistryEvent.OnboardingStage.CALL_SCHEDULED;
import static io.settlement.events.RegistryEvent.OnboardingStage.CONFORMANCE;
import static io.settlement.events.RegistryEvent.OnboardingStage.LIVE;
import static io.settlement.events.RegistryEvent.OnboardingStage.MAINNET_DEPLOYED;
import static io.settlement.events.RegistryEvent.OnboardingStage.REJECTED;
import static io.settlement.events.RegistryEvent.OnboardingStage.RETIRED;
import static io.settlement.events.RegistryEvent.OnboardingStage.REVIEWING;
import static io.settlement.events.RegistryEvent.OnboardingStage.SUSPENDED;
import static io.settlement.events.RegistryEvent.OnboardingStage.TESTNET;
import static io.settlement.events.RegistryEvent.OnboardingStage.WITHDRAWN;

import io.settlement.events.RegistryEvent.OnboardingStage;
import io.settlement.kit.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The procedure: which action leads from where to where, and what follows when steps are done. */
final class Transitions {

  /** One line of the procedure. */
  record Line(OnboardingStage from, Action action, OnboardingStage to) {}

  static final List<Line> TABLE =
      List.of(
          new Line(APPLIED, Action.REVIEW, REVIEWING),
          new Line(REVIEWING, Action.SCHEDULE_CALL, CALL_SCHEDULED),
          new Line(CALL_SCHEDULED, Action.SCHEDULE_CALL, CALL_SCHEDULED),
          new Line(CALL_SCHEDULED, Action.HOLD_CALL, CONFORMANCE),
          new Line(MAINNET_DEPLOYED, Action.GO_LIVE, LIVE),
          new Line(LIVE, Action.SUSPEND, SUSPENDED),
          new Line(SUSPENDED, Action.RESUME, LIVE),
          new Line(LIVE, Action.RETIRE, RETIRED),
          new Line(SUSPENDED, Action.RETIRE, RETIRED),
          new Line(APPLIED, Action.REJECT, REJECTED),
          new Line(REVIEWING, Action.REJECT, REJECTED),
          new Line(CALL_SCHEDULED, Action.REJECT, REJECTED),
          new Line(CONFORMANCE, Action.REJECT, REJECTED),
          new Line(TESTNET, Action.REJECT, REJECTED),
          new Line(MAINNET_DEPLOYED, Action.REJECT, REJECTED),
          new Line(APPLIED, Action.WITHDRAW, WITHDRAWN),
          new Line(REVIEWING, Action.WITHDRAW, WITHDRAWN),
          new Line(CALL_SCHEDULED, Action.WITHDRAW, WITHDRAWN),
          new Line(CONFORMANCE, Action.WITHDRAW, WITHDRAWN),
          new Line(TESTNET, Action.WITHDRAW, WITHDRAWN),
          new Line(MAINNET_DEPLOYED, Action.WITHDRAW, WITHDRAWN));

  /** Nothing follows these. */
  static final Set<OnboardingStage> ENDS = Set.of(REJECTED, WITHDRAWN, RETIRED);

  private Transitions() {}

  /**
   * Where an action leads.
   *
   * @throws Problem when it leads nowhere from here
   */
  static OnboardingStage after(OnboardingStage now, Action action) {
    return TABLE.stream()
        .filter(line -> line.from() == now && line.action() == action)
        .map(Line::to)
        .findFirst()
        .orElseThrow(
            () ->
                Problem.conflict(
                    "not-from-this-stage", "%s is not possible while %s".formatted(action, now)));
  }

  /** Where the last done step of a stage leads. */
  static Optional<OnboardingStage> afterSteps(OnboardingStage now) {
    return switch (now) {
      case CONFORMANCE -> Optional.of(TESTNET);
      case TESTNET -> Optional.of(MAINNET_DEPLOYED);
      default -> Optional.empty();
    };
  }
}
