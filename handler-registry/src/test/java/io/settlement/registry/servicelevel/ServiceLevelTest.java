// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.conformance.AddressPolicy;
import io.settlement.conformance.Check;
import io.settlement.conformance.Declaration;
import io.settlement.conformance.Node;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Subject;
import io.settlement.conformance.Verdict;
import io.settlement.conformance.check.Catalogue;
import io.settlement.conformance.check.Demands;
import io.settlement.events.ServiceLevelEvent.Breach;
import io.settlement.events.ServiceLevelEvent.Level;
import io.settlement.events.ServiceLevelEvent.ProviderStanding;
import io.settlement.events.Topics;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.ProviderId;
import io.settlement.kit.test.Anvil;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import io.settlement.kit.test.TestTokens;
import io.settlement.registry.onboarding.NamedProviders;
import io.settlement.registry.onboarding.NamedProviders.NamedProvider;
import io.settlement.registry.servicelevel.Moody.Mood;
import io.settlement.registry.servicelevel.ServiceLevelSettings.Burst;
import io.settlement.registry.servicelevel.ServiceLevelSettings.Timing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Minutes are told, not waited for: each look says when it is. */
@SuiteTest
class ServiceLevelTest {
  private static final ChainName CHAIN = new ChainName("Probed");
  private static final long CHAIN_ID = 31337;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  @LocalServerPort int port;
  @Autowired KafkaProbe kafka;
  @Autowired JdbcClient jdbc;
  @Autowired MeterRegistry meters;
  @Autowired NamedProviders applicants;
  @Autowired Turns turns;
  @Autowired FinalBlocks finals;
  @Autowired RoundBook book;
  @Autowired ServiceLevelMeters counted;
  @Autowired Hours hours;
  @Autowired StoredHistory history;
  @Autowired ServiceLevelSettings configured;

  private Anvil anvil;
  private Moody calm;
  private Moody moody;
  private List<NamedProvider> named;
  private ProbedNodes nodes;
  private Rounds rounds;
  private ServiceLevelWatch watch;

