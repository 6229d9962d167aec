// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.probation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.ArtifactEvent.ImbalanceCleared;
import io.settlement.events.ArtifactEvent.ImbalanceRaised;
import io.settlement.events.Golden;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageParked;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.RegistryEvent.Drift;
import io.settlement.events.RegistryEvent.DriftState;
import io.settlement.events.RegistryEvent.LimitState;
import io.settlement.events.Topics;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.Reason;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import io.settlement.kit.test.TestTokens;
import io.settlement.registry.ChangeLog;
import io.settlement.registry.ChangeLog.Change;
import io.settlement.registry.Contents;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Days are told, not waited for. */
@SuiteTest
class ProbationTest {
  private static final MessageFinal SENT = Golden.read(MessageFinal.class);
  private static final CrossChainMessage MESSAGE = SENT.message();
  private static final RouteId ROUTE = MESSAGE.route();
  private static final String ARTIFACT = "TEST-BTC";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();
  private static final AtomicInteger NUMBER = new AtomicInteger(7_000_000);

  @LocalServerPort int port;
  @Autowired KafkaProbe kafka;
  @Autowired JdbcClient jdbc;
  @Autowired ConfigurableApplicationContext context;
  @Autowired TransactionOperations transactions;
  @Autowired ChangeLog changes;
  @Autowired Contents book;
  @Autowired Probations probations;
  @Autowired Evidence evidence;
  @Autowired RouteMessages messages;
  @Autowired Clock clock;
  @Autowired MeterRegistry meters;

  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private final Instant begin = Instant.now();

  @AfterEach
  void nothingOnProbation() {
    jdbc.sql(
            """
            truncate chain, handler, route, validator_set, probation, probation_day,
              probation_entry, probation_message, probation_fault, probation_trouble
            """)
        .update();
  }

  @BeforeEach
  void aBookWithoutRoutes() throws Exception {
    nothingOnProbation();
    for (String name : List.of("Alpha", "Beta")) {
      put("/v1/chains/" + name, chain(name));
    }
    put("/v1/handlers/" + ROUTE.from().toString().replace(':', '/'), handler());
    put("/v1/handlers/" + ROUTE.to().toString().replace(':', '/'), handler());
  }

  @Test
  void aNewRouteCarriesLittleAndMoreWithEachCleanDay() throws Exception {
    whenStagesAreConfigured(
        () -> assertThat(put("/v1/routes", ends("")).status()).isEqualTo(201), "1", "10");
    LimitState first = awaitLimit(0);
    assertThat(meters.get("settlement.probation.routes").tag("state", "limited").gauge().value())
        .isEqualTo(1);
    assertThat(first.amount()).isEqualTo(TokenAmount.of(100_000_000));
    assertThat(first.windowSeconds()).isEqualTo(86_400);
    assertThat(first.token().hex()).isEqualTo("0x" + "3".repeat(40));

    TxId settled = next();
    kafka.send(carried(settled, day(1)));
    kafka.send(settled(settled, day(1)));
    Awaitility.await().until(() -> count("probation_message where settled is not null") == 1);
    judgeAfter(1);
    assertThat(awaitLimit(1).amount()).isEqualTo(TokenAmount.of(1_000_000_000));
    judgeAfter(3);
    assertThat(view().path("cleanDays").asInt()).as("two idle days tell nothing").isEqualTo(1);

    hear(carried(next(), day(4)));
    hear(settled(last(), day(4)));
    hear(settled(last(), day(4)));
    judgeAfter(4);
    judgeAfter(4);
    assertThat(awaitLimit(2).amount()).isNull();
    assertThat(view().path("stage").asInt()).isEqualTo(2);
    assertThat(get("/v1/routes/probation/history?route=" + encoded(), TestTokens.partner()))
        .satisfies(
            history -> {
              assertThat(texts(history.body().path("days"), "clean"))
                  .containsExactly("true", "false", "false", "true");
              assertThat(texts(history.body().path("entries"), "action"))
                  .containsExactly("GROW", "GROW", "BEGIN");
            });

    int before = limits(2).size();
    post("/v1/registry/republish", "");
    Awaitility.await().until(() -> limits(2).size() > before);
  }

  @Test
  void faultsOfARouteMakeADayUncleanAlsoWhenTheyAreHeardOfLate() throws Exception {
    onProbation(3);
    TxId failed = clean(1);
    hear(delivered(failed, Outcome.FAILED, day(1)));
    TxId parked = clean(2);
    hear(parked(parked, Reason.HANDLER_REVERTED, day(2)));
    TxId notItsFault = clean(3);
    hear(parked(notItsFault, Reason.KEY_WITHOUT_FUNDS, day(3)));
    judgeAfter(3);
    assertThat(awaitLimit(1).why()).isEqualTo(today.plusDays(3) + " was clean");

    hear(delivered(notItsFault, Outcome.FAILED, day(3)));
    hear(delivered(notItsFault, Outcome.FAILED, day(3)));
    assertThat(awaitLimit(0, begin).why())
        .isEqualTo(today.plusDays(3) + " was not clean: FAILED " + notItsFault.hex());
    assertThat(view().path("cleanDays").asInt()).isZero();
  }

