// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.settlement.kit.security.InternalTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/** What the gateway shows the services for a caller: a token, used for half its life. */
@Component
class Credentials {
  private static final int MOST = 10_000;

  private final InternalTokens tokens;
  private final JwtDecoder decoder;
  private final Clock clock;
  private final Cache<Caller, Token> current =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(Duration.ofMinutes(10)).build();

  Credentials(InternalTokens tokens, JwtDecoder decoder, Clock clock) {
    this.tokens = tokens;
    this.decoder = decoder;
    this.clock = clock;
  }

  private record Token(String value, Instant renewAt) {}

  /** A token with enough life left for any request. */
  String tokenFor(Caller caller) {
    Instant now = clock.instant();
    Token token = current.getIfPresent(caller);
    if (token == null || !now.isBefore(token.renewAt())) {
      token = mint(caller, now);
      current.put(caller, token);
    }
    return token.value();
  }

  private Token mint(Caller caller, Instant now) {
    String value =
        tokens.mint(caller.name(), caller.scopes(), caller.payers(), caller.credential());
    Jwt jwt = decoder.decode(value);
    Instant expiry = jwt.getExpiresAt();
    Duration life = expiry == null ? Duration.ZERO : Duration.between(now, expiry);
    return new Token(value, now.plus(life.dividedBy(2)));
  }
}
