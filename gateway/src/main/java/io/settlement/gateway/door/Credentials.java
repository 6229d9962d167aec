// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.door;

import io.settlement.gateway.door.ApiKeys.ApiKey;
import io.settlement.kit.security.InternalTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/** What the gateway shows the services on behalf of a key: a token, used for half its life. */
@Component
class Credentials {
  private final InternalTokens tokens;
  private final JwtDecoder decoder;
  private final Clock clock;
  private final Map<ApiKey, Token> current = new ConcurrentHashMap<>();

  Credentials(InternalTokens tokens, JwtDecoder decoder, Clock clock) {
    this.tokens = tokens;
    this.decoder = decoder;
    this.clock = clock;
  }

  private record Token(String value, Instant renewAt) {}

  /** A token with enough life left for any request. */
  String tokenFor(ApiKey key) {
    Instant now = clock.instant();
    Token token = current.get(key);
    if (token == null || !now.isBefore(token.renewAt())) {
      token = mint(key, now);
      current.put(key, token);
    }
    return token.value();
  }

  private Token mint(ApiKey key, Instant now) {
    String value = tokens.mint(key.name(), key.scopes(), key.payers());
    Jwt jwt = decoder.decode(value);
    Instant expiry = jwt.getExpiresAt();
    Duration life = expiry == null ? Duration.ZERO : Duration.between(now, expiry);
    return new Token(value, now.plus(life.dividedBy(2)));
  }
}