  @Test
  void aDayOfAnImbalanceIsNotClean() throws Exception {
    onProbation(3);
    kafka.send(new ImbalanceRaised(ARTIFACT, BigInteger.ONE, "one too many", day(1)));
    kafka.send(new ImbalanceCleared(ARTIFACT, day(3)));
    Awaitility.await().until(() -> count("probation_trouble where ended_at is not null") == 1);
    for (int day = 1; day <= 4; day++) {
      clean(day);
    }
    judgeAfter(4);
    assertThat(jdbc.sql("select day from probation_day where clean").query(LocalDate.class).list())
        .containsExactly(today.plusDays(4));
  }

  @Test
  void driftOfOneEndBringsBackTheFirstStageAtOnce() throws Exception {
    onProbation(2);
    clean(1);
    clean(2);
    judgeAfter(2);
    awaitLimit(2);

    drift(new Drift("handler.code", "aa", "bb"));
    LimitState back = awaitLimit(0, begin);
    assertThat(back.why()).isEqualTo("handler.code of " + ROUTE.to() + " drifted");
    assertThat(back.amount()).isEqualTo(TokenAmount.of(1));
    clean(1);
    judgeAfter(1);
    assertThat(view().path("cleanDays").asInt()).as("it lasts").isZero();
    drift();
    clean(2);
    judgeAfter(2);
    assertThat(awaitLimit(1, back.at()).why()).contains("was clean");
  }

  @Test
  void anOperatorSetsStagesAndSaysWhy() throws Exception {
    String stages = ", \"stages\": [\"5\", \"50\"], \"because\": \"a new partner\"";
    assertThat(put("/v1/routes/probation", ends(stages)).code()).isEqualTo("unknown-route");
    assertThat(post("/v1/routes/probation/stage", stage(1)).code()).isEqualTo("not-on-probation");
    put("/v1/routes", ends(""));
    assertThat(count("probation")).as("none are configured").isZero();
    String nothing = ", \"stages\": [\"0\"], \"because\": \"a stop\"";
    assertThat(put("/v1/routes/probation", ends(nothing)).code()).isEqualTo("invalid-stages");
    assertThat(call("PUT", "/v1/routes/probation", ends(stages), TestTokens.partner()).status())
        .isEqualTo(403);
    assertThat(put("/v1/routes/probation", ends(stages)).status()).isEqualTo(200);
    assertThat(awaitLimit(0).amount()).isEqualTo(TokenAmount.of(5));

    assertThat(post("/v1/routes/probation/stage", stage(3)).code()).isEqualTo("unknown-stage");
    assertThat(post("/v1/routes/probation/stage", stage(1)).status()).isEqualTo(200);
    assertThat(awaitLimit(1).why()).isEqualTo("we know them");
    String more = ", \"stages\": [\"6\", \"60\", \"600\"], \"because\": \"a larger partner\"";
    assertThat(put("/v1/routes/probation", ends(more)).body().path("amount").asString())
        .isEqualTo("60");
    assertThat(
            jdbc.sql(
                    "select actor || ' ' || action || ' ' || reason from probation_entry order by"
                        + " id")
                .query(String.class)
                .list())
        .containsExactly(
            "test-operator BEGIN a new partner",
            "test-operator STAGE we know them",
            "test-operator STAGES a larger partner");
  }

  /** A watch with stages hears what the book changes, as the service's own would. */
  private void whenStagesAreConfigured(ThrowingRunnable deed, String... whole) throws Exception {
    ProbationSettings settings =
        new ProbationSettings(
            Stream.of(whole).map(BigDecimal::new).toList(),
            Duration.ofDays(1),
            1,
            1,
            Duration.ofHours(1),
            Duration.ofMinutes(1));
    ProbationWatch watch =
        new ProbationWatch(probations, evidence, book, new Stages(settings), clock);
    ApplicationListener<PayloadApplicationEvent<Change>> listener =
        new ApplicationListener<>() {
          @Override
          public void onApplicationEvent(PayloadApplicationEvent<Change> event) {
            watch.changed(event.getPayload());
          }
        };
    context.addApplicationListener(listener);
    try {
      deed.run();
    } finally {
      context.removeApplicationListener(listener);
    }
  }

  @FunctionalInterface
  private interface ThrowingRunnable {
    void run() throws Exception;
  }

