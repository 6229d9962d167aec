// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.conformance.Finding;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Verdict;
import io.settlement.conformance.report.Report;
import io.settlement.conformance.report.Report.Line;
import io.settlement.conformance.report.Seal;
import io.settlement.events.RegistryEvent.ConformanceState;
import io.settlement.events.RegistryEvent.Fitness;
import io.settlement.events.Topics;
import io.settlement.events.value.HandlerId;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.Caller.Answer;
import io.settlement.registry.Contents;
import io.settlement.registry.OnboardingWorld;
import io.settlement.registry.conformance.Runs.Asker;
import io.settlement.registry.onboarding.OperatorsChains;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Handlers are tried on forks of a real chain; what was found stands beside their entry. */
class HandlerRunsTest extends OnboardingWorld {
  private static final int ALL = 12;

  @Autowired Runs runs;
  @Autowired RunTable table;
  @Autowired Subjects subjects;
  @Autowired HandlerTrials trials;
  @Autowired Contents contents;
  @Autowired OperatorsChains operators;
  @Autowired ConformanceSettings settings;
  @Autowired Clock clock;
  @Autowired TransactionTemplate transaction;

  private HandlerId handler;
  private HandlerId peer;

  @BeforeEach
  void aRouteLeadsToTheHandler() {
    book("Beta");
    handler = chains.chain("Alpha").handler(KIND).id();
    peer = chains.chain("Beta").handler(KIND).id();
    assertThat(
            operator
                .put("/v1/routes", "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(peer, handler))
                .status())
        .isLessThan(300);
    // What the contracts are is final.
    chains.node("Alpha").mine(4);
  }

  private String at(String what) {
    return "/v1/handlers/" + handler + "/conformance/" + what;
  }

  private JsonNode entry() {
    return acme.get("/v1/handlers/Alpha/" + handler.address()).body();
  }

  @Test
  void aHandlerIsTriedReportedSignedAndToldBesideItsEntry() {
    assertThat(entry().path("conformance").isNull()).isTrue();
    assertThat(entry().path("handler").asString()).isEqualTo(handler.toString());
    // Only who registered it, and operators, may ask.
    assertThat(acme.post(at("runs")).status()).isEqualTo(403);
    registeredBy("acme");
    Answer asked = acme.post(at("runs"));
    assertThat(asked.status()).as("%s", asked.body()).isEqualTo(202);
    assertThat(operator.post(at("runs")).code()).isEqualTo("conformance-under-way");
    JsonNode ended = awaitEnd(asked.text("id"));
    assertThat(ended.path("done").asInt()).isEqualTo(ended.path("all").asInt()).isEqualTo(ALL);
    assertThat(acme.post(at("runs")).code()).isEqualTo("conformance-too-soon");

    Report report = signedReport();
    assertThat(report.lines())
        .allSatisfy(
            line ->
                assertThat(line.verdict())
                    .describedAs("%s: %s", line.requirement().id(), line.finding().outcome())
                    .isEqualTo(Verdict.PASS));
    // Beta's nodes are nobody's here: what its handler allows is not asked.
    assertThat(line(report, "HND-12").finding().outcome().figures())
        .containsEntry("peer's whitelist", "no node of Beta is known");
    ConformanceState told =
        kafka.await(
            Topics.REGISTRY_EVENTS,
            ConformanceState.class,
            one -> one.subject().equals(handler.toString()));
    assertThat(told.fitness()).isEqualTo(Fitness.FIT);
    assertThat(told.chain().value()).isEqualTo("Alpha");
    itsEntryTells(report, asked.text("id"));
    noForkIsLeft();
  }

  private Report signedReport() {
    byte[] json = acme.bytes(at("reports/latest/report.json"));
    assertThat(Seal.parse(acme.bytes(at("reports/latest/report.json.sig"))).isOf(json)).isTrue();
    assertThat(new String(acme.bytes(at("reports/latest/report.html")), UTF_8))
        .contains("Is handler " + handler.address() + " on Alpha fit");
    Report report = Report.parse(json);
    assertThat(report.verdict()).isEqualTo(Verdict.PASS);
    return report;
  }

  private static Line line(Report report, String requirement) {
    return report.lines().stream()
        .filter(one -> one.requirement().id().equals(requirement))
        .findFirst()
        .orElseThrow();
  }

  /** Other code at its address makes what was found stale. */
  private void itsEntryTells(Report report, String run) {
    JsonNode proof = entry().path("conformance");
    assertThat(proof.isObject()).isTrue();
    assertThat(proof.path("run").asString()).isEqualTo(run);
    assertThat(proof.path("verdict").asString()).isEqualTo("PASS");
    assertThat(proof.path("version").asInt()).isEqualTo(1);
    assertThat(proof.path("codeHash").asString())
        .isEqualTo(report.handler().orElseThrow().code())
        .contains("+");
    assertThat(proof.path("stale").asBoolean(true)).isFalse();
    String code = chains.node("Alpha").rpc("eth_getCode", handler.address(), "latest").asString();
    try {
      chains.node("Alpha").rpc("anvil_setCode", handler.address(), "0x00");
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> entry().path("conformance").path("stale").asBoolean(false));
    } finally {
      chains.node("Alpha").rpc("anvil_setCode", handler.address(), code);
    }
  }

  private static void noForkIsLeft() {
    Awaitility.await()
        .until(
            () ->
                ProcessHandle.current()
                    .descendants()
                    .noneMatch(one -> one.info().commandLine().orElse("").contains("--fork-url")));
  }

  private void registeredBy(String partner) {
    jdbc.sql(
            """
            insert into handler_claim (handler, nonce, partner, owner, expires_at, at)
            values (?, ?, ?, ?, now(), now())
            """)
        .params(handler.toString(), "0x" + "01".repeat(32), partner, "0x" + "02".repeat(20))
        .update();
  }

