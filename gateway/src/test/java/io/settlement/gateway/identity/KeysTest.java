// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.gateway.Caller.Answer;
import io.settlement.gateway.GatewayWorld;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import tools.jackson.databind.JsonNode;

class KeysTest extends GatewayWorld {
  private static final String OF_BETA =
      """
      {"name": "beta", "label": "production", "scopes": ["partner"], "payers": ["%s"]}
      """
          .formatted(PAYER);

  @Autowired private JwtDecoder decoder;
  @Autowired private JdbcTemplate template;
  @Autowired private IdentitySettings settings;
  @Autowired private StoredKeys stored;
  @Autowired private LastUse lastUse;
  @Autowired private PartnersOnRecord partners;

  @AfterEach
  void forgetKeys() {
    List<String> ids =
        jdbc.sql("select id from api_key").query((row, n) -> row.getString(1)).list();
    jdbc.sql("delete from api_key").update();
    ids.forEach(stored::forget);
    partners.round();
  }

  @Test
  void anAdminMakesAKeyThatOpensAndShowsItsSecretOnce() {
    Answer made = admin().post("/v1/keys", OF_BETA);

    assertThat(made.status()).isEqualTo(201);
    String id = made.text("id");
    String key = made.text("secret");
    assertThat(key).startsWith(id + "_").matches("stl_[0-9a-f]{16}_[0-9a-f]{64}");
    assertThat(caller(key).get("/v1/prices").status()).isEqualTo(200);
    var token = decoder.decode(GAS.last().header("Authorization").substring("Bearer ".length()));
    assertThat(token.getSubject()).isEqualTo("beta");
    assertThat(token.getClaimAsString("scope")).isEqualTo("partner");
    assertThat(token.getClaimAsString("credential")).isEqualTo(id);
    assertThat(token.getClaimAsStringList("payers"))
        .containsExactly(PAYER.toLowerCase(Locale.ROOT));

    JsonNode read = admin().get("/v1/keys/" + id).body();
    assertThat(read.has("secret")).isFalse();
    assertThat(read.path("createdBy").asString()).isEqualTo("root");
    assertThat(Instant.parse(read.path("expiresAt").asString()))
        .isAfter(Instant.now(Clock.systemUTC()).plus(Duration.ofDays(364)));
    assertThat(dump()).contains(id).doesNotContain(key.substring(id.length() + 1));
  }

  @Test
  void aWrongSecretOfAKnownKeyOpensNothing() {
    String key = make(OF_BETA);
    String wrong = key.substring(0, key.length() - 1) + (key.endsWith("0") ? "1" : "0");

    assertThat(caller(wrong).get("/v1/me").code()).isEqualTo("unauthenticated");
    assertThat(caller("stl_0123456789abcdef_" + "0".repeat(64)).get("/v1/me").status())
        .isEqualTo(401);
    assertThat(caller(key).get("/v1/me").status()).isEqualTo(200);
  }

  @Test
  void aRevokedKeyOpensNothingHereAtOnceAndElsewhereWithinSeconds() {
    String key = make(OF_BETA);
    StoredKeys ofAnotherGateway = new StoredKeys(template, settings, Clock.systemUTC());
    assertThat(ofAnotherGateway.find(key)).isPresent();

    assertThat(admin().delete("/v1/keys/" + idOf(key))).isEqualTo(204);

    assertThat(caller(key).get("/v1/me").status()).isEqualTo(401);
    Awaitility.await()
        .atMost(settings.keys().forget().plusSeconds(1))
        .until(() -> ofAnotherGateway.find(key), Optional::isEmpty);
    assertThat(admin().get("/v1/keys/" + idOf(key)).text("revokedAt")).isNotEmpty();
  }

  @Test
  void aPartnerChangesHisSecretAndTheFormerOneOpensForAWhile() {
    String key = make(OF_BETA);

    Answer rotated = caller(key).post("/v1/keys/" + idOf(key) + "/rotate", "{}");

    assertThat(rotated.status()).isEqualTo(200);
    String next = rotated.text("secret");
    assertThat(rotated.text("id")).isEqualTo(idOf(key));
    assertThat(rotated.text("formerSecretUntil")).isNotEmpty();
    assertThat(caller(key).get("/v1/me").status()).isEqualTo(200);
    assertThat(caller(next).get("/v1/me").status()).isEqualTo(200);

    String last =
        caller(next)
            .post("/v1/keys/" + idOf(key) + "/rotate", "{\"overlap\": \"PT0S\"}")
            .text("secret");
    assertThat(caller(key).get("/v1/me").status()).isEqualTo(401);
    assertThat(caller(next).get("/v1/me").status()).isEqualTo(401);
    assertThat(caller(last).get("/v1/me").status()).isEqualTo(200);
  }

