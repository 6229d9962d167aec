// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.reserve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.artifact.ArtifactTest;
import io.settlement.artifact.Story;
import io.settlement.artifact.Story.Route;
import io.settlement.events.ArtifactEvent;
import io.settlement.events.ArtifactEvent.ArtifactBooked;
import io.settlement.events.ArtifactEvent.ImbalanceCleared;
import io.settlement.events.ArtifactEvent.ImbalanceRaised;
import io.settlement.events.ArtifactEvent.ReserveReported;
import io.settlement.events.MessageEvent;
import io.settlement.events.Topics;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.SettlementMode;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.TestTokens;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

class ReserveCheckTest extends ArtifactTest {
  @Autowired ReserveCheck check;
  @Autowired RegistryView registry;
  @Autowired KafkaProbe kafka;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  @Test
  void settledMessagesAreProvedAndTheBooksBalance() {
    Route route = registered(SettlementMode.MINT_BURN);
    Story success = route.send(500);
    Story failure = route.send(70);
    hear(route, 5, success.life(Outcome.SUCCESS), failure.life(Outcome.FAILED));

    check.check();

    assertThat(proofs(success, failure)).containsExactly("PROVED", "PROVED");
    assertThat(said(route, ReserveReported.class, 1).getLast().supply().isZero()).isTrue();
    get("/supply", route, 200)
        .jsonPath("$.balanced")
        .isEqualTo(true)
        .jsonPath("$.inFlight")
        .isEqualTo("0")
        .jsonPath("$.chains.Alpha.issuance")
        .isEqualTo("500")
        .jsonPath("$.chains.Beta.holders")
        .isEqualTo("500");
  }

  @Test
  void whatIsUnderWayIsExpectedAndNoImbalance() {
    Route route = registered(SettlementMode.LOCK_UNLOCK);
    Story story = route.send(500);
    hear(route, 2, List.of(story.sent(), story.delivered(Outcome.SUCCESS)));

    check.check();

    ReserveReported report = said(route, ReserveReported.class, 1).getLast();
    assertThat(report.supply()).isEqualTo(report.expected()).hasToString("500");
    get("/supply", route, 200)
        .jsonPath("$.total")
        .isEqualTo("500")
        .jsonPath("$.inFlight")
        .isEqualTo("500")
        .jsonPath("$.balanced")
        .isEqualTo(true);
  }

  @Test
  void anEndHeardOfBeforeItsArrivalIsNoImbalanceYet() {
    Route route = registered(SettlementMode.MINT_BURN);
    Story story = route.send(500);
    hear(route, 2, List.of(story.sent(), story.settled(Outcome.SUCCESS)));
    check.check();
    get("/supply", route, 200).jsonPath("$.balanced").isEqualTo(true);

    jdbc.sql("update transfer set settled_at = settled_at - interval '11 minutes' where txid = ?")
        .param(story.txid.hex())
        .update();
    check.check();
    assertThat(said(route, ImbalanceRaised.class, 1).getLast().difference())
        .isEqualTo(BigInteger.valueOf(-500));

    hear(route, 3, List.of(story.delivered(Outcome.SUCCESS)));
    check.check();
    assertThat(said(route, ImbalanceCleared.class, 1)).hasSize(1);
    assertThat(proofs(story)).containsExactly("PROVED");
  }

  @Test
  void aMintWhoseEscrowWentBackIsAnImbalance() {
    Route route = registered(SettlementMode.MINT_BURN);
    Story story = route.send(500);
    hear(
        route,
        3,
        List.of(story.sent(), story.delivered(Outcome.SUCCESS), story.settled(Outcome.FAILED)));

    check.check();
    check.check();

    assertThat(said(route, ImbalanceRaised.class, 1))
        .singleElement()
        .returns(BigInteger.valueOf(500), ImbalanceRaised::difference);
    assertThat(proofs(story)).containsExactly("BROKEN");
    get("/supply", route, 200)
        .jsonPath("$.balanced")
        .isEqualTo(false)
        .jsonPath("$.unproved")
        .isEqualTo(1);
  }

  @Test
  void bookingsOfAMessageCanBeReadAndSumToZero() {
    Route route = registered(SettlementMode.MINT_BURN);
    Story story = route.send(500);
    hear(route, 3, story.life(Outcome.SUCCESS));

    get("/bookings?txid=" + story.txid, route, 200)
        .jsonPath("$.sum")
        .isEqualTo("0")
        .jsonPath("$.entries.length()")
        .isEqualTo(6);
    get("/bookings", route, 200).jsonPath("$.entries.length()").isEqualTo(6);
    get("/bookings?txid=0x12", route, 400).jsonPath("$.code").isEqualTo("invalid-txid");
    body("/v1/artifacts/none/supply", 404).jsonPath("$.code").isEqualTo("unknown-artifact");
    body("/v1/artifacts/none/bookings", 404).jsonPath("$.code").isEqualTo("unknown-artifact");
    body("/v1/artifacts", 200)
        .jsonPath("$[?(@.artifact == '" + route.artifact() + "')].handlers.length()")
        .isEqualTo(2);
  }

  @Test
  void theApiDescribesItself() {
    body("/v3/api-docs", 200)
        .jsonPath("$.paths['/v1/artifacts/{id}/supply']")
        .exists()
        .jsonPath("$.paths['/v1/artifacts/{id}/bookings']")
        .exists();
  }

  private Route registered(SettlementMode mode) {
    Route route = Route.of(mode);
    kafka.send(route.states());
    await().until(() -> registry.handler(route.target().handler()).isPresent());
    await().until(() -> registry.handler(route.source().handler()).isPresent());
    return route;
  }

  @SafeVarargs
  private void hear(Route route, int bookings, List<MessageEvent>... lives) {
    for (List<MessageEvent> life : lives) {
      kafka.send(life);
    }
    said(route, ArtifactBooked.class, bookings);
  }

  private <F extends ArtifactEvent> List<F> said(Route route, Class<F> type, int count) {
    return kafka.await(
        Topics.ARTIFACT_EVENTS, type, f -> f.artifact().equals(route.artifact()), count);
  }

  private List<String> proofs(Story... stories) {
    return List.of(stories).stream()
        .map(
            story ->
                jdbc.sql("select proof from transfer where txid = ?")
                    .param(story.txid.hex())
                    .query(String.class)
                    .single())
        .toList();
  }

  private BodyContentSpec get(String path, Route route, int status) {
    return body("/v1/artifacts/" + route.artifact() + path, status);
  }

  private BodyContentSpec body(String path, int status) {
    return RestTestClient.bindToServer()
        .baseUrl("http://localhost:" + port)
        .build()
        .get()
        .uri(path)
        .header(HttpHeaders.AUTHORIZATION, TestTokens.partner())
        .exchange()
        .expectStatus()
        .isEqualTo(status)
        .expectBody();
  }
}
