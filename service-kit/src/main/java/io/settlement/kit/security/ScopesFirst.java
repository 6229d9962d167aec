// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses who lacks a scope before what he sent is read: he learns nothing of what fits. */
final class ScopesFirst implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      Set<String> scopes = RequiredScopes.of(method);
      if (!scopes.isEmpty() && !hasOneOf(scopes)) {
        throw new AccessDeniedException("none of the scopes " + scopes);
      }
    }
    return true;
  }

  /** Not by the request's roles: Spring Security would look for {@code ROLE_} before each. */
  private static boolean hasOneOf(Set<String> scopes) {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    return caller != null
        && caller.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .filter(Objects::nonNull)
            .filter(one -> one.startsWith(RequiredScopes.PREFIX))
            .anyMatch(one -> scopes.contains(one.substring(RequiredScopes.PREFIX.length())));
  }
}
