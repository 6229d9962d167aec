// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.audit;

import io.settlement.kit.problem.ProblemWriter;
import io.settlement.kit.security.InternalTokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.RouterFunctions;

/**
 * Puts down every change before anybody makes it, and its answer before it is sent. What cannot be
 * put down is refused: no change without a line of it.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 20)
class AuditFilter extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(AuditFilter.class);
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final int LONGEST_PATH = 500;
  private static final String LATER = "5";

  private final AuditBook book;
  private final AuditSettings settings;
  private final ProblemWriter problems;
  private final Clock clock;

  AuditFilter(AuditBook book, AuditSettings settings, ProblemWriter problems, Clock clock) {
    this.book = book;
    this.settings = settings;
    this.problems = problems;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return SAFE.contains(request.getMethod())
        || settings.except().contains(request.getRequestURI());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Jwt caller = caller();
    if (caller == null) {
      chain.doFilter(request, response);
      return;
    }
    Instant begun = clock.instant();
    long id;
    try {
      id = book.begin(asked(request, caller, begun));
    } catch (DataAccessException e) {
      log.atWarn().addKeyValue("cause", e.toString()).log("a change is refused: no audit");
      response.setHeader(HttpHeaders.RETRY_AFTER, LATER);
      problems.write(
          request,
          response,
          HttpStatus.SERVICE_UNAVAILABLE,
          "audit-unavailable",
          "Nothing is changed that cannot be put down; try again.");
      return;
    }
    int status = HttpStatus.INTERNAL_SERVER_ERROR.value();
    try {
      chain.doFilter(request, response);
      status = response.getStatus();
    } catch (ServletException | RuntimeException e) {
      status = isRefused(e) ? HttpStatus.FORBIDDEN.value() : status;
      throw e;
    } finally {
      end(id, template(request), status, begun);
    }
  }

  /** A scope that is missing: a filter around this one answers 403. */
  private static boolean isRefused(Exception e) {
    return e instanceof AccessDeniedException || e.getCause() instanceof AccessDeniedException;
  }

  /** A line without an end says that much; the change is made, and its caller is told so. */
  private void end(long id, @Nullable String template, int status, Instant begun) {
    try {
      book.end(id, template, status, Duration.between(begun, clock.instant()).toMillis());
    } catch (DataAccessException e) {
      log.atWarn()
          .addKeyValue("change", id)
          .addKeyValue("status", status)
          .addKeyValue("cause", e.toString())
          .log("what became of a change is not put down");
    }
  }

  private static AuditBook.Asked asked(HttpServletRequest request, Jwt caller, Instant now) {
    String path = request.getRequestURI();
    return new AuditBook.Asked(
        now.truncatedTo(ChronoUnit.MICROS),
        text(caller.getSubject()),
        text(caller.getClaimAsString(InternalTokens.CREDENTIAL)),
        text(caller.getClaimAsString("scope")),
        request.getMethod(),
        path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path,
        text(request.getHeader("X-Request-Id")));
  }

  private static @Nullable Jwt caller() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && known.getPrincipal() instanceof Jwt token ? token : null;
  }

  private static @Nullable String template(HttpServletRequest request) {
    for (String name :
        List.of(
            HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE,
            RouterFunctions.MATCHING_PATTERN_ATTRIBUTE)) {
      Object pattern = request.getAttribute(name);
      if (pattern != null) {
        return pattern.toString();
      }
    }
    return null;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
