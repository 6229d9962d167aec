// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.events.LiquidityEvent.LiquidityChanged;
import io.settlement.events.Topics;
import io.settlement.events.VaultEvent.PayoutFees;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.gas.GasTest;
import io.settlement.kit.liquidity.LiquidityView;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.TestTokens;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QuoteApiTest extends GasTest {
  @Autowired KafkaProbe kafka;
  @Autowired RegistryView registry;
  @Autowired LiquidityView liquidity;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  @BeforeEach
  void openTheRoute() {
    QuotedRoutes.open(kafka, registry);
    kafka.awaitRecords(Topics.PRICES, 2);
  }

  @Test
  void aQuoteNamesEveryLegAndAddsUp() {
    JsonNode quote = json(post(QuotedRoutes.request(QuotedRoutes.OPEN)).expectStatus().isCreated());

    assertThat(quote.get("legs").findValuesAsString("leg"))
        .containsExactly("SOURCE", "DELIVERY", "CALLBACK", "REFUND");
    assertThat(quote.get("legs").findValuesAsString("paidBy"))
        .containsExactly("USER_TRANSACTION", "PREPAYMENT", "PREPAYMENT", "PREPAYMENT");
    assertThat(quote.get("legs").findValuesAsString("chain"))
        .containsExactly("Alpha", "Beta", "Alpha", "Alpha");
    BigInteger sum = number(quote, "margin");
    for (JsonNode leg : quote.get("legs")) {
      assertThat(number(leg, "feeNative"))
          .isEqualTo(
              number(leg, "baseFee")
                  .add(number(leg, "priorityFee"))
                  .multiply(number(leg, "gasLimit"))
                  .add(number(leg, "dataFee")));
      if (leg.get("paidBy").asString().equals("PREPAYMENT")) {
        sum = sum.add(number(leg, "feeInSource"));
      }
    }
    assertThat(number(quote, "total")).isEqualTo(sum).isPositive();
    assertThat(Instant.parse(quote.get("expiresAt").asString()))
        .isEqualTo(Instant.parse(quote.get("issuedAt").asString()).plusSeconds(300));
  }

  @Test
  void aQuoteTellsWhenTheMessageWillBeFinalByItsAmount() {
    JsonNode small =
        json(post(with("amount", Long.toString(QuotedRoutes.TIER))).expectStatus().isCreated());
    JsonNode large =
        json(post(with("amount", Long.toString(QuotedRoutes.TIER + 1))).expectStatus().isCreated());

    assertThat(small.path("finality").path("confirmations").asInt()).isEqualTo(2);
    assertThat(small.path("finality").has("tag")).isFalse();
    assertThat(large.path("finality").path("tag").asString()).isEqualTo("finalized");
    assertThat(large.path("finality").has("confirmations")).isFalse();
    assertThat(large.path("finality").path("estimateSeconds").asLong()).isNotNegative();
  }

  @Test
  void aQuoteCanBeReadAgainAsItWasGiven() {
    JsonNode quote = json(post(QuotedRoutes.request(QuotedRoutes.OPEN)).expectStatus().isCreated());

    JsonNode again =
        json(get("/v1/quotes/" + quote.get("quoteId").asString()).expectStatus().isOk());

    assertThat(again).isEqualTo(quote);
    expect(get("/v1/quotes/" + new UUID(0, 0)), 404, "unknown-quote");
    expect(get("/v1/quotes/nonsense"), 400, "invalid-quote-id");
  }

  @Test
  void aMessageThatMovesNoTokenIsQuotedWithoutAnAmount() {
    Map<String, Object> request = QuotedRoutes.request(QuotedRoutes.MESSAGES);

    expect(post(request), 400, "invalid-amount");
    request.remove("amount");
    JsonNode quote = json(post(request).expectStatus().isCreated());

    assertThat(number(quote, "total")).isPositive();
    assertThat(quote.path("amount").isNull()).isTrue();
  }

  @Test
  void routesThatAreNotOpenAreNotQuoted() {
    expect(post(QuotedRoutes.request(QuotedRoutes.CLOSED)), 422, "route-closed");
    expect(post(QuotedRoutes.request(QuotedRoutes.route("11", "99"))), 422, "unknown-route");
    expect(
        post(QuotedRoutes.request(new RouteId(QuotedRoutes.OPEN.to(), QuotedRoutes.OPEN.from()))),
        422,
        "unknown-route");
    expect(post(with("toChain", "Nowhere")), 404, "unknown-chain");
    expect(post(with("fromChain", "Nowhere")), 404, "unknown-chain");
  }

  @Test
  void whatCannotArriveIsNotQuotedUntilItCan() {
    TokenAmount little = TokenAmount.of(QuotedRoutes.TIER);
    say(little, null, Instant.now());
    expect(
        post(with("amount", Long.toString(QuotedRoutes.TIER + 1))), 409, "insufficient-liquidity");
    post(with("amount", Long.toString(QuotedRoutes.TIER))).expectStatus().isCreated();

    say(null, "minting stops while the reserves do not prove", Instant.now());
    expect(post(with("amount", "1")), 409, "minting-stopped");

    say(null, "an old word", Instant.now().minusSeconds(3_600));
    post(with("amount", "1")).expectStatus().isCreated();
    say(null, null, Instant.now());
    post(with("amount", Long.toString(QuotedRoutes.TIER + 1))).expectStatus().isCreated();
  }

  private void say(@Nullable TokenAmount available, @Nullable String stopped, Instant at) {
    long before = liquidity.changes();
    kafka.send(new LiquidityChanged("BTC", QuotedRoutes.OPEN, available, stopped, at));
    await().until(() -> liquidity.changes() > before);
  }

  @Test
  void whatIsWrongWithARequestHasAStableCode() {
    expect(post(with("amount", "0")), 400, "invalid-amount");
    expect(post(with("amount", "-1")), 400, "invalid-amount");
    expect(post(with("amount", "1.5")), 400, "invalid-amount");
    expect(post(with("amount", null)), 400, "invalid-amount");
    expect(post(with("fromHandler", "0x12")), 400, "invalid-address");
    expect(post(with("toHandler", "hello")), 400, "invalid-address");
    expect(post(with("toHandler", null)), 400, "invalid-request");
    expect(post(with("toChain", "no name")), 400, "invalid-chain-name");
    expect(post(with("payloadBytes", 0)), 400, "invalid-request");
    expect(post("this is not JSON"), 400, "malformed-body");
    expect(post(""), 400, "malformed-body");
  }

  @Test
  void aStalePriceIsRefusedRatherThanUsed() {
    jdbc.sql("update price_sample set sampled_at = sampled_at - interval '2 hours'").update();
    try {
      await()
          .untilAsserted(
              () -> expect(post(QuotedRoutes.request(QuotedRoutes.OPEN)), 503, "price-stale"));
      assertThat(json(get("/v1/prices").expectStatus().isOk()).findValuesAsString("stale"))
          .contains("true");
    } finally {
      jdbc.sql("update price_sample set sampled_at = sampled_at + interval '2 hours'").update();
    }
    await()
        .untilAsserted(
            () -> post(QuotedRoutes.request(QuotedRoutes.OPEN)).expectStatus().isCreated());
  }

  @Test
  void contradictoryPricesAreRefusedRatherThanGuessed() {
    BETA_FEED.say("900");
    try {
      await()
          .untilAsserted(
              () ->
                  expect(
                      post(QuotedRoutes.request(QuotedRoutes.OPEN)), 503, "price-contradictory"));
      JsonNode prices = json(get("/v1/prices").expectStatus().isOk());
      assertThat(prices.findValuesAsString("refusal")).contains("CONTRADICTORY");
      assertThat(prices.findValuesAsString("source")).contains("exchange", "table");
      assertThat(prices.findValuesAsString("standing")).contains("OUTLIER", "COUNTED");
    } finally {
      BETA_FEED.say("500.00");
    }
    await()
        .untilAsserted(
            () -> post(QuotedRoutes.request(QuotedRoutes.OPEN)).expectStatus().isCreated());
  }

  @Test
  void aQuoteToBitcoinHasItsCallbackAloneAndSaysThatThePayoutsFeeIsDeducted() {
    JsonNode quote =
        json(post(QuotedRoutes.request(QuotedRoutes.TO_BITCOIN)).expectStatus().isCreated());

    assertThat(quote.at("/bitcoin/fee").asString()).isEqualTo("DEDUCTED_FROM_AMOUNT");
    assertThat(number(quote.get("legs").get(1), "feeNative")).isZero();
    assertThat(number(quote.get("legs").get(2), "feeInSource")).isPositive();
    assertThat(number(quote, "total")).isPositive();
    assertThat(quote.get("payable").findValuesAsString("chain")).containsExactly("Alpha");
    Map<String, Object> toSomebody = QuotedRoutes.request(QuotedRoutes.TO_BITCOIN);
    toSomebody.put("sender", "0x" + "1".repeat(40));
    toSomebody.put("receiver", "0x" + "1".repeat(40));
    expect(post(toSomebody), 422, "receiver-on-bitcoin");
  }

  @Test
  void aQuoteToBitcoinNamesWhatItsVaultWouldPayNowAndNothingOnceThatIsOld() {
    HandlerId vault = QuotedRoutes.TO_BITCOIN.to();
    assertThat(onBitcoin().get("feeRate").asString()).isEqualTo("UNKNOWN");

    Instant now = Instant.now();
    kafka.send(new PayoutFees(vault, 12_500, 200_000, 6, 2_388, now));
    await()
        .untilAsserted(
            () -> {
              JsonNode told = onBitcoin();
              assertThat(told.get("feeRate").asString()).isEqualTo("ESTIMATED");
              assertThat(told.get("satsPerKvb").asString()).isEqualTo("12500");
              assertThat(told.get("mostSatsPerKvb").asString()).isEqualTo("200000");
              assertThat(told.get("targetBlocks").asInt()).isEqualTo(6);
              assertThat(told.get("aloneSats").asString()).isEqualTo("2388");
            });

    kafka.send(new PayoutFees(vault, 9_000, 200_000, 6, 1_720, now.minus(Duration.ofHours(1))));
    await()
        .untilAsserted(
            () -> assertThat(onBitcoin().get("feeRate").asString()).isEqualTo("UNKNOWN"));
  }

  private JsonNode onBitcoin() {
    return json(post(QuotedRoutes.request(QuotedRoutes.TO_BITCOIN)).expectStatus().isCreated())
        .get("bitcoin");
  }

  @Test
  void aQuoteFromBitcoinAsksForNothingAndIsNeverSigned() {
    JsonNode quote =
        json(post(QuotedRoutes.request(QuotedRoutes.FROM_BITCOIN)).expectStatus().isCreated());

    assertThat(quote.at("/bitcoin/fee").asString()).isEqualTo("WAIVED");
    assertThat(number(quote, "total")).isZero();
    assertThat(quote.get("payable")).isEmpty();
    Map<String, Object> bound = QuotedRoutes.request(QuotedRoutes.FROM_BITCOIN);
    bound.put("sender", "0x" + "1".repeat(40));
    bound.put("payload", "0x01");
    expect(post(bound), 422, "unsigned-from-bitcoin");
    Map<String, Object> short20 = QuotedRoutes.request(QuotedRoutes.FROM_BITCOIN);
    short20.put("fromHandler", "0x12");
    expect(post(short20), 400, "invalid-handler");
  }

  @Test
  void strangersGetNothing() {
    client()
        .get()
        .uri("/v1/prices")
        .exchange()
        .expectStatus()
        .isUnauthorized()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("unauthenticated");
  }

  @Test
  void theApiDescribesItself() {
    JsonNode api = json(get("/v3/api-docs").expectStatus().isOk());

    assertThat(api.get("paths").propertyNames())
        .contains("/v1/quotes", "/v1/quotes/{id}", "/v1/gas/{txid}", "/v1/prices");
  }

  private static Map<String, Object> with(String field, @Nullable Object value) {
    Map<String, Object> request = QuotedRoutes.request(QuotedRoutes.OPEN);
    if (value == null) {
      request.remove(field);
    } else {
      request.put(field, value);
    }
    return request;
  }

  private ResponseSpec post(Map<String, Object> request) {
    return post(new JsonMapper().writeValueAsString(request));
  }

  private ResponseSpec post(String body) {
    return client()
        .post()
        .uri("/v1/quotes")
        .header(HttpHeaders.AUTHORIZATION, TestTokens.partner())
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .exchange();
  }

  private ResponseSpec get(String path) {
    return client()
        .get()
        .uri(path)
        .header(HttpHeaders.AUTHORIZATION, TestTokens.partner())
        .exchange();
  }

  private static void expect(ResponseSpec response, int status, String code) {
    response
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code);
  }

  private static JsonNode json(ResponseSpec response) {
    byte[] body = response.expectBody().returnResult().getResponseBodyContent();
    return new JsonMapper().readTree(body);
  }

  private static BigInteger number(JsonNode node, String field) {
    return new BigInteger(node.get(field).asString());
  }

  private RestTestClient client() {
    return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
  }
}
