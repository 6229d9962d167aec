// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.security;

import io.settlement.events.value.EvmAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Whose money a caller may see.
 *
 * @param everybody an operator: all there is
 * @param payers a partner: of these payers alone
 */
public record Purview(boolean everybody, Set<EvmAddress> payers) {
  private static final String OPERATOR = "SCOPE_operator";

  /** What the caller's token says. */
  public static Purview of(Authentication caller) {
    boolean operator =
        caller.getAuthorities().stream().anyMatch(one -> OPERATOR.equals(one.getAuthority()));
    return new Purview(operator, payersOf(caller));
  }

  /** Whether this payer's money may be shown. */
  public boolean covers(EvmAddress payer) {
    return everybody || payers.contains(payer);
  }

  private static Set<EvmAddress> payersOf(Authentication caller) {
    @Nullable List<String> payers =
        caller.getPrincipal() instanceof Jwt token
            ? token.getClaimAsStringList(InternalTokens.PAYERS)
            : null;
    return payers == null
        ? Set.of()
        : payers.stream().map(EvmAddress::new).collect(Collectors.toUnmodifiableSet());
  }
}
