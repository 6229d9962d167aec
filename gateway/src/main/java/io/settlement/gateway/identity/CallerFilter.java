// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import io.settlement.kit.problem.Problem;
import io.settlement.kit.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Swaps the caller's key, or what his issuer says of him, for the gateway's own token. Everything
 * behind it, here and in the services, knows tokens of its own only; whatever a caller sends never
 * gets through.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 10)
class CallerFilter extends OncePerRequestFilter {
  private static final String API_KEY = "X-API-Key";
  private static final String BEARER = "Bearer ";

  private final Callers callers;
  private final Credentials credentials;
  private final Strangers strangers;
  private final ProblemWriter problems;

  CallerFilter(
      Callers callers, Credentials credentials, Strangers strangers, ProblemWriter problems) {
    this.callers = callers;
    this.credentials = credentials;
    this.strangers = strangers;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader(API_KEY);
    String token = key == null ? bearer(request) : null;
    if (key == null && token == null) {
      if (isHeldUp(request, response)) {
        return;
      }
      if (needsCredentials(request.getRequestURI())) {
        refuse(request, response, callers.invitation());
      } else {
        chain.doFilter(carrying("", request), response);
      }
      return;
    }
    Optional<Caller> caller;
    try {
      caller = key != null ? callers.byKey(key) : callers.byToken(String.valueOf(token));
    } catch (Problem problem) {
      bare(response);
      problems.write(request, response, problem.status(), problem.code(), problem.detail());
      return;
    }
    if (caller.isPresent()) {
      chain.doFilter(carrying(BEARER + credentials.tokenFor(caller.get()), request), response);
    } else if (!isHeldUp(request, response)) {
      refuse(
          request,
          response,
          key != null ? "This API key is not known." : "This token is not accepted.");
    }
  }

  /** Who shows nothing that opens has a rate too, guessers included. */
  private boolean isHeldUp(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Duration pause = strangers.pass(request);
    if (pause == null) {
      return false;
    }
    bare(response);
    response.setHeader(
        HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, Math.ceilDiv(pause.toMillis(), 1_000))));
    problems.write(
        request,
        response,
        HttpStatus.TOO_MANY_REQUESTS,
        "rate-limited",
        "Too many requests without a key from this address: wait as Retry-After says.");
    return true;
  }

  /** Everything but the descriptions of the API and of the topics. */
  private static boolean needsCredentials(String path) {
    return path.startsWith("/v1/")
        && !path.startsWith("/v1/openapi")
        && !path.startsWith("/v1/asyncapi");
  }

  /** Where nobody signs in elsewhere, tokens are no more than any other header. */
  private @Nullable String bearer(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null
            && callers.takeTokens()
            && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : null;
  }

  private static HttpServletRequest carrying(String authorization, HttpServletRequest request) {
    return new ChangedHeaders(
        request,
        Map.of(HttpHeaders.AUTHORIZATION, authorization, API_KEY, "", HttpHeaders.COOKIE, ""));
  }

  /** What the chain behind would say to browsers. */
  private static void bare(HttpServletResponse response) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, String detail)
      throws IOException {
    response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "ApiKey header=\"X-API-Key\"");
    if (callers.takeTokens()) {
      response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    bare(response);
    problems.write(request, response, HttpStatus.UNAUTHORIZED, "unauthenticated", detail);
  }
}
