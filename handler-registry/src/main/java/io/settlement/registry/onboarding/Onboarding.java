// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.registry.onboarding.Docket.Word;
import io.settlement.registry.onboarding.Finding.Verdict;
import io.settlement.registry.onboarding.History.Checked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * From an application to a live chain. Nodes are asked outside of transactions; what was found
 * counts only if nothing changed meanwhile.
 */
@Component
class Onboarding {
  private final ProviderCheck providers;
  private final Docket docket;
  private final Desk desk;
  private final DriftWatch drift;
  private final Clock clock;
  private final Map<Step, StepCheck> checks = new EnumMap<>(Step.class);

  Onboarding(
      ProviderCheck providers,
      Docket docket,
      Desk desk,
      DriftWatch drift,
      Clock clock,
      List<StepCheck> checks) {
    this.providers = providers;
    this.docket = docket;
    this.desk = desk;
    this.drift = drift;
    this.clock = clock;
    checks.forEach(check -> this.checks.put(check.step(), check));
  }

  /** Takes an application whose nodes answer for the chain it names. */
  UUID apply(ApplicationTable.Request request, Paper paper) {
    Optional<ApplicationTable.Heard> before = docket.before(request);
    if (before.isPresent()) {
      return before.get().application();
    }
    providers.check(paper.providers(), paper.chainId());
    return docket.apply(request, paper);
  }

  /** Takes one line of the procedure; what goes live is remembered as it is on its chain. */
  Application decide(UUID id, Caller caller, Action action, Word word) {
    if (action != Action.GO_LIVE) {
      return docket.decide(id, caller, action, word);
    }
    Application application = docket.get(id, caller);
    caller.require(action, application);
    Transitions.after(application.stage(), action);
    Map<String, String> fingerprint = desk.ask(() -> drift.fingerprint(application));
    Application live = docket.decide(id, caller, action, word);
    drift.admit(live, fingerprint);
    return live;
  }

  /** Takes note of where the contracts are, when the nodes named with them answer. */
  Application deploy(UUID id, Caller caller, Paper.Network network, Paper.Deployment deployment) {
    Application application = docket.get(id, caller);
    Deployed whole = deployment.completedBy(application.paper());
    providers.check(whole.providers(), whole.chainId());
    return docket.deploy(id, caller, network, deployment);
  }

  /** Looks whether a step is done, and writes down what was found. */
  Application check(UUID id, Caller caller, Step step) {
    Application application = docket.get(id, caller);
    docket.requireOpen(application, step);
    Instant began = clock.instant();
    StepCheck check = Objects.requireNonNull(checks.get(step));
    List<Finding> findings = desk.ask(() -> check.look(application));
    Instant ended = clock.instant();
    return docket.checked(
        application,
        new Checked(
            step,
            caller.name(),
            Verdict.of(findings),
            findings,
            Duration.between(began, ended).toMillis(),
            ended));
  }

  /** An operator's word instead of a check. */
  Application waive(UUID id, Caller operator, Step step, String reason) {
    return docket.waive(id, operator, step, reason);
  }
}
