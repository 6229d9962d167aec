// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.conformance.Progress;
import io.settlement.conformance.Verdict;
import io.settlement.conformance.report.Report;
import io.settlement.conformance.report.Report.Line;
import io.settlement.conformance.report.Seal;
import io.settlement.events.RegistryEvent.ConformanceState;
import io.settlement.events.RegistryEvent.Fitness;
import io.settlement.events.Topics;
import io.settlement.registry.Caller;
import io.settlement.registry.Caller.Answer;
import io.settlement.registry.OnboardingWorld;
import io.settlement.registry.conformance.Runs.Asker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The suite looks at a real node; PostgreSQL keeps what it finds. */
class ConformanceRunsTest extends OnboardingWorld {
  private static final JsonMapper JSON = new JsonMapper();

  @Autowired Runs runs;
  @Autowired RunTable table;
  @Autowired Reports reports;
  @Autowired ReportTable versions;
  @Autowired Measurement measurement;
  @Autowired NightlyRuns nightly;
  @Autowired Subjects subjects;
  @Autowired ConformanceSettings settings;
  @Autowired MeterRegistry meters;
  @Autowired TransactionTemplate transaction;

  @Test
  void aRunIsReportedSignedAndWaivedAndOpensTheGate() {
    String id = application();
    decide(id, "REVIEW");
    operator.post(
        at(id, "decisions"), "{\"action\": \"SCHEDULE_CALL\", \"at\": \"2027-01-04T10:00:00Z\"}");
    decide(id, "HOLD_CALL");
    Caller other = Caller.of(port, "other", "partner");
    assertThat(other.post(at(id, "conformance/runs")).status()).isEqualTo(404);
    assertThat(acme.post(at(id, "conformance/runs"), "{\"areas\": [\"EVN\"]}").code())
        .isEqualTo("unknown-area");

    Answer asked = acme.post(at(id, "conformance/runs"));
    assertThat(asked.status()).as("%s", asked.body()).isEqualTo(202);
    assertThat(operator.post(at(id, "conformance/runs")).code()).isEqualTo("conformance-under-way");
    assertThat(acme.get(at(id, "conformance/reports/latest")).code()).isEqualTo("unknown-report");
    String run = at(id, "conformance/runs/" + asked.text("id"));
    JsonNode ended = awaitEnd(run);
    assertThat(ended.path("done").asInt()).isEqualTo(ended.path("all").asInt()).isEqualTo(60);
    assertThat(ended.path("findings").size()).isEqualTo(60);
    assertThat(acme.post(at(id, "conformance/runs")).code()).isEqualTo("conformance-too-soon");

    Report report = theReportIsSignedAndPrinted(id);
    assertThat(findings(check(id, "CONFORMANCE_PASSED"), "CONFORMANCE_PASSED"))
        .containsExactly("CONFORMANCE FAIL");
    everythingOpenIsWaived(id, report);
    assertThat(check(id, "CONFORMANCE_PASSED").text("stage")).isEqualTo("TESTNET");
    JsonNode diff = acme.get(at(id, "conformance/diff?from=1")).body();
    assertThat(diff.path("before").asString()).isEqualTo("FAIL");
    assertThat(diff.path("after").asString()).isEqualTo("PASS");
    assertThat(diff.path("mended").valueStream().map(one -> one.path("requirement").asString()))
        .contains("PROV-01");

    assertThat(
            operator
                .post(at(id, "conformance/waivers/PROV-01/end"), "{\"reason\": \"it is late\"}")
                .body()
                .path("said")
                .size())
        .isGreaterThan(2);
    assertThat(acme.get(at(id, "conformance/reports/latest")).text("verdict")).isEqualTo("FAIL");
    assertThat(acme.get(at(id, "conformance/reports/1")).text("verdict")).isEqualTo("FAIL");
    ConformanceState told =
        kafka.await(
            Topics.REGISTRY_EVENTS,
            ConformanceState.class,
            one -> one.subject().equals(id) && one.worse().contains("PROV-01"));
    assertThat(told.fitness()).isEqualTo(Fitness.NOT_FIT);
  }

  @Test
  void whatIsDemandedAndWhoMayAskForItIsToldBeforeAnybodyAsks() {
    String id = application();
    JsonNode own = acme.get(at(id, "conformance")).body();
    assertThat(own.path("mayRun").asBoolean()).isTrue();
    assertThat(own.path("mayWaive").asBoolean()).isFalse();
    assertThat(own.path("items").valueStream().map(one -> one.path("id").asString()))
        .containsExactlyInAnyOrderElementsOf(Measurement.demanded());
    assertThat(own.path("items").valueStream().map(one -> one.path("area").asString()))
        .contains("EVM", "PROV");
    JsonNode chain = acme.get("/v1/chains/Alpha/conformance").body();
    assertThat(chain.path("mayRun").asBoolean()).isFalse();
    assertThat(operator.get(at(id, "conformance")).body().path("mayWaive").asBoolean()).isTrue();
    assertThat(Caller.of(port, "other", "partner").get(at(id, "conformance")).status())
        .isEqualTo(404);
  }

