// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.gateway.Caller.Answer;
import io.settlement.gateway.GatewayWorld;
import io.settlement.kit.test.TableScans;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

class AuditTest extends GatewayWorld {
  private static final String AT = "2026-11-22T10:00:00Z";

  @Autowired private AuditBook book;
  @Autowired private AuditSettings settings;
  @Autowired private PlatformTransactionManager transactions;

  @BeforeEach
  void nothingIsPutDown() {
    jdbc.sql("truncate audit").update();
  }

  @Test
  void everyChangeIsPutDownWithItsActorAndAnswer() {
    RELAYER.answer(409, "application/problem+json", "{\"code\": \"message-not-parked\"}");
    Answer answer =
        caller(OPERATOR)
            .post(
                "/v1/messages/0x12/redrive?x=secret",
                "{\"because\": \"secret\"}",
                "X-Request-Id",
                "change-4711");
    assertThat(answer.status()).isEqualTo(409);

    JsonNode line = changes("").get(0);
    assertThat(line.path("actor").asString()).isEqualTo("ops");
    assertThat(line.path("credential").asString()).startsWith("declared_");
    assertThat(line.path("scopes").asString()).isEqualTo("operator partner");
    assertThat(line.path("method").asString()).isEqualTo("POST");
    assertThat(line.path("path").asString()).isEqualTo("/v1/messages/0x12/redrive");
    assertThat(line.path("template").asString()).isEqualTo("/v1/messages/{txid}/redrive");
    assertThat(line.path("requestId").asString()).isEqualTo("change-4711");
    assertThat(line.path("status").asInt()).isEqualTo(409);
    assertThat(line.path("tookMs").asLong()).isBetween(0L, 10_000L);
    assertThat(jdbc.sql("select string_agg(a::text, '') from audit a").query(String.class).single())
        .doesNotContain("secret");
  }

  @Test
  void whatIsReadIsNotPutDown() {
    partner.get("/v1/prices");
    partner.head("/v1/prices");
    partner.get("/v1/messages");

    assertThat(changes("")).isEmpty();
  }

  @Test
  void ownChangesRefusedOnesAndThoseOfSilentServicesAreThereToo() {
    partner.post("/v1/webhooks", "{}");
    partner.post("/v1/keys", "{}");
    ARTIFACT.die();
    try {
      assertThat(partner.post("/v1/plans", "{}").status()).isEqualTo(503);
    } finally {
      ARTIFACT.revive();
    }

    assertThat(changes("?actor=acme"))
        .extracting(line -> line.path("template").asString() + " " + line.path("status").asInt())
        .containsExactly("/v1/plans/** 503", "/v1/keys 403", "/v1/webhooks 400");
  }