  /** Stages of 1, 2, 3 … units. */
  private void onProbation(int stages) throws Exception {
    put("/v1/routes", ends(""));
    List<String> amounts =
        Stream.iterate(1, one -> one + 1).limit(stages).map(one -> "\"" + one + "\"").toList();
    String body = ", \"stages\": %s, \"because\": \"a test\"".formatted(amounts);
    assertThat(put("/v1/routes/probation", ends(body)).status()).isEqualTo(200);
    awaitLimit(0);
  }

  private Instant day(int after) {
    return today.plusDays(after).atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  private void judgeAfter(int day) {
    probations.judge(today.plusDays(day + 1).atTime(1, 30).toInstant(ZoneOffset.UTC));
  }

  /** A day on which a message settles. */
  private TxId clean(int day) {
    TxId txid = next();
    hear(carried(txid, day(day)));
    hear(settled(txid, day(day)));
    return txid;
  }

  private void hear(MessageEvent fact) {
    transactions.executeWithoutResult(status -> messages.onMessages(List.of(fact)));
  }

  private void drift(Drift... drifted) {
    transactions.executeWithoutResult(
        status ->
            changes.record(
                new DriftState(ROUTE.to().toString(), List.of(drifted), clock.instant())));
  }

  private static TxId next() {
    return TxId.of(BigInteger.valueOf(NUMBER.incrementAndGet()));
  }

  private static TxId last() {
    return TxId.of(BigInteger.valueOf(NUMBER.get()));
  }

  private static MessageFinal carried(TxId txid, Instant at) {
    return new MessageFinal(txid, MESSAGE, SENT.ref(), at);
  }

  private static MessageSettled settled(TxId txid, Instant at) {
    MessageSettled golden = Golden.read(MessageSettled.class);
    return new MessageSettled(txid, Outcome.SUCCESS, golden.ref(), golden.cost(), at);
  }

  private static MessageDelivered delivered(TxId txid, Outcome outcome, Instant at) {
    MessageDelivered golden = Golden.read(MessageDelivered.class);
    return new MessageDelivered(txid, outcome, golden.ref(), golden.cost(), at);
  }

  private static MessageParked parked(TxId txid, Reason reason, Instant at) {
    return new MessageParked(txid, "DELIVER", reason.name(), "given up", at);
  }

  private LimitState awaitLimit(int stage) {
    return awaitLimit(stage, begin.minusSeconds(1));
  }

  /** The newest at this stage that came after something. */
  private LimitState awaitLimit(int stage, Instant after) {
    return kafka.await(
        Topics.REGISTRY_EVENTS,
        LimitState.class,
        fact -> fact.stage() == stage && fact.at().isAfter(after) && isLast(fact));
  }

  private boolean isLast(LimitState fact) {
    return limits().getLast().equals(fact);
  }

  private List<LimitState> limits() {
    return kafka.facts(
        Topics.REGISTRY_EVENTS, LimitState.class, fact -> fact.route().equals(ROUTE));
  }

  private List<LimitState> limits(int stage) {
    return limits().stream().filter(fact -> fact.stage() == stage).toList();
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }

  private JsonNode view() throws Exception {
    return get("/v1/routes/probation", TestTokens.partner()).body().path("items").get(0);
  }

  private static List<String> texts(JsonNode items, String field) {
    return items.valueStream().map(one -> one.path(field).asString()).toList();
  }

  private static String encoded() {
    return ROUTE.toString().replace(">", "%3E");
  }

  private static String chain(String name) {
    String digit = name.equals("Alpha") ? "a" : "b";
    return """
    {"chainId": %d, "settlement": "0x%s", "gasService": "0x%s", "verifier": "0x%s"}
    """
        .formatted(
            name.length(),
            (digit + "0").repeat(20),
            (digit + "1").repeat(20),
            (digit + "2").repeat(20));
  }

  private static String handler() {
    return """
    {"token": "0x%s", "decimals": 8, "mode": "MINT_BURN", "artifact": "%s"}
    """
        .formatted("3".repeat(40), ARTIFACT);
  }

  private static String ends(String more) {
    return "{\"from\": \"%s\", \"to\": \"%s\"%s}".formatted(ROUTE.from(), ROUTE.to(), more);
  }

  private static String stage(int stage) {
    return ends(", \"stage\": %d, \"because\": \"we know them\"".formatted(stage));
  }

  private record Answer(int status, JsonNode body) {
    String code() {
      return body.path("code").asString("");
    }
  }

  private Answer put(String path, String body) throws IOException, InterruptedException {
    return call("PUT", path, body, TestTokens.operator());
  }

  private Answer post(String path, String body) throws IOException, InterruptedException {
    return call("POST", path, body, TestTokens.operator());
  }

  private Answer get(String path, String token) throws IOException, InterruptedException {
    return call("GET", path, "", token);
  }

  private Answer call(String method, String path, String body, String token)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Authorization", token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }
}
