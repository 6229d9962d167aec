// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.PriceEvent.PriceSampled;
import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.NodeAddress;
import io.settlement.events.RegistryEvent.NodesState;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.Topics;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.gas.GasTest;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.DeployedChains.DeployedChain;
import io.settlement.kit.test.DeployedChains.DeployedHandler;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A chain that comes into the book while the service runs: Beta's node by another name. */
class AdmittedChainTest extends GasTest {
  private static final ChainName GAMMA = new ChainName("Gamma");
  private static final ChainName NOT_ALLOWED = new ChainName("Omega");
  private static final DeployedChain THERE = WORLD.chain("Beta");
  private static final DeployedHandler HERE = WORLD.chain("Alpha").handler("mintBurn");
  private static final String SOURCE = "/v1/prices/Gamma/source";

  @Autowired ChainNodes nodes;
  @Autowired RateFeeds rates;
  @Autowired PriceSampler sampler;
  @Autowired RegistryView registry;
  @Autowired KafkaProbe kafka;
  @Autowired MeterRegistry meters;
  @LocalServerPort int port;

  @Test
  void aNewChainIsPricedAndQuotedOnceItsNodesAndTheWorthOfItsTokenAreTold() {
    expect(put(SOURCE, Map.of("usd", "1", "because", "early")), 404, "unknown-chain");
    kafka.send(List.<RegistryEvent>of(chain(GAMMA), chain(NOT_ALLOWED), nodesOf(NOT_ALLOWED)));
    await().until(() -> registry.nodes(NOT_ALLOWED).isPresent());
    kafka.send(List.<RegistryEvent>of(nodesOf(GAMMA)));
    await().until(() -> nodes.of(GAMMA).isPresent());
    assertThat(nodes.chains()).doesNotContain(NOT_ALLOWED);

    sampler.sample(nodes.of(GAMMA).orElseThrow());
    assertThat(priceOfGamma().get("stale").asBoolean()).isTrue();
    assertThat(priceOfGamma().at("/rate/refusal").asString()).isEqualTo("STALE");
    assertThat(priceOfGamma().at("/rate/why").asString()).isEqualTo("0 fresh of 1 needed");

    put(SOURCE, Map.of("usd", "250.50", "because", "sold at that")).expectStatus().isOk();
    sampler.sample(nodes.of(GAMMA).orElseThrow());
    PriceSampled sampled =
        kafka.await(Topics.PRICE_EVENTS, PriceSampled.class, one -> one.chain().equals(GAMMA));
    assertThat(sampled.nativeUsd()).isEqualByComparingTo("250.5");
    assertThat(priceOfGamma().at("/rate/sources/0/source").asString()).isEqualTo("operator");

    JsonNode quote = quoteFromGamma();
    assertThat(quote.at("/signed/domain/chainId").asLong()).isEqualTo(THERE.chainId());
    assertThat(quote.at("/signed/domain/verifyingContract").asString())
        .isEqualToIgnoringCase(THERE.gasService().hex());
    assertThat(quote.at("/payable/0/chain").asString()).isEqualTo("Gamma");
    assertThat(
            json(call("operator", HttpMethod.GET, "/v1/quotes/exposure", null)
                    .expectStatus()
                    .isOk())
                .findValuesAsString("chain"))
        .contains("Gamma");
    for (String meter :
        List.of("price.age", "rate.refused", "rate.counted", "exposure", "proof.lag")) {
      assertThat(meters.find("settlement.gas." + meter).tag("chain", "Gamma").gauge())
          .as(meter)
          .isNotNull();
    }

    call("operator", HttpMethod.DELETE, SOURCE + "?because=gone", null).expectStatus().isOk();
    assertThat(rates.decide(GAMMA).refusal()).isEqualTo(Refusal.STALE);
  }