  /** Ahead of the clock, so that the service's own rounds take none of these minutes. */
  private Instant minute = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(70));

  @BeforeEach
  void begin() throws IOException, InterruptedException {
    jdbc.sql(
            """
            truncate provider_hour, provider_watch, finalized_block, watch_turn, chain, handler,
              route, validator_set
            """)
        .update();
    jdbc.sql("delete from onboarding_application").update();
    anvil = Anvil.start();
    anvil.mine(10);
    calm = Moody.before(anvil);
    moody = Moody.before(anvil);
    named =
        Stream.of(URI.create(anvil.rpcUrl()), calm.url(), moody.url())
            .map(url -> new NamedProvider(CHAIN, CHAIN_ID, url, "Nodes Ltd", AddressPolicy.ANY))
            .toList();
    start();
  }

  @AfterEach
  void end() {
    stop();
    jdbc.sql("delete from onboarding_application").update();
    moody.close();
    calm.close();
    anvil.close();
  }

  /** A replica: whatever it knows, it knows from the database. */
  private void start() {
    ServiceLevelSettings quick = quick(configured.burst());
    nodes = new ProbedNodes(quick);
    rounds = new Rounds(nodes, quick);
    watch = new ServiceLevelWatch(all(), turns, finals, rounds, book, counted);
  }

  private void stop() {
    rounds.destroy();
    nodes.destroy();
  }

  private ServiceLevelSettings quick(Burst burst) {
    Timing timing =
        new Timing(Duration.ofSeconds(1), Duration.ofMillis(1500), Duration.ofSeconds(40));
    return new ServiceLevelSettings(
        true, Duration.ofSeconds(5), 8, timing, true, configured.levels(), burst);
  }

  private NamedProviders all() {
    return new NamedProviders() {
      @Override
      public List<NamedProvider> all() {
        return named;
      }

      @Override
      public List<NamedProvider> of(UUID application) {
        return List.of();
      }
    };
  }

  private void look(int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      minute = minute.plusSeconds(60);
      assertThat(watch.look(minute)).isTrue();
    }
  }

  private ProviderStanding awaitStanding(URI url, boolean breached, Level level) {
    return kafka.await(
        Topics.SERVICE_LEVEL_EVENTS,
        ProviderStanding.class,
        fact ->
            fact.provider().equals(id(url))
                && !fact.at().isBefore(minute)
                && fact.breached().stream().map(Breach::level).anyMatch(level::equals) == breached);
  }

  private static ProviderId id(URI url) {
    return ProviderId.of(CHAIN_ID, url);
  }

  @Test
  void whoHangsAnswersForAnotherChainOrLagsIsToldAndSoIsItsRecoveryAcrossARestart()
      throws Exception {
    putIntoTheBook();
    look(1);
    moody.is(Mood.HANGS);
    look(2);
    stop();
    start();
    look(1);
    ProviderStanding silent = awaitStanding(moody.url(), true, Level.ANSWERS);
    assertThat(silent.chain()).isEqualTo(CHAIN);
    assertThat(silent.watched()).isTrue();
    assertThat(breach(silent, Level.ANSWERS).found()).isEqualTo("TIMEOUT");
    assertThat(breach(silent, Level.ANSWERS).since()).isEqualTo(minute);
    assertThat(meters.get("settlement.provider.breached").tag("level", "ANSWERS").gauge().value())
        .isEqualTo(1);

    moody.is(Mood.STRANGE);
    look(1);
    moody.is(Mood.WELL);
    look(3);
    awaitStanding(moody.url(), false, Level.ANSWERS);

    moody.is(Mood.LATE);
    anvil.rpc("anvil_mine", "0x5", "0x3c");
    look(3);
    ProviderStanding late = awaitStanding(moody.url(), true, Level.LAG);
    assertThat(breach(late, Level.LAG).bound()).isEqualTo("at most 30 s behind");
    moody.is(Mood.WELL);
    look(3);
    awaitStanding(moody.url(), false, Level.LAG);

    JsonNode view = get("/v1/chains/Probed/providers", TestTokens.partner()).body();
    assertThat(view.path("window").asString()).isEqualTo("PT720H");
    JsonNode seen = item(view, moody.url());
    assertThat(seen.path("errors").toString()).isEqualTo("{\"OTHER_CHAIN\":1,\"TIMEOUT\":3}");
    assertThat(seen.path("uptime").path("value").asDouble()).isEqualTo(100.0 * 10 / 14);
    assertThat(seen.path("uptime").path("unit").asString()).isEqualTo("percent");
    assertThat(seen.path("down").path("value").asDouble()).isEqualTo(4);
    assertThat(seen.path("lagMost").path("value").asDouble()).isGreaterThanOrEqualTo(240);
    assertThat(seen.path("lagMostBlocks").path("value").asDouble()).isEqualTo(5);
    assertThat(seen.path("latencyP95").path("value").asDouble()).isPositive();
    assertThat(Instant.parse(seen.path("uptime").path("since").asString()))
        .isEqualTo(minute.minus(Duration.ofMinutes(13)));
    JsonNode other = item(view, calm.url());
    assertThat(other.path("uptime").path("value").asDouble()).isEqualTo(100);
    assertThat(other.path("lagMost").path("value").asDouble()).isZero();
    assertThat(view.toString()).doesNotContain("http");
    assertThat(
            meters
                .get("settlement.provider.probes")
                .tags("chain", "Probed", "outcome", "TIMEOUT")
                .counter()
                .count())
        .isEqualTo(3);
  }

  @Test
  void checksOverTimeJudgeFromWhatIsStoredWhoeverStoredIt() throws Exception {
    look(4);
    stop();
    start();
    look(3);
    assertThat(judge("FIN-02", calm.url()).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge("SLA-01", calm.url()).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge("SLA-05", calm.url()).verdict()).isEqualTo(Verdict.PASS);

    moody.is(Mood.CONTRARY);
    look(1);
    ProviderStanding contrary = awaitStanding(moody.url(), true, Level.AGREEMENT);
    assertThat(contrary.name()).isEqualTo("127.0.0.1:" + moody.url().getPort());
    Outcome outcome = judge("FIN-02", moody.url());
    assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(outcome.evidence().getFirst().found()).isEqualTo("0x" + "ab".repeat(32));

    moody.is(Mood.HANGS);
    look(1);
    assertThat(judge("SLA-01", moody.url()).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judge("SLA-05", moody.url()).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judge("SLA-01", calm.url()).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void ofTwoReplicasOneProbesAMinuteAndWhatIsOldIsForgotten() throws Exception {
    look(1);
    jdbc.sql("update provider_hour set hour = hour - interval '32 days'").update();
    jdbc.sql("update finalized_block set at = at - interval '32 days'").update();
    int before = calm.probes();
    minute = minute.plusSeconds(60);
    ServiceLevelWatch other = new ServiceLevelWatch(all(), turns, finals, rounds, book, counted);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> replicas =
          List.of(() -> watch.look(minute), () -> other.look(minute.plusSeconds(4)));
      List<Boolean> looked = new ArrayList<>();
      for (Future<Boolean> one : threads.invokeAll(replicas)) {
        looked.add(one.get());
      }
      assertThat(looked).containsExactlyInAnyOrder(true, false);
    }
    // Once for the probe, once by the loop of all methods.
    assertThat(calm.probes()).isEqualTo(before + 2);
    assertThat(jdbc.sql("select probes from provider_hour").query(Integer.class).list())
        .containsExactly(1, 1, 1);

    named = named.subList(0, 2);
    minute = minute.plus(Duration.ofMinutes(11));
    look(1);
    ProviderStanding gone =
        kafka.await(
            Topics.SERVICE_LEVEL_EVENTS,
            ProviderStanding.class,
            fact -> fact.provider().equals(id(moody.url())) && !fact.watched());
    assertThat(gone.breached()).isEmpty();
  }

  @Test
  void aBurstShowsThroughputUnderItsStatedLoad() throws Exception {
    putIntoTheBook();
    look(1);
    Burst hourly = new Burst(Duration.ofHours(1), 50, Duration.ofMillis(400));
    Bursts bursts = new Bursts(all(), turns, nodes, hours, quick(hourly));
    assertThat(bursts.run(minute)).isTrue();
    assertThat(bursts.run(minute)).isFalse();
    assertThat(new Bursts(all(), turns, nodes, hours, configured).run(minute)).isFalse();
    JsonNode view = get("/v1/chains/Probed/providers", TestTokens.operator()).body();
    assertThat(item(view, calm.url()).path("throughput").path("value").asDouble())
        .isBetween(1.0, 60.0);
  }

  @Test
  void anApplicantSeesItsOwnProvidersAndThoseInsideOfOurNetworkAreNotAsked() throws Exception {
    UUID id = UUID.randomUUID();
    String paper =
        """
        {"chain": "Hopeful", "chainId": 31337,
         "providers": [{"url": "%s", "operator": "Hope Ltd"}],
         "contacts": [{"name": "Desk", "email": "desk@example.org"}]}
        """
            .formatted(moody.url());
    jdbc.sql(
            """
            insert into onboarding_application
              (id, owner, chain, chain_id, stage, paper, request_hash, applied_at, entered_at)
            values (?, 'acme', 'Hopeful', 31337, 'APPLIED', ?::jsonb, '', now(), now())
            """)
        .params(id, paper)
        .update();
    assertThat(applicants.all()).extracting(NamedProvider::url).containsExactly(moody.url());
    watch = new ServiceLevelWatch(applicants, turns, finals, rounds, book, counted);
    look(1);
    assertThat(moody.probes()).isZero();

    String path = "/v1/onboarding/applications/" + id + "/providers";
    JsonNode own = item(get(path, TestTokens.of("acme", "partner")).body(), moody.url());
    assertThat(own.path("operator").asString()).isEqualTo("Hope Ltd");
    assertThat(own.path("uptime").path("value").asDouble()).isZero();
    assertThat(own.path("errors").toString()).isEqualTo("{\"FORBIDDEN_ADDRESS\":1}");
    assertThat(own.path("latencyP50").path("value").isNull()).isTrue();
    assertThat(get(path, TestTokens.operator()).status()).isEqualTo(200);
    assertThat(get(path, TestTokens.of("other", "partner")).body().path("code").asString())
        .isEqualTo("unknown-application");
    assertThat(get("/v1/chains/Hopeful/providers", TestTokens.partner()).status()).isEqualTo(404);
  }

  private static Breach breach(ProviderStanding standing, Level level) {
    return standing.breached().stream()
        .filter(one -> one.level() == level)
        .findFirst()
        .orElseThrow();
  }

  /** The check of the conformance suite, with five minutes where it demands a day or a month. */
  private Outcome judge(String requirement, URI of) throws InterruptedException {
    Duration window = Duration.ofMinutes(5);
    Demands demands =
        new Demands(
            20,
            Duration.ofSeconds(3),
            40,
            Duration.ofMillis(250),
            window,
            window,
            window,
            8_000_000);
    Check check =
        Catalogue.all(demands).stream()
            .filter(one -> one.requirement().id().equals(requirement))
            .findFirst()
            .orElseThrow();
    NamedProvider provider =
        named.stream().filter(one -> one.url().equals(of)).findFirst().orElseThrow();
    Node node = nodes.of(provider);
    Clock then = Clock.fixed(minute, ZoneOffset.UTC);
    List<URI> urls = named.stream().map(NamedProvider::url).toList();
    return check.look(
        new Subject(
            List.of(node),
            Declaration.ofProviders(urls),
            Optional.empty(),
            history.of(CHAIN_ID, urls, then),
            then));
  }

  private void putIntoTheBook() throws IOException, InterruptedException {
    String body =
        """
        {"chainId": 31337, "settlement": "0x%s", "gasService": "0x%s", "verifier": "0x%s"}
        """
            .formatted("a0".repeat(20), "b0".repeat(20), "c0".repeat(20));
    HttpRequest request =
        request("/v1/chains/Probed", TestTokens.operator())
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build();
    assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
  }

  private record Answer(int status, JsonNode body) {}

  private Answer get(String path, String token) throws IOException, InterruptedException {
    HttpResponse<String> response =
        HTTP.send(request(path, token).build(), BodyHandlers.ofString());
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Authorization", token);
  }

  private static JsonNode item(JsonNode view, URI url) {
    return view.path("items")
        .valueStream()
        .filter(one -> one.path("provider").asString().equals(id(url).value()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(view.toString()));
  }
}
