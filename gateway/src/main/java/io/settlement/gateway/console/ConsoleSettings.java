// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.console;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The web application.
 *
 * @param signIn how operators sign in at their issuer in the browser
 */
@Validated
@ConfigurationProperties("settlement.gateway.console")
record ConsoleSettings(@DefaultValue @Valid SignIn signIn) {

  /**
   * Signing in at the operators' issuer (operators.oidc), by authorization code and PKCE.
   *
   * @param clientId what the console is called there, a public client; nobody signs in so unless
   *     told
   * @param scope what is asked for, by spaces
   * @param parameters that this issuer wants besides, for instance audience or resource
   * @param origins which the browser has to ask beside the issuer's own, for instance that of its
   *     token endpoint: https://token.example
   */
  record SignIn(
      @Nullable String clientId,
      @DefaultValue("openid") @NotBlank String scope,
      @NotNull @DefaultValue Map<String, String> parameters,
      @DefaultValue List<@Pattern(regexp = "https?://[^/ ;,'\"]+") String> origins) {

    boolean isOn() {
      return clientId != null && !clientId.isBlank();
    }
  }
}
