// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.kit.problem.Problem;
import io.settlement.relayer.limit.Policy.Kind;
import io.settlement.relayer.limit.Policy.Source;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigInteger;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets operators say how much may pass. */
@Tag(name = "Operations")
@RestController
@ConditionalOnRole(Role.COURIER)
@RequestMapping("/v1/limits")
@PreAuthorize("hasAuthority('SCOPE_operator')")
class LimitController {
  private static final Duration LONGEST = Duration.ofDays(90);

  private final PolicyTable table;
  private final LimitDesk desk;
  private final Clock clock;

  LimitController(PolicyTable table, LimitDesk desk, Clock clock) {
    this.table = table;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * A limit an operator wants.
   *
   * @param chain the source chain
   * @param token on the source chain
   * @param route the only route it is about; left out for all routes of the token together
   * @param amount in the token's smallest unit
   * @param duration ISO 8601, for instance PT24H; left out for four eyes
   * @param shadow true to report only what would have been held
   * @param because why, for the audit
   */
  record LimitBody(
      @NotNull Kind kind,
      @NotNull ChainName chain,
      @NotNull EvmAddress token,
      @Nullable RouteId route,
      @NotNull TokenAmount amount,
      @Nullable Duration duration,
      @Nullable Boolean shadow,
      @NotBlank @Size(max = 500) String because) {}

  /**
   * A limit and how far it is used.
   *
   * @param used what its window let through, smallest unit, decimal text
   * @param held messages that it holds now
   */
  record LimitView(Policy limit, String used, long held) {}

  /**
   * What another operator has to agree to.
   *
   * @param approval the request that is to be approved
   */
  record AskedView(long approval) {}

  @GetMapping
  @Operation(
      operationId = "listLimits",
      summary = "Limits, what they let through and how many messages they hold")
  List<LimitView> limits() {
    Map<Long, PolicyTable.Use> uses = table.uses(clock.instant());
    PolicyTable.Use none = new PolicyTable.Use(BigInteger.ZERO, 0);
    return table.all().stream()
        .map(
            policy -> {
              PolicyTable.Use use = uses.getOrDefault(policy.id(), none);
              return new LimitView(policy, use.used().toString(), use.held());
            })
        .toList();
  }

  @PutMapping
  @Operation(
      operationId = "putLimit",
      summary = "Set a limit, or change the one of its kind, token and route")
  @ApiResponse(
      responseCode = "200",
      description = "It holds",
      content = @Content(schema = @Schema(implementation = Policy.class)))
  @ApiResponse(
      responseCode = "202",
      description = "Four eyes are changed by two: another operator has to approve it",
      content = @Content(schema = @Schema(implementation = AskedView.class)))
  ResponseEntity<Object> put(@Valid @RequestBody LimitBody body, Principal operator) {
    LimitDesk.Answer answer = desk.set(wanted(body, operator.getName()), body.because());
    return answer.approval() == null ? ResponseEntity.ok(answer.limit()) : asked(answer.approval());
  }

  private static ResponseEntity<Object> asked(long approval) {
    return ResponseEntity.accepted().body(new AskedView(approval));
  }

  private Policy wanted(LimitBody body, String actor) {
    boolean eyes = body.kind() == Kind.FOUR_EYES;
    Duration duration = body.duration() == null ? Duration.ZERO : body.duration();
    boolean lasts = duration.toSeconds() > 0 && duration.compareTo(LONGEST) <= 0;
    if (eyes != (body.duration() == null) || (!eyes && !lasts)) {
      throw Problem.badRequest(
          "invalid-duration",
          "a window or threshold lasts from 1 s to 90 days, four eyes have none");
    }
    RouteId route = body.route();
    if (route != null && !route.from().chain().equals(body.chain())) {
      throw Problem.badRequest("invalid-route", "the route does not begin on " + body.chain());
    }
    if (body.amount().value().signum() == 0) {
      throw Problem.badRequest("invalid-amount", "stop the route instead of limiting it to 0");
    }
    boolean shadow = Boolean.TRUE.equals(body.shadow());
    if (eyes && shadow) {
      throw Problem.badRequest("invalid-shadow", "four eyes hold nothing that could be reported");
    }
    return new Policy(
        0,
        body.kind(),
        body.chain(),
        body.token(),
        route,
        body.amount(),
        duration,
        shadow,
        Source.OPERATOR,
        actor,
        clock.instant());
  }

  @DeleteMapping("/{id}")
  @Operation(operationId = "deleteLimit", summary = "Drop a limit: what it held goes on")
  @ApiResponse(responseCode = "204", description = "It is gone", content = @Content)
  @ApiResponse(
      responseCode = "202",
      description = "Four eyes are dropped by two: another operator has to approve it",
      content = @Content(schema = @Schema(implementation = AskedView.class)))
  ResponseEntity<Object> delete(
      @PathVariable long id,
      @RequestParam @NotBlank @Size(max = 500) String because,
      Principal operator) {
    Long approval = desk.drop(id, operator.getName(), because).approval();
    return approval == null ? ResponseEntity.noContent().build() : asked(approval);
  }
}
