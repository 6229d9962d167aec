// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.springframework.security.oauth2.jose.jws.JwsAlgorithm;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** One key of internal tokens (RFC 7518): whoever has it accepts what it signed. */
sealed interface InternalKey {

  /** Looks at signatures alone, of this key's algorithm and no other. */
  NimbusJwtDecoder decoder();

  /** Signs; empty for a key that can only accept. */
  default Optional<Signer> signer() {
    return Optional.empty();
  }

  /** The first key that can sign, which does. */
  static Signer firstSigner(List<InternalKey> keys) {
    return keys.stream()
        .flatMap(key -> key.signer().stream())
        .findFirst()
        .orElseThrow(
            () ->
                new InternalKeyMissing(
                    "settlement.security.internal-key-file names a file of public keys alone: who"
                        + " speaks for callers, the gateway, needs the private key"));
  }

  /**
   * What signs.
   *
   * @param algorithm as tokens name it
   */
  record Signer(JwsAlgorithm algorithm, JwtEncoder encoder) {}

  /** A secret that both sides have, HS256: who accepts could sign as well. */
  record Shared(SecretKey secret) implements InternalKey {
    @Override
    public NimbusJwtDecoder decoder() {
      return NimbusJwtDecoder.withSecretKey(secret).macAlgorithm(MacAlgorithm.HS256).build();
    }

    @Override
    public Optional<Signer> signer() {
      return Optional.of(
          new Signer(MacAlgorithm.HS256, new NimbusJwtEncoder(new ImmutableSecret<>(secret))));
    }

    @Override
    public String toString() {
      return "Shared[]";
    }
  }

  /** What a service has of the gateway's key, RS256: it accepts and cannot sign. */
  record Accepting(RSAPublicKey key) implements InternalKey {
    @Override
    public NimbusJwtDecoder decoder() {
      return NimbusJwtDecoder.withPublicKey(key)
          .signatureAlgorithm(SignatureAlgorithm.RS256)
          .build();
    }
  }

  /** The gateway's own key, RS256. */
  record Signing(RSAPublicKey open, RSAPrivateCrtKey own) implements InternalKey {
    @Override
    public NimbusJwtDecoder decoder() {
      return new Accepting(open).decoder();
    }

    @Override
    public Optional<Signer> signer() {
      RSAKey pair = new RSAKey.Builder(open).privateKey(own).build();
      return Optional.of(
          new Signer(
              SignatureAlgorithm.RS256,
              new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(pair)))));
    }

    @Override
    public String toString() {
      return "Signing[]";
    }
  }
}
