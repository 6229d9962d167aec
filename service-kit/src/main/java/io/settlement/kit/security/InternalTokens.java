// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.security;

import io.settlement.events.value.EvmAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Mints the tokens with which the gateway speaks for its callers. */
public final class InternalTokens {
  /** Who mints. */
  public static final String ISSUER = "settlement-gateway";

  /** Who accepts. */
  public static final String AUDIENCE = "settlement";

  /** The claim that lists whose money a partner may see. */
  static final String PAYERS = "payers";

  /** The claim that names by which key or sign-in a caller came, where there is one. */
  public static final String CREDENTIAL = "credential";

  private final InternalKey.Signer signer;
  private final Clock clock;
  private final Duration lifetime;

  InternalTokens(InternalKey.Signer signer, Clock clock, Duration lifetime) {
    this.signer = signer;
    this.clock = clock;
    this.lifetime = lifetime;
  }

  /** Mints with the first key of a file that can sign; the gateway injects its own instead. */
  public static InternalTokens with(Path keyFile, Clock clock, Duration lifetime) {
    return new InternalTokens(
        InternalKey.firstSigner(InternalKeyFile.read(keyFile)), clock, lifetime);
  }

  /**
   * A signed token, without "Bearer".
   *
   * @param subject the caller, for instance the name of an API key
   * @param scopes for instance partner, operator
   */
  public String mint(String subject, Set<String> scopes) {
    return mint(subject, scopes, Set.of());
  }

  /**
   * A signed token, without "Bearer", of a caller who pays himself.
   *
   * @param subject the caller, for instance the name of an API key
   * @param scopes for instance partner, operator
   * @param payers the accounts he pays from, see {@link Purview}
   */
  public String mint(String subject, Set<String> scopes, Set<EvmAddress> payers) {
    return mint(subject, scopes, payers, "");
  }

  /**
   * A signed token, without "Bearer", of a caller who has several credentials.
   *
   * @param subject the caller, for instance the name of an API key
   * @param scopes for instance partner, operator
   * @param payers the accounts he pays from, see {@link Purview}
   * @param credential by which key he came; empty when nobody asks
   */
  public String mint(
      String subject, Set<String> scopes, Set<EvmAddress> payers, String credential) {
    Instant now = clock.instant();
    JwtClaimsSet.Builder claims =
        JwtClaimsSet.builder()
            .issuer(ISSUER)
            .audience(List.of(AUDIENCE))
            .subject(subject)
            .issuedAt(now)
            .expiresAt(now.plus(lifetime))
            .claim("scope", String.join(" ", new TreeSet<>(scopes)));
    if (!payers.isEmpty()) {
      claims.claim(PAYERS, payers.stream().map(EvmAddress::hex).sorted().toList());
    }
    if (!credential.isEmpty()) {
      claims.claim(CREDENTIAL, credential);
    }
    JwsHeader header = JwsHeader.with(signer.algorithm()).build();
    return signer
        .encoder()
        .encode(JwtEncoderParameters.from(header, claims.build()))
        .getTokenValue();
  }
}
