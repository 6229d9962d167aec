// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import io.settlement.kit.security.InternalTokens;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a caller who he is here, so that he is offered only what he may do. */
@Tag(name = "Account")
@RestController
class MeController {
  private static final String SCOPE = "SCOPE_";

  /**
   * A caller.
   *
   * @param name of the partner or operator
   * @param scopes what he may do, by name; operator as well where he sees what operators see
   * @param credential the id of the key he came by, or of his sign-in
   */
  record Me(String name, List<String> scopes, String credential) {}

  @Operation(operationId = "getCaller", summary = "Who you are here, and what you may do")
  @GetMapping("/v1/me")
  Me me(Authentication caller) {
    List<String> scopes =
        caller.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .filter(Objects::nonNull)
            .filter(one -> one.startsWith(SCOPE))
            .map(one -> one.substring(SCOPE.length()))
            .sorted()
            .toList();
    String credential =
        caller.getPrincipal() instanceof Jwt token
            ? token.getClaimAsString(InternalTokens.CREDENTIAL)
            : null;
    return new Me(caller.getName(), scopes, credential == null ? "" : credential);
  }
}
