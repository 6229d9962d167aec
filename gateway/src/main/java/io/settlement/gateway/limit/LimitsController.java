// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.limit;

import io.settlement.gateway.limit.Quotas.Period;
import io.settlement.kit.problem.Problem;
import io.settlement.kit.security.InternalTokens;
import io.settlement.kit.security.Purview;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a key or sign-in may ask, and what it did ask. */
@Tag(name = "Keys")
@RestController
@RequestMapping("/v1/keys/{id}/limits")
class LimitsController {
  private static final Pattern ID = Pattern.compile("(stl|declared|oidc)_[0-9a-f]{16}");
  private static final long MOST = 1_000_000_000_000L;

  private final CallerLimits limits;
  private final Quotas quotas;

  LimitsController(CallerLimits limits, Quotas quotas) {
    this.limits = limits;
    this.quotas = quotas;
  }

  /**
   * What it is to be; what is left out is the usual.
   *
   * @param requestsPerSecond in the long run
   * @param burst at once
   * @param perDay of the calendar in UTC; 0 is no quota
   * @param perMonth of the calendar in UTC; 0 is no quota
   */
  record Wanted(
      @Schema(example = "50") @Nullable @Min(1) @Max(1_000_000) Integer requestsPerSecond,
      @Schema(example = "200") @Nullable @Min(1) @Max(10_000_000) Integer burst,
      @Schema(example = "100000") @Nullable @Min(0) @Max(MOST) Long perDay,
      @Schema(example = "0") @Nullable @Min(0) @Max(MOST) Long perMonth) {}

  /**
   * What holds.
   *
   * @param usedToday given out today, where there is a quota of the day
   * @param usedThisMonth given out this month, where there is a quota of the month
   */
  record Shown(
      String id,
      int requestsPerSecond,
      int burst,
      long perDay,
      long perMonth,
      long usedToday,
      long usedThisMonth) {}

  @Operation(summary = "What a key may ask, and what it did ask", operationId = "getKeyLimits")
  @GetMapping
  Shown get(@PathVariable String id, Authentication caller) {
    boolean own =
        caller.getPrincipal() instanceof Jwt token
            && id.equals(token.getClaimAsString(InternalTokens.CREDENTIAL));
    if (!own && !Purview.of(caller).everybody()) {
      throw unknown();
    }
    return shown(id);
  }

  @Operation(
      summary = "Say what a key may ask; it holds at all gateways within seconds",
      operationId = "putKeyLimits")
  @PutMapping
  @PreAuthorize("hasAuthority('SCOPE_admin')")
  Shown put(@PathVariable String id, @Valid @RequestBody Wanted wanted, Authentication caller) {
    limits.put(
        known(id),
        new CallerLimits.Own(
            wanted.requestsPerSecond(), wanted.burst(), wanted.perDay(), wanted.perMonth()),
        caller.getName());
    return shown(id);
  }

  private Shown shown(String id) {
    Limit limit = limits.of(known(id));
    return new Shown(
        id,
        limit.requestsPerSecond(),
        limit.burst(),
        limit.perDay(),
        limit.perMonth(),
        quotas.used(id, Period.DAY),
        quotas.used(id, Period.MONTH));
  }

  private static String known(String id) {
    if (!ID.matcher(id).matches()) {
      throw unknown();
    }
    return id;
  }

  private static Problem unknown() {
    return Problem.notFound("unknown-key", "there is no such key for you");
  }
}
