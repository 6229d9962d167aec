// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses who lacks a scope before what he sent is read: he learns nothing of what fits. */
final class ScopesFirst implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      Set<String> scopes = RequiredScopes.of(method);
      if (!scopes.isEmpty()
          && scopes.stream()
              .noneMatch(scope -> request.isUserInRole(RequiredScopes.PREFIX + scope))) {
        throw new AccessDeniedException("none of the scopes " + scopes);
      }
    }
    return true;
  }
}
