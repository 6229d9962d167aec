// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.chain.contract.GasQuote;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.events.GasEvent;
import io.settlement.events.GasEvent.GasCovered;
import io.settlement.events.GasEvent.GasShort;
import io.settlement.events.MessageEvent.GasPrepaid;
import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.Topics;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasTest;
import io.settlement.gas.Story;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.DeployedChains.DeployedChain;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.TestTokens;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the policies of some routes ask for, from quote and facts to facts and REST. */
class PoliciesTest extends GasTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String QUOTE_WANTED = "0x" + "aa".repeat(12);
  private static final String HALF_IS_ENOUGH = "0x" + "bb".repeat(12);
  private static final EvmAddress FRIEND = new EvmAddress("0x" + "55".repeat(20));

  @Autowired KafkaProbe kafka;
  @Autowired RegistryView registry;
  @LocalServerPort int port;

  @Test
  void whereAQuoteIsWantedNoOtherMoneyCoversTheMessageAndItSaysSo() {
    Story story = Story.on(routeTo(QUOTE_WANTED), now());

    kafka.send(List.of(story.sent(), story.prepaid(Wei.parse("10000000000000000"))));

    GasShort told = said(story.txid, GasShort.class);
    assertThat(told.missing()).isEqualTo(Wei.ZERO);
    JsonNode account = account(story.txid);
    assertThat(account.get("state").asString()).isEqualTo("SHORT");
    assertThat(account.get("waitsFor").asString()).isEqualTo("QUOTE");
    assertThat(account.get("waysToPay")).as("a top-up would not help").isEmpty();
    assertThat(kafka.facts(Topics.GAS_EVENTS, GasCovered.class, it -> is(it, story.txid)))
        .isEmpty();
  }

  @Test
  void aMessageThatWaitsForAQuoteSaysWhichItCanBePaidOnAndGoesOnWithThatPayment() {
    RouteId route = routeTo(QUOTE_WANTED);
    open(route);
    Story any = Story.on(route, now());
    byte[] payload = Hex.decode(any.sent().message().payload());
    JsonNode quote = quoted(route, GasQuote.hashOf(payload));
    TxId txid = new TxId(quote.at("/signed/quote/txid").asString());
    Story story = Story.of(txid, route, now());

    kafka.send(List.of(story.sent(), story.prepaidInto(FRIEND, Wei.of(1_000))));

    said(txid, GasShort.class);
    JsonNode account = account(txid);
    assertThat(account.get("waitsFor").asString()).isEqualTo("QUOTE");
    JsonNode way = account.get("waysToPay").get(0);
    assertThat(account.get("waysToPay")).hasSize(1);
    assertThat(way.get("amount")).isEqualTo(quote.get("total"));
    assertThat(way.get("account").asString()).isEqualTo(Story.USER.hex());
    assertThat(way.get("vault").asString()).isEqualTo(WORLD.chain("Alpha").gasService().hex());
    assertThat(way.get("data").asString())
        .isEqualTo(
            Hex.encode(
                GasServiceAbi.prepayQuoted(
                    struct(quote), Hex.decode(quote.at("/signed/signature").asString()))));

    GasPrepaid payment = story.prepaid(Wei.parse(quote.get("total").asString()));
    kafka.send(List.of(payment, story.quoted(struct(quote).id(), payment)));

    assertThat(said(txid, GasCovered.class).quoteId()).isEqualTo(quote.get("quoteId").asString());
    assertThat(account(txid).get("state").asString()).isEqualTo("COVERED");
  }

  @Test
  void whereAFractionIsEnoughTheMessageWaitsForItAndGoesOnWithIt() {
    Story whole = Story.begin();
    Story half = Story.on(routeTo(HALF_IS_ENOUGH), now());
    kafka.send(List.of(whole.sent(), half.sent(), half.prepaid(Wei.of(1_000))));
    BigInteger required = said(whole.txid, GasShort.class).required().value();

    GasShort told = said(half.txid, GasShort.class);

    Wei fraction = new Wei(required.add(BigInteger.ONE).shiftRight(1));
    assertThat(told.required()).isEqualTo(fraction);
    assertThat(told.missing()).isEqualTo(fraction.minus(Wei.of(1_000)));
    JsonNode account = account(half.txid);
    assertThat(account.get("waitsFor").asString()).isEqualTo("GAS");
    JsonNode way = account.get("waysToPay").get(0);
    assertThat(way.get("amount").asString()).isEqualTo(told.missing().toString());
    assertThat(way.get("data").asString()).isEqualTo(Hex.encode(GasServiceAbi.topUp(half.txid)));

    kafka.send(half.prepaidInto(FRIEND, told.missing()));

    assertThat(said(half.txid, GasCovered.class))
        .returns(fraction, GasCovered::required)
        .returns(fraction, GasCovered::prepaid);
    assertThat(account(half.txid).get("state").asString()).isEqualTo("COVERED");
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  /** From somewhere to a handler whose address begins like this. */
  private static RouteId routeTo(String beginning) {
    String rest = "%016x".formatted(ThreadLocalRandom.current().nextLong());
    return new RouteId(
        Story.randomRoute().from(), HandlerId.of(Story.BETA, new EvmAddress(beginning + rest)));
  }

  /** A quote needs a registered route. */
  private void open(RouteId route) {
    RouteId back = new RouteId(route.to(), route.from());
    kafka.send(
        List.<RegistryEvent>of(
            chain("Alpha"),
            chain("Beta"),
            HandlerState.ofMessages(route.from(), Status.ACTIVE, Instant.EPOCH),
            HandlerState.ofMessages(route.to(), Status.ACTIVE, Instant.EPOCH),
            new RouteState(route, Status.ACTIVE, Instant.EPOCH),
            new RouteState(back, Status.ACTIVE, Instant.EPOCH)));
    await().until(() -> registry.route(back).isPresent());
    kafka.awaitRecords(Topics.PRICES, 2);
  }

  private static ChainState chain(String name) {
    DeployedChain chain = WORLD.chain(name);
    return new ChainState(
        new ChainName(name),
        Family.EVM,
        Profile.V2,
        1,
        chain.settlement(),
        chain.gasService(),
        chain.verifier(),
        Status.ACTIVE,
        Instant.EPOCH);
  }

  /** Signed, for the user's next message with this payload. */
  private JsonNode quoted(RouteId route, Hash payloadHash) {
    return JSON.readTree(
        client()
            .post()
            .uri("/v1/quotes")
            .header(HttpHeaders.AUTHORIZATION, TestTokens.partner())
            .contentType(MediaType.APPLICATION_JSON)
            .body(
                JSON.writeValueAsString(
                    Map.of(
                        "fromChain", "Alpha",
                        "fromHandler", route.from().address(),
                        "toChain", "Beta",
                        "toHandler", route.to().address(),
                        "sender", Story.USER.hex(),
                        "payloadHash", payloadHash.hex(),
                        "payloadBytes", 195)))
            .exchange()
            .expectStatus()
            .isCreated()
            .expectBody()
            .returnResult()
            .getResponseBodyContent());
  }

  private static GasQuote struct(JsonNode quote) {
    JsonNode struct = quote.at("/signed/quote");
    return new GasQuote(
        new Hash(struct.get("id").asString()),
        new TxId(struct.get("txid").asString()),
        new EvmAddress(struct.get("payer").asString()),
        Wei.parse(struct.get("amount").asString()),
        new Hash(struct.get("legsHash").asString()),
        new Hash(struct.get("payloadHash").asString()),
        Instant.ofEpochSecond(struct.get("expiry").asLong()));
  }

  private <F extends GasEvent> F said(TxId txid, Class<F> type) {
    return kafka.await(Topics.GAS_EVENTS, type, fact -> is(fact, txid));
  }

  private static boolean is(GasEvent fact, TxId txid) {
    return fact.txid().equals(txid);
  }

  private JsonNode account(TxId txid) {
    return JSON.readTree(
        client()
            .get()
            .uri("/v1/gas/" + txid)
            .header(HttpHeaders.AUTHORIZATION, TestTokens.partner())
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBodyContent());
  }

  private RestTestClient client() {
    return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
  }
}