  private JsonNode awaitEnd(String run) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> acme.get(run).body(), one -> one.path("state").asString().equals("FINISHED"));
  }

  private Report theReportIsSignedAndPrinted(String id) {
    String latest = at(id, "conformance/reports/latest/");
    byte[] json = acme.bytes(latest + "report.json");
    Report report = Report.parse(json);
    assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(report.chain().title()).isEqualTo("Beta");
    assertThat(report.toJson()).isEqualTo(json);
    assertThat(Seal.parse(acme.bytes(latest + "report.json.sig")).isOf(json)).isTrue();
    assertThat(new String(acme.bytes(latest + "report.html"), UTF_8)).contains("Is Beta fit");
    assertThat(new String(acme.bytes(latest + "report.pdf"), 0, 5, UTF_8)).isEqualTo("%PDF-");
    assertThat(new String(acme.bytes(latest + "badge.svg"), UTF_8)).contains("not fit");
    assertThat(operator.get("/v1/chains/Alpha/conformance/reports").body().path("items").size())
        .isZero();
    // Nobody watched for days: that is said, not guessed.
    assertThat(line(report, "SLA-01").finding().outcome().reason()).contains(" of 30 d");
    return report;
  }

  private static Line line(Report report, String requirement) {
    return report.lines().stream()
        .filter(one -> one.requirement().id().equals(requirement))
        .findFirst()
        .orElseThrow();
  }

  private void everythingOpenIsWaived(String id, Report report) {
    String waivers = at(id, "conformance/waivers/");
    String reason = "{\"reason\": \"a test network of one machine\"}";
    assertThat(acme.put(waivers + "PROV-01", reason).status()).isEqualTo(403);
    assertThat(operator.put(waivers + "PROV-99", reason).code()).isEqualTo("unknown-requirement");
    assertThat(operator.put(waivers + "PROV-01", "{\"reason\": \" \"}").status()).isEqualTo(400);
    assertThat(operator.post(waivers + "PROV-01/end", reason).code()).isEqualTo("not-waived");
    List<String> open =
        report.lines().stream()
            .filter(line -> line.requirement().mandatory() && line.verdict() != Verdict.PASS)
            .map(line -> line.requirement().id())
            .toList();
    open.forEach(
        requirement ->
            assertThat(operator.put(waivers + requirement, reason).status()).isEqualTo(200));
    Answer latest = acme.get(at(id, "conformance/reports/latest"));
    assertThat(latest.text("verdict")).isEqualTo("PASS");
    assertThat(latest.body().path("version").asInt()).isEqualTo(1 + open.size());
    assertThat(latest.body().path("counts").path("waived").asInt()).isEqualTo(open.size());
    assertThatThrownBy(() -> jdbc.sql("update conformance_report set verdict = 'PASS'").update())
        .hasMessageContaining("append-only");
  }

  @Test
  void aRunWhoseInstanceFallsSilentIsGoneOnWithByAnother() throws Exception {
    try (Doorman door = new Doorman(chains.chain("Beta").rpcUrl(), "eth_getBlockByNumber")) {
      Answer applied = acme.post(APPLICATIONS, paper("Beta", 31338, door.url()));
      UUID id = UUID.fromString(applied.text("id"));
      Runner silent = new Runner(runs, measurement, settings);
      Run run = heldBy(silent, id, List.of("PRE", "TAG"));
      silent.start(run);
      Awaitility.await().until(() -> table.findings(run.id()).size() == 4);
      int asked = door.asked().size();

      // Nobody says that it is still there: another takes the run over.
      door.letPass();
      awaitEnd(at(id.toString(), "conformance/runs/" + run.id()));
      assertThat(door.asked().subList(asked, door.asked().size()))
          .isNotEmpty()
          .noneMatch(ConformanceRunsTest::runsCode);
      assertThat(table.findings(run.id())).hasSize(5);
      assertThat(count("select takes from conformance_run")).isEqualTo(2);
      assertThat(versions.page(id.toString(), 10))
          .singleElement()
          .satisfies(version -> assertThat(version.complete()).isFalse());

      // What the silent one finds later counts no more.
      door.letGo();
      Awaitility.await().until(() -> silent.underWay() == 0);
      assertThat(table.findings(run.id())).hasSize(5);
      assertThat(versions.page(id.toString(), 10)).hasSize(1);
      silent.destroy();
      // A part opens no gate.
      assertThat(versions.latestComplete(id.toString())).isEmpty();
    }
  }

  /** As the checks of one area do, and no probe of the service levels. */
  private static boolean runsCode(String question) {
    return question.contains("\"data\"") && !question.contains("\"to\"");
  }

  /** As if it had taken it, before anybody else could. */
  private Run heldBy(Runner runner, UUID application, List<String> areas) {
    Measured measured = measured(application);
    return transaction.execute(
        status -> {
          Run run = runs.ask(measured, new Asker("operator", true), areas);
          jdbc.sql(
                  """
                  update conformance_run set holder = ?, lease_until = now() + interval '1500 ms',
                         began_at = now(), takes = 1 where id = ?
                  """)
              .params(runner.id(), run.id())
              .update();
          return table.find(run.subject(), run.id()).orElseThrow();
        });
  }

  private Measured measured(UUID application) {
    return Measured.of(
        subjects.applicant(application).orElseThrow(() -> new AssertionError("no application")));
  }

  private int count(String query) {
    return jdbc.sql(query).query(Integer.class).single();
  }

  @Test
  void whatIsInUseIsMeasuredOnceANightAndWhatGotWorseIsTold() throws Exception {
    LocalDate night = LocalDate.of(2026, 11, 22);
    nightly.ask(night);
    nightly.ask(night);
    List<Run> asked = table.page("Alpha", 10);
    assertThat(asked).singleElement().extracting(Run::cause).isEqualTo(Run.Cause.NIGHTLY);
    assertThat(operator.post("/v1/chains/Alpha/conformance/runs").code())
        .isEqualTo("conformance-under-way");
    assertThat(acme.post("/v1/chains/Alpha/conformance/runs").status()).isEqualTo(403);
    Run run = asked.getFirst();
    brokenOff(run);

    Report good = complete(run);
    assertThat(publish(run, good).measure()).isNull();
    Report bad = failing(good, "PRE-02");
    Version worse = publish(run, bad);
    assertThat(worse.measure()).isEqualTo(1);
    assertThat(worse.worse()).extracting(Version.Worse::requirement).containsExactly("PRE-02");
    // It stays worse until it is mended or waived.
    assertThat(publish(run, bad).measure()).isEqualTo(1);
    assertThat(drifted()).isEqualTo(1);
    ConformanceState told =
        kafka.await(
            Topics.REGISTRY_EVENTS,
            ConformanceState.class,
            one -> one.subject().equals("Alpha") && one.version() == 3);
    assertThat(told.worse()).containsExactly("PRE-02");
    assertThat(told.fitness()).isEqualTo(Fitness.NOT_FIT);

    String waiver = "/v1/chains/Alpha/conformance/waivers/PRE-02";
    assertThat(operator.put(waiver, "{\"reason\": \"nothing needs it\"}").status()).isEqualTo(200);
    assertThat(drifted()).isZero();
    assertThat(acme.get("/v1/chains/Alpha/conformance/reports/latest").text("verdict"))
        .isEqualTo("PASS");
  }

  /** Before the service looks at it, or while it does. */
  private void brokenOff(Run run) {
    jdbc.sql(
            """
            update conformance_run set ended_at = now(), broken = 'by the test', holder = null,
                   lease_until = null where id = ?
            """)
        .param(run.id())
        .update();
  }

  private double drifted() {
    return meters.get("settlement.conformance.drifted").gauge().value();
  }

  private Version publish(Run run, Report report) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    return transaction.execute(status -> reports.ofRun(run, report, now));
  }

  /** What a look at one area finds, as if there were no others. */
  private Report complete(Run run) throws InterruptedException {
    Run part =
        new Run(
            run.id(),
            run.subject(),
            run.chain(),
            run.cause(),
            run.actor(),
            new Run.Plan(run.plan().suite(), true, List.of("PRE"), run.plan().declaration(), null),
            run.askedAt(),
            null,
            null,
            false,
            null);
    Report found = measurement.look(part, Map.of(), Progress.unseen());
    ObjectNode json = (ObjectNode) JSON.readTree(found.toJson());
    ((ObjectNode) json.get("origin")).putArray("areas");
    return Report.parse(JSON.writeValueAsBytes(json));
  }

  private static Report failing(Report report, String requirement) {
    ObjectNode json = (ObjectNode) JSON.readTree(report.toJson());
    json.put("verdict", "FAIL");
    for (JsonNode line : json.get("lines")) {
      if (line.path("requirement").path("id").asString().equals(requirement)) {
        ((ObjectNode) line).put("verdict", "FAIL");
        ((ObjectNode) line.path("finding").path("outcome")).put("verdict", "FAIL");
      }
    }
    return Report.parse(JSON.writeValueAsBytes(json));
  }
}