  private JsonNode awaitEnd(String run) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> operator.get(at("runs/" + run)).body(),
            one -> List.of("FINISHED", "BROKEN_OFF").contains(one.path("state").asString()));
  }

  @Test
  void whatCannotBeTriedIsSaidBeforeAnythingBegins() {
    assertThat(
            operator.post("/v1/handlers/Alpha:0x" + "12".repeat(20) + "/conformance/runs").code())
        .isEqualTo("unknown-handler");
    assertThat(operator.post(at("runs"), "{\"areas\": [\"EVM\"]}").code())
        .isEqualTo("unknown-area");
    assertThat(operator.post("/v1/chains/Alpha/conformance/runs", "{\"trial\": {}}").code())
        .isEqualTo("not-a-handler");
    assertThat(operator.post(at("runs"), "{\"trial\": {\"message\": \"0x00\"}}").code())
        .isEqualTo("message-missing");
    assertThat(
            operator
                .post(
                    at("runs"), "{\"trial\": {\"peer\": \"Beta:0x%s\"}}".formatted("34".repeat(20)))
                .code())
        .isEqualTo("peer-unknown");
    assertThat(operator.post(at("runs"), "{\"trial\": {\"peer\": \"nobody\"}}").status())
        .isEqualTo(400);
    jdbc.sql("delete from route").update();
    assertThat(operator.post(at("runs")).code()).isEqualTo("peer-unknown");
    assertThat(operator.get(at("runs")).body().path("items").size()).isZero();
  }

  @Test
  void withoutAProgramToForkWithNoHandlerIsTried() {
    HandlerTrials without =
        new HandlerTrials(contents, subjects, operators, without(settings), clock);
    assertThatThrownBy(
            () -> without.plan(contents.findHandler(handler).orElseThrow(), TrialBody.none()))
        .isInstanceOfSatisfying(
            Problem.class, none -> assertThat(none.code()).isEqualTo("fork-unavailable"));
  }

  private static ConformanceSettings without(ConformanceSettings has) {
    return new ConformanceSettings(
        has.atOnce(),
        has.mostOpen(),
        has.partnerPause(),
        has.lease(),
        has.load(),
        new ConformanceSettings.Forks(
            null, has.fork().atOnce(), has.fork().start(), has.fork().longest()),
        null,
        null);
  }

  @Test
  void anotherInstanceGoesOnWithAHandlersRun() {
    Finding found = finding("HND-11", null);
    Run run = heldBySomebodyWhoDied(found);

    JsonNode ended = awaitEnd(run.id().toString());

    assertThat(ended.path("state").asString()).isEqualTo("FINISHED");
    assertThat(table.findings(run.id())).hasSize(ALL).containsEntry("HND-11", found);
    Report report = Report.parse(operator.bytes(at("reports/latest/report.json")));
    assertThat(line(report, "HND-11").finding().outcome().reason()).isEqualTo("seen by another");
  }

  @Test
  void findingsOfOtherCodeAreNotGoneOnWith() {
    Run run = heldBySomebodyWhoDied(finding("HND-11", "0x" + "00".repeat(32)));

    JsonNode ended = awaitEnd(run.id().toString());

    assertThat(ended.path("state").asString()).isEqualTo("BROKEN_OFF");
    assertThat(ended.path("broken").asString()).contains("code changed");
    // Asked for again, it is tried as it is now.
    Answer again = operator.post(at("runs"));
    assertThat(awaitEnd(again.text("id")).path("state").asString()).isEqualTo("FINISHED");
    assertThat(entry().path("conformance").path("run").asString()).isEqualTo(again.text("id"));
  }

  private static Finding finding(String requirement, @Nullable String code) {
    Outcome outcome = Outcome.pass("seen by another");
    return new Finding(
        requirement,
        code == null ? outcome : outcome.with("code", code),
        Instant.parse("2026-01-01T00:00:00Z"),
        Duration.ofMillis(5));
  }

  /** It found something, and says nothing any more. */
  private Run heldBySomebodyWhoDied(Finding finding) {
    UUID dead = UUID.randomUUID();
    return transaction.execute(
        status -> {
          Measured measured = subjects.ofHandler(handler);
          Run run =
              runs.ask(
                  measured,
                  new Asker("operator", true),
                  List.of(),
                  trials.plan(contents.findHandler(handler).orElseThrow(), TrialBody.none()));
          jdbc.sql(
                  """
                  update conformance_run set holder = ?, lease_until = now() + interval '500 ms',
                         began_at = now(), takes = 1 where id = ?
                  """)
              .params(dead, run.id())
              .update();
          assertThat(runs.found(run.id(), dead, finding)).isTrue();
          return run;
        });
  }

  @Test
  void aFailureIsWaivedByAnOperatorWhoSaysWhy() {
    Answer asked = operator.post(at("runs"), "{\"trial\": {\"gas\": 1000}}");
    awaitEnd(asked.text("id"));
    assertThat(operator.get(at("reports/latest")).text("verdict")).isEqualTo("FAIL");
    assertThat(operator.put(at("waivers/EVM-01"), "{\"reason\": \"no\"}").code())
        .isEqualTo("unknown-requirement");
    assertThat(operator.put(at("waivers/HND-08"), "{\"reason\": \"we pay\"}").status())
        .isEqualTo(200);
    assertThat(operator.put(at("waivers/HND-10"), "{\"reason\": \"we pay\"}").status())
        .isEqualTo(200);
    assertThat(entry().path("conformance").path("verdict").asString()).isEqualTo("PASS");
    assertThat(entry().path("conformance").path("version").asInt()).isEqualTo(3);
  }
}
