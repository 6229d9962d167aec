// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.gateway.limit.Allowance.Refusal;
import io.settlement.kit.problem.ProblemWriter;
import io.settlement.kit.security.InternalTokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away who has asked too much, and tells everybody how much is left. */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10)
class LimitFilter extends OncePerRequestFilter {
  private final Allowances allowances;
  private final ProblemWriter problems;
  private final MeterRegistry meters;

  LimitFilter(Allowances allowances, ProblemWriter problems, MeterRegistry meters) {
    this.allowances = allowances;
    this.problems = problems;
    this.meters = meters;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String credential = credential();
    if (credential == null) {
      chain.doFilter(request, response);
      return;
    }
    Allowance allowance = allowances.of(credential);
    Refusal refusal = allowance.pass();
    response.setHeader("RateLimit-Policy", allowance.policies());
    response.setHeader("RateLimit", allowance.state());
    if (refusal == null) {
      chain.doFilter(request, response);
      return;
    }
    meters.counter("settlement.gateway.limited", "limit", refusal.name()).increment();
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(refusal.pause())));
    if (refusal.quota()) {
      problems.write(
          request,
          response,
          HttpStatus.TOO_MANY_REQUESTS,
          "quota-exhausted",
          "The requests of this " + refusal.name() + " are used up.");
    } else {
      problems.write(
          request,
          response,
          HttpStatus.TOO_MANY_REQUESTS,
          "rate-limited",
          "Too many requests at once: wait as Retry-After says.");
    }
  }

  private static @Nullable String credential() {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    return caller != null && caller.getPrincipal() instanceof Jwt token
        ? token.getClaimAsString(InternalTokens.CREDENTIAL)
        : null;
  }

  private static long seconds(Duration wait) {
    return Math.max(1, Math.ceilDiv(wait.toMillis(), 1_000L));
  }
}
