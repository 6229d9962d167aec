// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.RegistryEvent.OnboardingStage;
import io.settlement.registry.onboarding.History.Checked;
import io.settlement.registry.onboarding.History.Entry;
import io.settlement.registry.onboarding.History.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as it is shown: where it stands, what was found, who decided, how long it took.
 *
 * @param deployments where contracts are, by network
 * @param stages every stage it was in
 * @param steps in the order of the procedure
 * @param entries the audit, oldest first
 */
record ApplicationView(
    UUID id,
    String owner,
    OnboardingStage stage,
    Paper paper,
    @Nullable Instant callAt,
    Instant appliedAt,
    Map<Paper.Network, Paper.Deployment> deployments,
    List<StageView> stages,
    List<StepView> steps,
    List<Entry> entries) {

  /**
   * A stage it was in.
   *
   * @param until null while it is
   * @param seconds spent in it so far
   */
  record StageView(OnboardingStage stage, Instant since, @Nullable Instant until, long seconds) {}

  /**
   * A step.
   *
   * @param seconds between its opening and its end, or now
   * @param latest what the latest check found; null before the first
   */
  record StepView(
      Step step,
      Standing standing,
      Instant openedAt,
      @Nullable Instant doneAt,
      long seconds,
      @Nullable Checked latest) {}

  static ApplicationView of(Application application, History history, Instant now) {
    List<Entry> entries = history.entries(application.id());
    return new ApplicationView(
        application.id(),
        application.owner(),
        application.stage(),
        application.paper(),
        application.callAt(),
        application.appliedAt(),
        application.deployments(),
        stages(entries, now),
        history.steps(application.id()).stream()
            .map(
                row ->
                    new StepView(
                        row.step(),
                        row.standing(),
                        row.openedAt(),
                        row.doneAt(),
                        row.spent(now).toSeconds(),
                        history.checks(application.id(), row.step(), 1).stream()
                            .findFirst()
                            .orElse(null)))
            .toList(),
        entries);
  }

  private static List<StageView> stages(List<Entry> entries, Instant now) {
    List<Entry> moves = entries.stream().filter(one -> one.toStage() != null).toList();
    List<StageView> stages = new ArrayList<>();
    for (int i = 0; i < moves.size(); i++) {
      OnboardingStage stage = moves.get(i).toStage();
      if (stage == null) {
        continue;
      }
      Instant since = moves.get(i).at();
      Instant until = i + 1 < moves.size() ? moves.get(i + 1).at() : null;
      long seconds = Duration.between(since, until == null ? now : until).toSeconds();
      stages.add(new StageView(stage, since, until, seconds));
    }
    return stages;
  }
}
