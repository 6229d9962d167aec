// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.Reason;
import io.settlement.kit.problem.Problem;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets operators stop chains, routes and handlers, and shows who decided what. */
@Tag(name = "Operations")
@RestController
@ConditionalOnRole(Role.COURIER)
@PreAuthorize("hasAuthority('SCOPE_operator')")
class StopController {
  private final Stops stops;
  private final Audit audit;
  private final Clock clock;

  StopController(Stops stops, Audit audit, Clock clock) {
    this.stops = stops;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A wish to stop something.
   *
   * @param subject a chain's name, {@code Chain:0x…>Chain:0x…} or {@code Chain:0x…}
   * @param because why, for the audit and the timelines of held messages
   * @param shadow true to report only what would have been held
   */
  record StopBody(
      @NotNull Scope scope,
      @NotBlank @Size(max = 400) String subject,
      @NotBlank @Size(max = 500) String because,
      @Nullable Boolean shadow) {}

  /** A part of the audit. */
  record AuditPage(List<Audit.Line> items, @Nullable String next) {}

  @GetMapping("/v1/stops")
  @Operation(operationId = "listStops", summary = "What stands still, and since when")
  List<Stop> stops() {
    return stops.read();
  }

  @PostMapping("/v1/stops")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "createStop",
      summary = "Stop a chain, route or handler: its messages are held")
  Stop stop(@Valid @RequestBody StopBody body, Principal operator) {
    Stop wanted =
        new Stop(
            body.scope(),
            canonical(body.scope(), body.subject()),
            Reason.PAUSED,
            Boolean.TRUE.equals(body.shadow()),
            body.because(),
            operator.getName(),
            clock.instant());
    if (!stops.stop(wanted)) {
      throw Problem.conflict("already-stopped", wanted.subject() + " is stopped already");
    }
    return wanted;
  }

  /** A guardian's pause ends on chain only. */
  @DeleteMapping("/v1/stops")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "deleteStop", summary = "End a stop: what it held goes on")
  void resume(
      @RequestParam Scope scope,
      @RequestParam String subject,
      @RequestParam @NotBlank @Size(max = 500) String because,
      @RequestParam(defaultValue = "PAUSED") Reason reason,
      Principal operator) {
    if (reason == Reason.PAUSED_ON_CHAIN) {
      throw Problem.conflict(
          "paused-on-chain", "the contract itself is paused; it goes on when it is not any more");
    }
    if (!stops.resume(scope, canonical(scope, subject), reason, because, operator.getName())) {
      throw Problem.notFound(
          "not-stopped", "there is no stop of %s for %s".formatted(subject, reason));
    }
  }

  @GetMapping("/v1/audit")
  @Operation(operationId = "listAudit", summary = "Who decided what, and why; the latest first")
  AuditPage audit(
      @RequestParam(required = false) @Nullable String subject,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable Long before) {
    List<Audit.Line> lines = audit.before(before == null ? Long.MAX_VALUE : before, subject, limit);
    return new AuditPage(lines, lines.size() == limit ? Long.toString(lines.getLast().id()) : null);
  }

  private static String canonical(Scope scope, String subject) {
    try {
      return scope.canonical(subject);
    } catch (InvalidValue e) {
      throw Problem.badRequest("invalid-subject", subject + " is not a " + scope);
    }
  }
}
