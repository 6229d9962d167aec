// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.chain.contract.Signable;
import io.settlement.events.RegistryEvent.OnboardingStage;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.Items;
import io.settlement.registry.OperatorOnly;
import io.settlement.registry.PartnerReadable;
import io.settlement.registry.onboarding.ApplicationTable.Request;
import io.settlement.registry.onboarding.Docket.Word;
import io.settlement.registry.onboarding.History.Checked;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Applications over REST; a partner sees its own only. */
@Tag(name = "Onboarding")
@RestController
@RequestMapping("/v1/onboarding")
class OnboardingController {
  private static final int MOST = 200;
  private static final int MOST_DECLARED = 65_536;

  private final Onboarding onboarding;
  private final Docket docket;
  private final ApplicationTable applications;
  private final History history;
  private final JsonMapper json;
  private final Clock clock;

  OnboardingController(
      Onboarding onboarding,
      Docket docket,
      ApplicationTable applications,
      History history,
      JsonMapper json,
      Clock clock) {
    this.onboarding = onboarding;
    this.docket = docket;
    this.applications = applications;
    this.history = history;
    this.json = json;
    this.clock = clock;
  }

  /**
   * What is decided.
   *
   * @param at of a call
   */
  record DecisionBody(
      @NotNull Action action, @Nullable @Size(max = 2000) String reason, @Nullable Instant at) {

    Word word() {
      return new Word(Objects.requireNonNullElse(reason, ""), at);
    }
  }

  /** Something said. */
  record TextBody(@NotBlank @Size(max = 4000) String text) {}

  /** Why. */
  record ReasonBody(@NotBlank @Size(max = 2000) String reason) {}

  /** An application in a list. */
  record ShortView(
      UUID id,
      String owner,
      String chain,
      long chainId,
      OnboardingStage stage,
      Instant appliedAt) {}

  /**
   * A line of the procedure.
   *
   * @param by whose action it is
   * @param needsReason whether it is refused without a reason
   */
  record LineView(
      OnboardingStage from, Action action, OnboardingStage to, Action.By by, boolean needsReason) {
    static LineView of(Transitions.Line line) {
      Action action = line.action();
      return new LineView(line.from(), action, line.to(), action.by(), action.needsReason());
    }
  }

  @Operation(
      operationId = "createApplication",
      summary = "Hand in an application; every node it names is asked")
  @PostMapping("/applications")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAuthority('SCOPE_partner')")
  ResponseEntity<ApplicationView> apply(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable @Size(min = 1, max = 255)
          String key,
      @Valid @RequestBody Paper paper,
      Authentication caller) {
    byte[] body = json.writeValueAsBytes(paper);
    if (paper.declaration() != null
        && json.writeValueAsBytes(paper.declaration()).length > MOST_DECLARED) {
      throw Problem.unprocessable(
          "declaration-too-large", "a declaration has at most %d bytes".formatted(MOST_DECLARED));
    }
    Request request = new Request(caller.getName(), key, new Signable(body).digest().hex());
    boolean heard = docket.before(request).isPresent();
    UUID id = onboarding.apply(request, paper);
    ApplicationView view = view(docket.get(id, Caller.of(caller)));
    return heard
        ? ResponseEntity.ok(view)
        : ResponseEntity.created(URI.create("/v1/onboarding/applications/" + id)).body(view);
  }

  @Operation(operationId = "listApplications", summary = "Applications, newest first")
  @GetMapping("/applications")
  @PartnerReadable
  Items<ShortView> list(
      @RequestParam(required = false) @Nullable OnboardingStage stage,
      @RequestParam(defaultValue = "50") int limit,
      Authentication caller) {
    if (limit < 1 || limit > MOST) {
      throw Problem.badRequest("invalid-limit", "limit is 1 to " + MOST);
    }
    Caller who = Caller.of(caller);
    return new Items<>(
        applications.page(who.operator() ? null : who.name(), stage, limit).stream()
            .map(
                one ->
                    new ShortView(
                        one.id(),
                        one.owner(),
                        one.chain().value(),
                        one.paper().chainId(),
                        one.stage(),
                        one.appliedAt()))
            .toList());
  }

  @Operation(
      operationId = "getApplication",
      summary = "An application: where it stands, what was found, how long each step took")
  @GetMapping("/applications/{id}")
  @PartnerReadable
  ApplicationView one(@PathVariable UUID id, Authentication caller) {
    return view(docket.get(id, Caller.of(caller)));
  }

  @Operation(
      operationId = "decideApplication",
      summary = "One line of the procedure: review, call, go live, suspend, …")
  @PostMapping("/applications/{id}/decisions")
  @PartnerReadable
  ApplicationView decide(
      @PathVariable UUID id, @Valid @RequestBody DecisionBody body, Authentication caller) {
    return view(onboarding.decide(id, Caller.of(caller), body.action(), body.word()));
  }

  @Operation(operationId = "addApplicationComment", summary = "Say something to an application")
  @PostMapping("/applications/{id}/comments")
  @PartnerReadable
  ApplicationView comment(
      @PathVariable UUID id, @Valid @RequestBody TextBody body, Authentication caller) {
    docket.comment(id, Caller.of(caller), body.text());
    return view(docket.get(id, Caller.of(caller)));
  }

  @Operation(
      operationId = "putApplicationDeployment",
      summary = "Tell where the contracts of a network are")
  @PutMapping("/applications/{id}/deployments/{network}")
  @PartnerReadable
  ApplicationView deploy(
      @PathVariable UUID id,
      @PathVariable Paper.Network network,
      @Valid @RequestBody Paper.Deployment deployment,
      Authentication caller) {
    return view(onboarding.deploy(id, Caller.of(caller), network, deployment));
  }

  @Operation(operationId = "checkApplicationStep", summary = "Look whether a step is done")
  @PostMapping("/applications/{id}/steps/{step}/check")
  @PartnerReadable
  ApplicationView check(@PathVariable UUID id, @PathVariable Step step, Authentication caller) {
    return view(onboarding.check(id, Caller.of(caller), step));
  }

  @Operation(
      operationId = "waiveApplicationStep",
      summary = "Let a step count as done, and say why")
  @PostMapping("/applications/{id}/steps/{step}/waive")
  @OperatorOnly
  ApplicationView waive(
      @PathVariable UUID id,
      @PathVariable Step step,
      @Valid @RequestBody ReasonBody body,
      Authentication caller) {
    return view(onboarding.waive(id, Caller.of(caller), step, body.reason()));
  }

  @Operation(
      operationId = "listApplicationStepChecks",
      summary = "What the checks of a step found, newest first")
  @GetMapping("/applications/{id}/steps/{step}/checks")
  @PartnerReadable
  Items<Checked> checks(@PathVariable UUID id, @PathVariable Step step, Authentication caller) {
    Application application = docket.get(id, Caller.of(caller));
    return new Items<>(history.checks(application.id(), step, MOST));
  }

  @Operation(
      operationId = "getOnboardingProcedure",
      summary = "The procedure: which action leads from where to where, and whose it is")
  @GetMapping("/procedure")
  @PartnerReadable
  Items<LineView> procedure() {
    return new Items<>(Transitions.TABLE.stream().map(LineView::of).toList());
  }

  private ApplicationView view(Application application) {
    return ApplicationView.of(application, history, clock.instant());
  }
}
