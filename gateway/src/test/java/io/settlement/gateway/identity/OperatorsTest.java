// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import io.settlement.gateway.Caller.Answer;
import io.settlement.gateway.GatewayWorld;
import io.settlement.gateway.Issuer;
import io.settlement.kit.problem.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class OperatorsTest extends GatewayWorld {
  @Autowired private JwtDecoder decoder;

  @Test
  void anOperatorComesInByATokenOfTheIssuer() {
    String token = ISSUER.token(Issuer.claims("alice", "settlement-operator", "other").build());

    assertThat(bearer(token).post("/v1/stops", "{}").text("service")).isEqualTo("relayer");

    Jwt inside = decoder.decode(RELAYER.last().header("Authorization").substring(7));
    assertThat(inside.getSubject()).isEqualTo("alice");
    assertThat(inside.getClaimAsString("scope")).isEqualTo("operator");
    assertThat(inside.getClaimAsString("credential")).matches("oidc_[0-9a-f]{16}");
    assertThat(inside.getClaimAsString("iss")).as("not the issuer's").isNotEqualTo(Issuer.NAME);
  }

  @ParameterizedTest
  @CsvSource({
    "settlement-viewer, 200, 403, 403, 403",
    "settlement-approver, 200, 200, 403, 403",
    "settlement-operator, 200, 200, 200, 403",
    "settlement-admin, 200, 200, 200, 201"
  })
  void aRoleGivesWhatItsScopeMay(String role, int sees, int approves, int acts, int makesKeys) {
    var caller = bearer(ISSUER.token(Issuer.claims("bob", role).build()));

    assertThat(caller.get("/v1/audit").status()).isEqualTo(sees);
    assertThat(caller.post("/v1/approvals/7", "{}").status()).isEqualTo(approves);
    assertThat(caller.post("/v1/stops", "{}").status()).isEqualTo(acts);
    assertThat(caller.post("/v1/keys", "{\"name\": \"beta\", \"scopes\": [\"partner\"]}").status())
        .isEqualTo(makesKeys);
    jdbc.sql("delete from api_key").update();
  }

  @Test
  void whoHasNoRoleHereIsToldSo() {
    Answer answer = bearer(ISSUER.token(Issuer.claims("carol", "admin").build())).get("/v1/me");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("no-role");
  }

  @Test
  void noOtherTokenIsBelieved() {
    var admin = Issuer.claims("eve", "settlement-admin").build();
    Instant now = Instant.now(Clock.systemUTC());

    refused("wrong issuer", claims().issuer("https://other.test").build());
    refused("no issuer", claims().issuer(null).build());
    refused("wrong audience", claims().audience("another-api").build());
    refused("no audience", claims().audience((String) null).build());
    refused("expired", claims().expirationTime(Date.from(now.minusSeconds(60))).build());
    refused("never expires", claims().expirationTime(null).build());
    refused("not yet", claims().notBeforeTime(Date.from(now.plusSeconds(120))).build());
    refused("no subject", claims().subject(null).build());
    refused("a name with a line break", claims().subject("eve\nroot").build());
    refused("alg none", Issuer.unsigned(admin));
    refused("a public key as a secret", ISSUER.confused(admin));
    refused("somebody else's signature", ISSUER.forged(admin));
    refused("unknown kid", ISSUER.ofAnUnknownKey(admin));
    refused("no token at all", "nonsense");
    assertThat(bearer(ISSUER.token(admin)).get("/v1/me").status()).isEqualTo(200);
  }

  @Test
  void anInternalTokenFromOutsideOpensNothing() {
    partner.get("/v1/prices");

    refused("the gateway's own", GAS.last().header("Authorization").substring(7));
  }

  @Test
  void theIssuersNewKeyIsReadAndStrangeOnesDoNotMakeItRead() {
    Issuer issuer = Issuer.start();
    Operators operators = operators(issuer.jwkSetUri());
    var claims = Issuer.claims("alice", "settlement-viewer").build();
    String before = issuer.token(claims);
    assertThat(operators.find(before)).isPresent();

    issuer.rotate("second");
    assertThat(operators.find(issuer.token(claims))).as("rotated").isPresent();
    assertThat(operators.find(before)).as("of the key before").isEmpty();

    int reads = issuer.reads();
    for (int i = 0; i < 20; i++) {
      assertThat(operators.find(issuer.ofAnUnknownKey(claims))).isEmpty();
    }
    assertThat(issuer.reads() - reads).isLessThan(5);
    assertThat(operators.find(issuer.token(claims))).isPresent();
  }

  @Test
  void aSilentIssuerIsNamedAsSuch() {
    Operators operators = operators("http://localhost:1/keys");
    String token = ISSUER.token(Issuer.claims("alice", "settlement-viewer").build());

    assertThatThrownBy(() -> operators.find(token))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("issuer-unavailable"));
  }

  @Test
  void rolesAndNamesAreWhereTheIssuerHasThem() {
    Operators operators =
        new Operators(
            Settings.of(
                Map.of(
                    "settlement.gateway.api-keys-file", "/dev/null",
                    "settlement.gateway.operators.oidc.issuer", Issuer.NAME,
                    "settlement.gateway.operators.oidc.jwk-set-uri", ISSUER.jwkSetUri(),
                    "settlement.gateway.operators.oidc.audience", Issuer.AUDIENCE,
                    "settlement.gateway.operators.oidc.name-claim", "preferred_username",
                    "settlement.gateway.operators.oidc.roles-claim", "realm_access.roles",
                    "settlement.gateway.operators.oidc.roles.operator[0]", "ops")),
            Clock.systemUTC());
    var claims =
        Issuer.claims("4711")
            .claim("preferred_username", "alice")
            .claim("realm_access", Map.of("roles", List.of("ops")));

    assertThat(operators.find(ISSUER.token(claims.build())))
        .hasValueSatisfying(
            caller -> {
              assertThat(caller.name()).isEqualTo("alice");
              assertThat(caller.scopes()).containsExactly("operator");
            });
  }

  @Test
  void withoutAnIssuerTokensOpenNothing() {
    Operators nobody = new Operators(Settings.of(Path.of("/dev/null")), Clock.systemUTC());

    assertThat(nobody.areKnown()).isFalse();
    assertThat(nobody.find(ISSUER.token(claims().build()))).isEmpty();
  }

  private static Operators operators(String jwkSetUri) {
    return new Operators(
        Settings.of(
            Map.of(
                "settlement.gateway.api-keys-file",
                "/dev/null",
                "settlement.gateway.operators.oidc.issuer",
                Issuer.NAME,
                "settlement.gateway.operators.oidc.jwk-set-uri",
                jwkSetUri,
                "settlement.gateway.operators.oidc.audience",
                Issuer.AUDIENCE)),
        Clock.systemUTC());
  }

  private static JWTClaimsSet.Builder claims() {
    return Issuer.claims("eve", "settlement-admin");
  }

  private void refused(String why, JWTClaimsSet claims) {
    refused(why, ISSUER.token(claims));
  }

  private void refused(String why, String token) {
    Answer answer = bearer(token).get("/v1/me");
    assertThat(answer.status()).as(why).isEqualTo(401);
    assertThat(answer.code()).as(why).isEqualTo("unauthenticated");
  }
}
