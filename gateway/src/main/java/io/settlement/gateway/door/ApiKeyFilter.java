// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.door;

import io.settlement.gateway.door.ApiKeys.ApiKey;
import io.settlement.kit.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Swaps the caller's key for the gateway's own token. Everything behind it, here and in the
 * services, knows tokens only; whatever token a caller sends never gets through.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 10)
class ApiKeyFilter extends OncePerRequestFilter {
  private static final String API_KEY = "X-API-Key";

  private final ApiKeys keys;
  private final Credentials credentials;
  private final ProblemWriter problems;

  ApiKeyFilter(ApiKeys keys, Credentials credentials, ProblemWriter problems) {
    this.keys = keys;
    this.credentials = credentials;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String presented = request.getHeader(API_KEY);
    if (presented == null) {
      if (request.getRequestURI().startsWith("/v1/")) {
        refuse(request, response, "Send your API key in the header X-API-Key.");
      } else {
        chain.doFilter(carrying("", request), response);
      }
      return;
    }
    Optional<ApiKey> key = keys.find(presented);
    if (key.isPresent()) {
      chain.doFilter(carrying("Bearer " + credentials.tokenFor(key.get()), request), response);
    } else {
      refuse(request, response, "This API key is not known.");
    }
  }

  private static HttpServletRequest carrying(String authorization, HttpServletRequest request) {
    return new ChangedHeaders(
        request,
        Map.of(HttpHeaders.AUTHORIZATION, authorization, API_KEY, "", HttpHeaders.COOKIE, ""));
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, String detail)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "ApiKey header=\"X-API-Key\"");
    problems.write(request, response, HttpStatus.UNAUTHORIZED, "unauthenticated", detail);
  }
}
