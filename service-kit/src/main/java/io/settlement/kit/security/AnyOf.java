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
  }

  /** What the last of them says of a token that none accepts. */
  @Override
  public Jwt decode(String token) {
    BadJwtException refusal = new BadJwtException("no key");
    for (JwtDecoder decoder : decoders) {
      try {
        return decoder.decode(token);
      } catch (BadJwtException e) {
        refusal = e; // another key's, or nobody's
      }
    }
    throw refusal;
  }
}