  @Test
  void anOperatorsWordIsCheckedKeptWithItsReasonAndCanBeWithdrawn() {
    String path = "/v1/prices/Alpha/source";
    Map<String, Object> word = Map.of("usd", "2000", "because", "as the table says");
    expect(call("partner", HttpMethod.PUT, path, word), 403, "forbidden");
    expect(call("partner", HttpMethod.GET, path, null), 403, "forbidden");
    expect(put(path, Map.of("because", "nothing said")), 400, "invalid-rate");
    expect(put(path, Map.of("usd", "1", "sameAs", "Beta", "because", "both")), 400, "invalid-rate");
    expect(put(path, Map.of("usd", "1")), 400, "invalid-request");
    expect(put(path, Map.of("usd", "-1", "because", "owed")), 400, "invalid-request");
    expect(put(path, Map.of("sameAs", "Nowhere", "because", "like it")), 404, "unknown-chain");
    expect(put(path, Map.of("sameAs", "Alpha", "because", "itself")), 422, "rate-of-another");
    expect(call("operator", HttpMethod.DELETE, path + "?because=none", null), 404, "nothing-told");

    put(path, word).expectStatus().isOk();
    put(path, word).expectStatus().isOk();
    assertThat(rates.decide(new ChainName("Alpha")).why()).isEqualTo("median of 2");
    put(path, Map.of("sameAs", "Beta", "because", "a mistake")).expectStatus().isOk();
    expect(
        put("/v1/prices/Beta/source", Map.of("sameAs", "Alpha", "because", "a circle")),
        422,
        "rate-of-another");
    assertThat(rates.decide(new ChainName("Alpha")).refusal()).isEqualTo(Refusal.CONTRADICTORY);
    call("operator", HttpMethod.DELETE, path + "?because=mended", null).expectStatus().isOk();
    assertThat(rates.decide(new ChainName("Alpha")).usd()).isEqualByComparingTo("2000");

    JsonNode told = json(call("operator", HttpMethod.GET, path, null).expectStatus().isOk());
    assertThat(told.findValuesAsString("because"))
        .containsExactly("mended", "a mistake", "as the table says");
    assertThat(told.at("/0").has("usd")).isFalse();
    assertThat(told.at("/1/sameAs").asString()).isEqualTo("Beta");
    assertThat(told.at("/2/by").asString()).isNotBlank();
  }

  private JsonNode quoteFromGamma() {
    DeployedHandler there = THERE.handler("mintBurn");
    HandlerId from = HandlerId.of(GAMMA, there.id().evmAddress());
    RouteId route = new RouteId(from, HERE.id());
    kafka.send(
        List.<RegistryEvent>of(
            chain(GAMMA),
            new ChainState(
                HERE.id().chain(),
                Family.EVM,
                Profile.V2,
                WORLD.chain("Alpha").chainId(),
                WORLD.chain("Alpha").settlement(),
                WORLD.chain("Alpha").gasService(),
                WORLD.chain("Alpha").verifier(),
                Status.ACTIVE,
                Instant.EPOCH),
            handler(from, there),
            handler(HERE.id(), HERE),
            new RouteState(route, Status.ACTIVE, Instant.EPOCH)));
    await().until(() -> registry.route(route).isPresent());
    kafka.awaitRecords(Topics.PRICES, 3);
    String holder = "0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc";
    Map<String, Object> ask =
        Map.of(
            "fromChain",
            "Gamma",
            "fromHandler",
            from.address(),
            "toChain",
            "Alpha",
            "toHandler",
            HERE.id().address(),
            "amount",
            "1000",
            "sender",
            holder,
            "receiver",
            holder);
    // What the desk knows of prices may be two seconds old.
    return await()
        .until(
            () -> json(call("partner", HttpMethod.POST, "/v1/quotes", ask)),
            answer -> answer.has("quoteId"));
  }

  private static HandlerState handler(HandlerId id, DeployedHandler deployed) {
    return new HandlerState(
        id,
        deployed.token(),
        deployed.decimals(),
        deployed.mode(),
        "TEST",
        Status.ACTIVE,
        Instant.EPOCH);
  }

  private static ChainState chain(ChainName name) {
    return new ChainState(
        name,
        Family.EVM,
        Profile.V2,
        THERE.chainId(),
        THERE.settlement(),
        THERE.gasService(),
        THERE.verifier(),
        Status.ACTIVE,
        Instant.EPOCH);
  }

  private static NodesState nodesOf(ChainName name) {
    return new NodesState(
        name, List.of(new NodeAddress(BETA_NODE.rpcUrl(), null)), 0, Instant.EPOCH);
  }

  private JsonNode priceOfGamma() {
    return json(call("partner", HttpMethod.GET, "/v1/prices", null).expectStatus().isOk())
        .valueStream()
        .filter(one -> one.get("chain").asString().equals("Gamma"))
        .findFirst()
        .orElseThrow();
  }

  private ResponseSpec put(String path, Map<String, Object> body) {
    return call("operator", HttpMethod.PUT, path, body);
  }

  private ResponseSpec call(String who, HttpMethod method, String path, @Nullable Object body) {
    RestTestClient.RequestBodySpec request =
        RestTestClient.bindToServer()
            .baseUrl("http://localhost:" + port)
            .build()
            .method(method)
            .uri(path)
            .header(
                HttpHeaders.AUTHORIZATION,
                who.equals("operator") ? TestTokens.operator() : TestTokens.partner())
            .contentType(MediaType.APPLICATION_JSON);
    return body == null ? request.exchange() : request.body(body).exchange();
  }

  private static void expect(ResponseSpec response, int status, String code) {
    response.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
  }

  private static JsonNode json(ResponseSpec response) {
    return new JsonMapper().readTree(response.expectBody().returnResult().getResponseBodyContent());
  }
}
