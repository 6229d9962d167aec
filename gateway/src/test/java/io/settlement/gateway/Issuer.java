// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Signs operators in and publishes its keys over HTTP, as an OIDC provider does. */
public final class Issuer {
  /** Where people sign in, when somebody sits there. */
  public static final StubService DESK = StubService.start("desk");

  /** As it stands in iss. */
  public static final String NAME = DESK.address();

  /** What the gateway is called there. */
  public static final String AUDIENCE = "settlement-api";

  private final StubService server = StubService.start("issuer");
  private volatile RSAKey key = newKey("first");

  private Issuer() {
    publish(key);
  }

  /** Starts one on a free port. */
  public static Issuer start() {
    return new Issuer();
  }

  /** Where its keys are. */
  public String jwkSetUri() {
    return server.address() + "/keys";
  }

  /** How often its keys were read. */
  public int reads() {
    return server.count();
  }

  /** Signs with another key from now on, and publishes it alone. */
  public void rotate(String kid) {
    key = newKey(kid);
    publish(key);
  }

  /** Claims of somebody who may come in for ten minutes. */
  public static JWTClaimsSet.Builder claims(String subject, String... roles) {
    Instant now = Instant.now(Clock.systemUTC());
    return new JWTClaimsSet.Builder()
        .issuer(NAME)
        .audience(AUDIENCE)
        .subject(subject)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(600)))
        .claim("roles", List.of(roles));
  }

  /** A token of it. */
  public String token(JWTClaimsSet claims) {
    return signed(JWSAlgorithm.RS256, key.getKeyID(), claims, signer(key));
  }

  /** A token that another key signed in this one's name. */
  public String forged(JWTClaimsSet claims) {
    return signed(JWSAlgorithm.RS256, key.getKeyID(), claims, signer(newKey("mine")));
  }

  /** A token whose key was never published. */
  public String ofAnUnknownKey(JWTClaimsSet claims) {
    RSAKey unknown = newKey("unknown");
    return signed(JWSAlgorithm.RS256, unknown.getKeyID(), claims, signer(unknown));
  }

  /** A token without a signature: alg none. */
  public static String unsigned(JWTClaimsSet claims) {
    return new PlainJWT(claims).serialize();
  }

  /** A token that takes the public key for a shared secret. */
  public String confused(JWTClaimsSet claims) {
    try {
      return signed(
          JWSAlgorithm.HS256,
          key.getKeyID(),
          claims,
          new MACSigner(key.toRSAPublicKey().getEncoded()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void publish(RSAKey published) {
    server.answer(200, "application/json", new JWKSet(published.toPublicJWK()).toString());
  }

  private static RSAKey newKey(String kid) {
    try {
      return new RSAKeyGenerator(2048).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JWSSigner signer(RSAKey with) {
    try {
      return new RSASSASigner(with);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(
      JWSAlgorithm algorithm, String kid, JWTClaimsSet claims, JWSSigner signer) {
    try {
      SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims);
      jwt.sign(signer);
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
