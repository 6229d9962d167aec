// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.OnboardingStage;
import io.settlement.events.RegistryEvent.OnboardingState;
import io.settlement.events.value.HandlerId;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.ChangeLog;
import io.settlement.registry.onboarding.History.Checked;
import io.settlement.registry.onboarding.History.Entry;
import io.settlement.registry.onboarding.History.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what happens to applications: each change is one transaction with its line in the
 * audit and its fact. Changes wait for each other, and for those of the book.
 */
@Service
@Transactional
class Docket {
  private final ApplicationTable applications;
  private final History history;
  private final NameRules names;
  private final ChangeLog changes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Docket(
      ApplicationTable applications,
      History history,
      NameRules names,
      ChangeLog changes,
      ApplicationEventPublisher events,
      Clock clock) {
    this.applications = applications;
    this.history = history;
    this.names = names;
    this.changes = changes;
    this.events = events;
    this.clock = clock;
  }

  static Problem notDeployed() {
    return Problem.conflict(
        "nothing-deployed", "tell where the contracts are first: PUT …/deployments/{network}");
  }

  /** The application; or the one that the same request made before. */
  UUID apply(ApplicationTable.Request request, Paper paper) {
    changes.begin();
    Optional<ApplicationTable.Heard> before = before(request);
    if (before.isPresent()) {
      return before.get().application();
    }
    names.check(request.owner(), paper);
    UUID id = UUID.randomUUID();
    Instant now = now();
    applications.add(id, request, paper, now);
    history.add(
        id, new Entry(request.owner(), "APPLY", null, null, OnboardingStage.APPLIED, "", now));
    tell(id, now);
    return id;
  }

  /**
   * The application that the same request made before.
   *
   * @throws Problem when something else was asked under its key
   */
  @Transactional(readOnly = true)
  public Optional<ApplicationTable.Heard> before(ApplicationTable.Request request) {
    Optional<ApplicationTable.Heard> heard =
        request.key() == null ? Optional.empty() : applications.heard(request);
    heard
        .filter(one -> !one.hash().equals(request.hash()))
        .ifPresent(
            other -> {
              throw Problem.unprocessable(
                  "idempotency-key-reused", "something else was asked under this Idempotency-Key");
            });
    return heard;
  }

  @Transactional(readOnly = true)
  public Application get(UUID id, Caller caller) {
    return applications.find(id).filter(caller::maySee).orElseThrow(() -> unknown(id));
  }

  private static Problem unknown(UUID id) {
    return Problem.notFound("unknown-application", "no application " + id);
  }

  /** One line of the procedure. */
  Application decide(UUID id, Caller caller, Action action, Word word) {
    changes.begin();
    Application now = get(id, caller);
    caller.require(action, now);
    if (action.needsReason() && word.reason().isBlank()) {
      throw Problem.badRequest("reason-missing", "%s needs a reason".formatted(action));
    }
    if (action == Action.SCHEDULE_CALL && word.at() == null) {
      throw Problem.badRequest("call-time-missing", "SCHEDULE_CALL needs a time");
    }
    move(now, Transitions.after(now.stage(), action), caller.name(), action.name(), word);
    return get(id, caller);
  }

  /**
   * What somebody says to a decision.
   *
   * @param at of a call
   */
  record Word(String reason, @Nullable Instant at) {}

  /** An application left its stage; heard inside the transaction that says so. */
  record Moved(Application from, OnboardingStage to, Instant at) {}

  private void move(Application from, OnboardingStage to, String actor, String action, Word word) {
    Instant now = now();
    if (!applications.move(from.id(), from.stage(), to, word.at(), now)) {
      throw Problem.conflict("changed-meanwhile", "the application changed; look again");
    }
    history.add(from.id(), new Entry(actor, action, null, from.stage(), to, word.reason(), now));
    history.open(from.id(), Step.of(to), now);
    events.publishEvent(new Moved(from, to, now));
    tell(from.id(), now);
  }

  void comment(UUID id, Caller caller, String text) {
    Application application = get(id, caller);
    history.add(application.id(), Entry.of(caller.name(), "COMMENT", text, now()));
  }

