// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.console;

import io.settlement.gateway.console.ConsoleSettings.SignIn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the console where its user may sign in beside by a key. */
@Hidden
@RestController
class SignInController {
  private final SignIn signIn;
  private final String authority;

  SignInController(
      ConsoleSettings settings,
      @Value("${settlement.gateway.operators.oidc.issuer:}") String authority) {
    this.signIn = settings.signIn();
    this.authority = authority;
    if (signIn.isOn() && authority.isBlank()) {
      throw new InvalidConfigurationPropertyValueException(
          "settlement.gateway.console.sign-in.client-id",
          signIn.clientId(),
          "is told without settlement.gateway.operators.oidc");
    }
  }

  /** Where to sign in; null where keys are all there is. */
  record Ways(@Nullable Issuer issuer) {}

  /** As the browser needs it; nothing of it is secret. */
  record Issuer(String authority, String clientId, String scope, Map<String, String> parameters) {}

  @GetMapping("/console/sign-in.json")
  Ways ways() {
    String clientId = signIn.clientId();
    return new Ways(
        signIn.isOn() && clientId != null
            ? new Issuer(authority, clientId, signIn.scope(), signIn.parameters())
            : null);
  }

  /** Whom the pages may ask beside the gateway. */
  Set<String> origins() {
    Set<String> origins = new LinkedHashSet<>();
    if (signIn.isOn()) {
      URI issuer = URI.create(authority);
      origins.add(issuer.getScheme() + "://" + issuer.getRawAuthority());
      origins.addAll(signIn.origins());
    }
    return origins;
  }
}
