// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.openapi;

import io.settlement.kit.security.RequiredScopes;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/**
 * Tells which scopes open an operation: any scope where none is asked for, and no credentials at
 * all where an empty {@code @SecurityRequirements} says so.
 */
final class Scopes implements GlobalOperationCustomizer {
  private static final List<String> ALL = List.of("operator", "partner");

  /** The gateway's: a key of its own, or a token of an issuer that it believes. */
  private static final List<String> SCHEMES = List.of("apiKey", "bearer");

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    if (method.hasMethodAnnotation(SecurityRequirements.class)) {
      operation.setSecurity(List.of());
      return operation;
    }
    Set<String> required = RequiredScopes.of(method);
    List<String> scopes = required.isEmpty() ? ALL : List.copyOf(required);
    operation.addExtension("x-scopes", scopes);
    operation.setSecurity(
        SCHEMES.stream().map(scheme -> new SecurityRequirement().addList(scheme, scopes)).toList());
    return operation;
  }
}