  /**
   * Where contracts are; what was checked of the test network before no longer counts as looked at.
   */
  Application deploy(UUID id, Caller caller, Paper.Network network, Paper.Deployment deployment) {
    changes.begin();
    Application application = get(id, caller);
    if (application.stage() != OnboardingStage.TESTNET) {
      throw Problem.conflict(
          "not-from-this-stage", "contracts are stated while TESTNET, not " + application.stage());
    }
    Instant now = now();
    applications.deploy(id, network, deployment, now);
    if (network == Paper.Network.TESTNET) {
      Deployed whole = deployment.completedBy(application.paper());
      applications.watch(
          id,
          whole.handlers().stream().map(whole::idOf).map(HandlerId::toString).distinct().toList());
    }
    history.add(
        id, Entry.of(caller.name(), "DEPLOY", network + ": " + deployment.settlement(), now));
    return get(id, caller);
  }

  /** What a check found; one that passed closes its step. */
  Application checked(Application looked, Checked checked) {
    changes.begin();
    Caller caller = new Caller(checked.actor(), true);
    Application application = get(looked.id(), caller);
    if (application.stage() != looked.stage()
        || !application.deployments().equals(looked.deployments())) {
      throw Problem.conflict("changed-meanwhile", "the application changed; look again");
    }
    history.add(application.id(), checked);
    history.add(
        application.id(),
        new Entry(
            checked.actor(), "CHECK", checked.step(), null, null, checked.verdict().name(), now()));
    events.publishEvent(checked);
    if (checked.verdict() == Finding.Verdict.PASS) {
      close(application, checked.step(), Standing.PASSED, checked.actor());
    }
    return get(application.id(), caller);
  }

  /** An operator's word instead of a check. */
  Application waive(UUID id, Caller operator, Step step, String reason) {
    changes.begin();
    Application application = get(id, operator);
    requireOpen(application, step);
    history.add(id, new Entry(operator.name(), "WAIVE", step, null, null, reason, now()));
    close(application, step, Standing.WAIVED, operator.name());
    return get(id, operator);
  }

  /**
   * @throws Problem when the step is not to be done now
   */
  @Transactional(readOnly = true)
  public void requireOpen(Application application, Step step) {
    if (step.stage() != application.stage()) {
      throw Problem.conflict(
          "not-from-this-stage",
          "%s is done while %s, not %s".formatted(step, step.stage(), application.stage()));
    }
    boolean earlierOpen =
        step == Step.MAINNET_DEPLOYED
            && history.steps(application.id()).stream()
                .anyMatch(row -> row.step() != step && !row.isDone());
    if (earlierOpen) {
      throw Problem.conflict("earlier-steps-open", "the test network's steps come before " + step);
    }
  }

  private void close(Application application, Step step, Standing standing, String actor) {
    Instant now = now();
    if (!history.close(application.id(), step, standing, now)) {
      return;
    }
    boolean allDone =
        history.steps(application.id()).stream()
            .filter(row -> row.step().stage() == application.stage())
            .allMatch(History.StepRow::isDone);
    Optional<OnboardingStage> next = Transitions.afterSteps(application.stage());
    if (allDone && next.isPresent()) {
      move(application, next.get(), actor, "STEPS_DONE", new Word("", null));
    } else {
      tell(application.id(), now);
    }
  }

  private void tell(UUID id, Instant now) {
    changes.record(state(applications.find(id).orElseThrow(() -> unknown(id)), now));
  }

  private OnboardingState state(Application application, Instant at) {
    return new OnboardingState(
        application.id().toString(),
        application.chain(),
        application.paper().chainId(),
        application.stage(),
        history.steps(application.id()).stream()
            .filter(History.StepRow::isDone)
            .map(row -> row.step().name())
            .toList(),
        at);
  }

  /** Every application's fact, for readers that missed some. */
  @Transactional(readOnly = true)
  public List<RegistryEvent> facts() {
    return applications.all().stream()
        .<RegistryEvent>map(one -> state(one, one.enteredAt()))
        .toList();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
