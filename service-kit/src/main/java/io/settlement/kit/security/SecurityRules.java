// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * What a service asks beyond being authenticated, as a bean; for instance {@code rules ->
 * rules.requestMatchers(HttpMethod.PUT).hasAuthority("SCOPE_operator")}.
 */
@FunctionalInterface
public interface SecurityRules {

  /** Adds rules; they are asked before "everything needs a known caller". */
  void apply(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules);
}
