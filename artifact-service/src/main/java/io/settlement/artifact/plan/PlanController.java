// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan;

import io.settlement.artifact.plan.check.PlanCheck;
import io.settlement.artifact.plan.check.StepRequest;
import io.settlement.artifact.plan.track.Plan;
import io.settlement.artifact.plan.track.Plans;
import io.settlement.artifact.plan.track.Plans.Filter;
import io.settlement.artifact.plan.track.Plans.Request;
import io.settlement.artifact.plan.track.Step;
import io.settlement.chain.contract.Signable;
import io.settlement.events.ArtifactEvent.PlanState;
import io.settlement.events.value.EvmAddress;
import io.settlement.kit.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Strategies of several steps; a partner sees its own only. */
@Tag(name = "Plans")
@RestController
@RequestMapping("/v1/plans")
@PreAuthorize("hasAuthority('SCOPE_partner')")
class PlanController {
  private static final int MOST = 200;
  private static final JsonMapper JSON = new JsonMapper();

  private final PlanCheck check;
  private final Planning planning;
  private final Plans plans;
  private final PlanLook look;
  private final PlanViews views;
  private final PlanSettings settings;

  PlanController(
      PlanCheck check,
      Planning planning,
      Plans plans,
      PlanLook look,
      PlanViews views,
      PlanSettings settings) {
    this.check = check;
    this.planning = planning;
    this.plans = plans;
    this.look = look;
    this.views = views;
    this.settings = settings;
  }

  /**
   * A plan that is asked for.
   *
   * @param owner the account that signs every step
   * @param steps in the order in which they are taken
   */
  record PlanBody(
      @NotNull EvmAddress owner,
      @NotEmpty @Size(max = 100) List<@NotNull @Valid StepRequest> steps) {
    /** Keeps its own copy. */
    PlanBody {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Some plans, newest first.
   *
   * @param next cursor of the following page; absent on the last
   */
  record PageView(List<PlanView> plans, @Nullable String next) {}

  @Operation(
      operationId = "createPlan",
      summary = "Make a plan; the first step is ready to be signed")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<PlanView> make(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable @Size(max = 255)
          String key,
      @Valid @RequestBody PlanBody body,
      Principal partner) {
    Request request = new Request(partner.getName(), key, hash(body));
    Optional<Plan> before = planning.before(request);
    if (before.isPresent()) {
      return ResponseEntity.ok(views.of(before.get()));
    }
    requireBounds(body);
    List<Step> steps = check.steps(body.steps(), settings.patience());
    Optional<Plan> made = planning.make(request, body.owner(), steps);
    if (made.isEmpty()) {
      return ResponseEntity.ok(views.of(planning.before(request).orElseThrow()));
    }
    Plan plan = made.get();
    look.open(plan);
    PlanView view = views.of(planning.find(partner.getName(), plan.id()));
    return ResponseEntity.created(URI.create("/v1/plans/" + plan.id())).body(view);
  }

  @Operation(
      operationId = "getPlan",
      summary = "A plan: its steps, what is to be signed now, what counted")
  @GetMapping("/{id}")
  PlanView one(@PathVariable UUID id, Principal partner) {
    return views.of(planning.find(partner.getName(), id));
  }

  @Operation(operationId = "listPlans", summary = "Plans, newest first")
  @GetMapping
  PageView page(
      @RequestParam(required = false) @Nullable EvmAddress owner,
      @RequestParam(required = false) @Nullable PlanState state,
      @RequestParam(defaultValue = "9223372036854775807") long after,
      @RequestParam(defaultValue = "50") int limit,
      Principal partner) {
    if (limit < 1 || limit > MOST) {
      throw Problem.badRequest("invalid-limit", "limit is 1 to " + MOST);
    }
    List<Plan> page = plans.page(new Filter(partner.getName(), owner, state, after), limit);
    String next = page.size() < limit ? null : Long.toString(page.getLast().number());
    return new PageView(views.of(page), next);
  }

  @Operation(operationId = "cancelPlan", summary = "Stop a plan; what was done is taken back")
  @PostMapping("/{id}/cancel")
  PlanView cancel(@PathVariable UUID id, Principal partner) {
    look.open(planning.cancel(partner.getName(), id));
    return views.of(planning.find(partner.getName(), id));
  }

  private void requireBounds(PlanBody body) {
    if (body.steps().size() > settings.mostSteps()) {
      throw Problem.unprocessable(
          "too-many-steps", "a plan has at most " + settings.mostSteps() + " steps");
    }
    boolean unbounded =
        body.steps().stream()
            .map(StepRequest::patience)
            .filter(Objects::nonNull)
            .anyMatch(
                patience ->
                    patience.compareTo(settings.leastPatience()) < 0
                        || patience.compareTo(settings.mostPatience()) > 0);
    if (unbounded) {
      throw Problem.unprocessable(
          "patience-out-of-range",
          "patience is %s to %s".formatted(settings.leastPatience(), settings.mostPatience()));
    }
  }

  private static String hash(PlanBody body) {
    return new Signable(JSON.writeValueAsBytes(body)).digest().hex();
  }
}