  @Test
  void aRotationWhoseAnswerWasLostIsAskedForAgain() {
    String key = make(OF_BETA);
    String path = "/v1/keys/" + idOf(key) + "/rotate";

    caller(key).post(path, "{}");
    String second = caller(key).post(path, "{}").text("secret");

    assertThat(caller(key).get("/v1/me").status()).isEqualTo(200);
    assertThat(caller(second).get("/v1/me").status()).isEqualTo(200);
    for (int i = 0; i < 2; i++) {
      assertThat(caller(second).post(path, "{}").status()).isEqualTo(200);
    }
    assertThat(caller(second).post(path, "{}").code()).isEqualTo("too-many-secrets");
  }

  @Test
  void aKeyEndsAtItsTime() {
    Instant soon = Instant.now(Clock.systemUTC()).plusMillis(1_500);
    String key =
        make(
            "{\"name\": \"beta\", \"scopes\": [\"partner\"], \"expiresAt\": \"%s\"}"
                .formatted(soon));
    assertThat(caller(key).get("/v1/me").status()).isEqualTo(200);

    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> caller(key).get("/v1/me").status() == 401);
    assertThat(Instant.now(Clock.systemUTC())).isAfterOrEqualTo(soon);
    assertThat(admin().post("/v1/keys/" + idOf(key) + "/rotate", "{}").code())
        .isEqualTo("key-ended");
  }

  @Test
  void aPartnerSeesHisOwnAndNothingOfOthers() {
    String own = make(OF_BETA);
    String greater = make("{\"name\": \"beta\", \"scopes\": [\"partner\", \"operator\"]}");
    String foreign = make("{\"name\": \"gamma\", \"scopes\": [\"partner\"]}");

    assertThat(ids(caller(own).get("/v1/keys"))).containsExactly(idOf(greater), idOf(own));
    assertThat(ids(caller(own).get("/v1/keys?name=gamma"))).doesNotContain(idOf(foreign));
    assertThat(caller(own).get("/v1/keys/" + idOf(foreign)).code()).isEqualTo("unknown-key");
    assertThat(caller(own).post("/v1/keys/" + idOf(foreign) + "/rotate", "{}").code())
        .isEqualTo("unknown-key");
    assertThat(caller(own).post("/v1/keys/" + idOf(greater) + "/rotate", "{}").code())
        .as("a lesser key makes no greater one")
        .isEqualTo("unknown-key");
    assertThat(caller(own).post("/v1/keys", OF_BETA).status()).isEqualTo(403);
    assertThat(caller(own).delete("/v1/keys/" + idOf(own))).isEqualTo(403);
    assertThat(caller(OPERATOR).post("/v1/keys", OF_BETA).status()).isEqualTo(403);
    assertThat(ids(caller(OPERATOR).get("/v1/keys?name=gamma"))).containsExactly(idOf(foreign));
  }

  @Test
  void declaredKeysAreListedAndChangedInTheirFileOnly() {
    JsonNode ops = admin().get("/v1/keys?name=ops").body().path("items").get(0);

    assertThat(ops.path("source").asString()).isEqualTo("DECLARED");
    String id = ops.path("id").asString();
    assertThat(id).matches("declared_[0-9a-f]{16}");
    assertThat(admin().get("/v1/keys/" + id).text("name")).isEqualTo("ops");
    assertThat(admin().post("/v1/keys/" + id + "/rotate", "{}").code()).isEqualTo("key-declared");
    assertThat(admin().delete("/v1/keys/" + id)).isEqualTo(409);
    assertThat(partner.get("/v1/me").text("credential")).startsWith("declared_");
  }

  @Test
  void aListGoesOnWhereItsPartEnded() {
    String first = make(OF_BETA);
    String second = make(OF_BETA);
    String third = make(OF_BETA);

    Answer part = admin().get("/v1/keys?name=beta&limit=2");
    assertThat(ids(part)).containsExactly(idOf(third), idOf(second));
    Answer rest = admin().get("/v1/keys?name=beta&limit=2&cursor=" + part.text("next"));
    assertThat(ids(rest)).containsExactly(idOf(first));
    assertThat(rest.body().path("next").isNull()).isTrue();
    assertThat(admin().get("/v1/keys?cursor=x").code()).isEqualTo("invalid-cursor");
  }

  @Test
  void theLastUseIsWrittenOnceAMinute() {
    String key = make(OF_BETA);
    assertThat(caller(key).get("/v1/me").status()).isEqualTo(200);

    lastUse.write();
    String once = admin().get("/v1/keys/" + idOf(key)).text("lastUsedAt");
    assertThat(Instant.parse(once))
        .isAfter(Instant.now(Clock.systemUTC()).minus(Duration.ofMinutes(1)));

    assertThat(caller(key).get("/v1/me").status()).isEqualTo(200);
    lastUse.write();
    assertThat(admin().get("/v1/keys/" + idOf(key)).text("lastUsedAt")).isEqualTo(once);
  }

  @Test
  void whoHasAKeyThatOpensIsToldOfHisMessages() {
    String key = make(OF_BETA);
    assertThat(payersOf("beta")).containsExactly(PAYER.toLowerCase(Locale.ROOT));
    assertThat(payersOf("acme")).as("of the file").hasSize(1);

    admin().delete("/v1/keys/" + idOf(key));
    assertThat(payersOf("beta")).isEmpty();
    assertThat(payersOf("acme")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"scopes\": [\"partner\"]}",
        "{\"name\": \"no spaces\", \"scopes\": [\"partner\"]}",
        "{\"name\": \"beta\", \"scopes\": []}",
        "{\"name\": \"beta\", \"scopes\": [\"king\"]}",
        "{\"name\": \"beta\", \"scopes\": [null]}",
        "{\"name\": \"beta\", \"scopes\": [\"partner\"], \"payers\": [\"0x12\"]}",
        "{\"name\": \"beta\", \"scopes\": [\"partner\"], \"expiresAt\": \"+99999-01-01T00:00:00Z\"}",
        "{\"name\": \"beta\", \"scopes\": [\"partner\"], \"expiresAt\": \"2020-01-01T00:00:00Z\"}",
        "{\"name\": \"beta\", \"scopes\": [\"partner\"], \"expiresAt\": \"2099-01-01T00:00:00Z\"}"
      })
  void whatIsNoKeyIsNotMade(String body) {
    Answer answer = admin().post("/v1/keys", body);

    assertThat(answer.status()).isIn(400, 422);
    assertThat(answer.code()).isNotEmpty();
    assertThat(jdbc.sql("select count(*) from api_key").query(Integer.class).single()).isZero();
  }

  @Test
  void onePartnerHasNoMoreKeysThanAreAllowed() {
    for (int i = 0; i < settings.keys().maxPerName(); i++) {
      make(OF_BETA);
    }

    assertThat(admin().post("/v1/keys", OF_BETA).code()).isEqualTo("too-many-keys");
  }

  @Test
  void aViewerSeesWhatOperatorsSeeAndChangesNothing() {
    String viewer = make("{\"name\": \"vera\", \"scopes\": [\"viewer\"]}");
    String approver = make("{\"name\": \"anna\", \"scopes\": [\"approver\"]}");

    assertThat(caller(viewer).get("/v1/audit").status()).isEqualTo(200);
    assertThat(caller(viewer).post("/v1/quotes", "{}").status()).isEqualTo(403);
    assertThat(caller(viewer).post("/v1/approvals/1", "{}").status()).isEqualTo(403);
    assertThat(caller(approver).post("/v1/quotes", "{}").status()).isEqualTo(403);
    assertThat(caller(approver).post("/v1/approvals/1", "{}").status()).isEqualTo(200);
  }

  private String make(String body) {
    Answer made = admin().post("/v1/keys", body);
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    return made.text("secret");
  }

  private io.settlement.gateway.Caller admin() {
    return caller(ADMIN);
  }

  private static String idOf(String key) {
    return key.substring(0, key.lastIndexOf('_'));
  }

  private static List<String> ids(Answer listed) {
    return listed
        .body()
        .path("items")
        .valueStream()
        .filter(one -> one.path("source").asString().equals("STORED"))
        .map(one -> one.path("id").asString())
        .toList();
  }

  private List<String> payersOf(String name) {
    return jdbc.sql("select unnest(payers) from partner where name = ?")
        .param(name)
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** Everything the database knows of keys, as text. */
  private String dump() {
    return jdbc.sql(
            """
            select string_agg(k::text || s::text || encode(s.sha256, 'escape'), ' ')
            from api_key k join api_key_secret s on s.key = k.id
            """)
        .query(String.class)
        .single();
  }
}
