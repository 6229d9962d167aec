// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.security;

import java.util.List;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Accepts a token that one of several keys has signed. */
record AnyOf(List<JwtDecoder> decoders) implements JwtDecoder {
  AnyOf {
    decoders = List.copyOf(decoders);
    if (decoders.isEmpty()) {
      throw new IllegalArgumentException("no key");
    }
  }

  /** What the last of them says of a token that none accepts. */
  @Override
  public Jwt decode(String token) {
    int last = decoders.size() - 1;
    for (JwtDecoder decoder : decoders.subList(0, last)) {
      try {
        return decoder.decode(token);
      } catch (BadJwtException e) {
        // another key's, or nobody's
      }
    }
    return decoders.get(last).decode(token);
  }
}