  @Test
  void nothingIsChangedThatCannotBePutDown() {
    jdbc.sql("alter table audit rename to audit_away").update();
    try {
      Answer refused = partner.post("/v1/quotes", "{}");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.code()).isEqualTo("audit-unavailable");
      assertThat(refused.header("Retry-After")).isNotEmpty();
      assertThat(GAS.count()).isZero();
      assertThat(partner.get("/v1/prices").status()).as("reading goes on").isEqualTo(200);
    } finally {
      jdbc.sql("alter table audit_away rename to audit").update();
    }
    assertThat(partner.post("/v1/quotes", "{}").status()).isEqualTo(200);
  }

  @Test
  void aChangeUnderWhichTheGatewayEndsSaysThatItsEndIsNotKnown() {
    book.begin(asked("ops", AT, "request-1"));

    assertThat(changes("?requestId=request-1").getFirst().path("status").isNull()).isTrue();
  }

  @Test
  void isFoundByActorKeyRequestAndTimeInParts() {
    for (int i = 1; i <= 5; i++) {
      long id = book.begin(asked(i % 2 == 0 ? "bob" : "alice", AT, "request-" + i));
      book.end(id, "/v1/stops", 201, 3);
    }
    book.begin(asked("alice", "2026-11-22T11:00:00Z", "request-6"));

    assertThat(requests("?actor=alice"))
        .containsExactly("request-6", "request-5", "request-3", "request-1");
    assertThat(requests("?requestId=request-4")).containsExactly("request-4");
    assertThat(requests("?credential=stl_of_bob")).containsExactly("request-4", "request-2");
    assertThat(requests("?since=2026-11-22T10:30:00Z")).containsExactly("request-6");
    assertThat(requests("?until=2026-11-22T10:00:00Z")).isEmpty();

    Answer part = caller(OPERATOR).get("/v1/audit?limit=4");
    Answer rest = caller(OPERATOR).get("/v1/audit?limit=4&cursor=" + part.text("next"));
    assertThat(part.body().path("items")).hasSize(4);
    assertThat(rest.body().path("items").valueStream().map(x -> x.path("requestId").asString()))
        .containsExactly("request-2", "request-1");
    assertThat(rest.body().path("next").isNull()).isTrue();
    assertThat(caller(OPERATOR).get("/v1/audit?cursor=1").code()).isEqualTo("invalid-cursor");
    assertThat(caller(OPERATOR).get("/v1/audit?since=then").code()).isEqualTo("invalid-time");
  }

  @Test
  void isForOperators() {
    assertThat(partner.get("/v1/audit").status()).isEqualTo(403);
    assertThat(stranger().get("/v1/audit").status()).isEqualTo(401);
    assertThat(caller(OPERATOR).get("/v1/decisions").text("service")).isEqualTo("relayer");
    assertThat(RELAYER.last().uri()).hasToString("/v1/audit");
  }

  @Test
  void isBounded() {
    Instant old = Instant.now(Clock.systemUTC()).minus(settings.keep()).minusSeconds(60);
    book.begin(asked("ops", old.toString(), "old"));
    book.begin(asked("ops", old.plus(Duration.ofMinutes(2)).toString(), "young"));

    new AuditRetention(book, settings, Clock.systemUTC()).round();

    assertThat(requests("")).containsExactly("young");
  }

  @Test
  void aLineIsEndedOnceAndNothingElseOfItIsChangedNorIsItTakenAwayEarly() {
    long id = book.begin(asked("alice", Instant.now(Clock.systemUTC()).toString(), "request-1"));
    List<String> changes =
        jdbc.sql(
                """
                select 'update audit set ' || column_name || ' = '
                  || case data_type when 'text' then quote_literal('other') else 'now()' end
                from information_schema.columns where table_name = 'audit'
                  and column_name not in ('id', 'template', 'status', 'took_ms')
                """)
            .query((row, number) -> row.getString(1))
            .list();
    assertThat(changes).hasSize(7).allSatisfy(this::isRefused);

    book.end(id, "/v1/stops", 201, 3);
    isRefused("update audit set status = 403");
    isRefused("delete from audit");
    assertThat(changes("?actor=alice").getFirst().path("status").asInt()).isEqualTo(201);
  }

  @Test
  void noQuestionReadsTheAuditFromEndToEnd() {
    TableScans scans =
        new TableScans(jdbc, transactions)
            .after(
                () ->
                    jdbc.sql(
                            """
                            insert into audit
                              (at, actor, credential, scopes, method, path, request_id)
                            select now() - i * interval '1 minute', 'actor' || i % 50,
                              'stl_' || i % 90, '', 'POST', '/v1/stops', 'request-' || i
                            from generate_series(1, 5000) as i
                            """)
                        .update());
    Instant day = Instant.now(Clock.systemUTC()).minus(Duration.ofDays(1));
    AuditBook.Place place = new AuditBook.Place(day, 7);

    assertThat(
            scans.during(
                () -> {
                  ask("actor7", null, null, null, null, null);
                  ask("actor7", null, null, day, null, place);
                  ask(null, "stl_7", null, null, null, place);
                  ask(null, null, "request-9", null, null, null);
                  ask(null, null, null, null, day, null);
                  ask(null, null, null, null, null, place);
                }))
        .doesNotContainKey("audit");
  }

  private void isRefused(String statement) {
    assertThatThrownBy(() -> jdbc.sql(statement).update())
        .as(statement)
        .rootCause()
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  private void ask(
      @Nullable String actor,
      @Nullable String credential,
      @Nullable String requestId,
      @Nullable Instant since,
      @Nullable Instant until,
      AuditBook.@Nullable Place before) {
    book.find(new AuditBook.Query(actor, credential, requestId, since, until, before, 20));
  }

  private static AuditBook.Asked asked(String actor, String at, String request) {
    return new AuditBook.Asked(
        Instant.parse(at), actor, "stl_of_" + actor, "operator", "POST", "/v1/stops", request);
  }

  private List<JsonNode> changes(String query) {
    return caller(OPERATOR).get("/v1/audit" + query).body().path("items").valueStream().toList();
  }

  private List<String> requests(String query) {
    return changes(query).stream().map(line -> line.path("requestId").asString()).toList();
  }
}
