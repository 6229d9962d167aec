// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.settlement.gateway.Caller.Answer;
import io.settlement.gateway.GatewayWorld;
import io.settlement.gateway.StubService;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class DoorTest extends GatewayWorld {
  private static final String TXID = "0x" + "ab".repeat(32);

  @Autowired JwtDecoder decoder;

  @ParameterizedTest
  @CsvSource({
    "/v1/chains, registry",
    "/v1/chains/Alpha, registry",
    "/v1/handlers/Alpha/0x12, registry",
    "/v1/routes, registry",
    "/v1/validators/Alpha, registry",
    "/v1/registry/republish, registry",
    "/v1/onboarding/applications, registry",
    "/v1/onboarding/applications/17/steps/SETTLEMENT_DEPLOYED/check, registry",
    "/v1/quotes, gas",
    "/v1/quotes/17, gas",
    "/v1/settlements, gas",
    "/v1/gas/0x12, gas",
    "/v1/gas/0x12/receipt, gas",
    "/v1/receipts/0x12, gas",
    "/v1/statements/0x12, gas",
    "/v1/ledger/accounts/OPERATOR:Alpha, gas",
    "/v1/prices, gas",
    "/v1/prices/Gamma/source, gas",
    "/v1/artifacts, artifact",
    "/v1/artifacts/TEST-BTC/supply, artifact",
    "/v1/plans, artifact",
    "/v1/plans/4711/cancel, artifact",
    "/v1/messages/0xab/attestations, relayer",
    "/v1/messages/0xab/redrive, relayer",
    "/v1/messages/0xab/trial, relayer",
    "/v1/waiting, relayer",
    "/v1/primitives/vault-btc/admit, artifact",
    "/v1/lanes, relayer",
    "/v1/lanes/Alpha/0/resume, relayer",
    "/v1/observation/Alpha, observer",
    "/v1/vaults/Bitcoin:0x12/addresses, relayer",
    "/v1/withdrawals, relayer"
  })
  void leadsEachPathToItsService(String path, String service) {
    assertThat(partner.get(path).text("service")).isEqualTo(service);
    assertThat(partner.post(path, "{}").text("service")).isEqualTo(service);
  }

  @Test
  void asksTheRelayerForWaitingMessagesUnderItsOwnNameForThem() {
    partner.get("/v1/waiting?stage=PARKED&limit=5");

    assertThat(RELAYER.last().uri()).hasToString("/v1/messages?stage=PARKED&limit=5");
  }

  @Test
  void handsOnTheRequestAsItIs() {
    partner.post("/v1/quotes?x=a%20b&y=%26", "{\"amount\": \"1\"}", "Idempotency-Key", "order-7");

    StubService.Asked asked = GAS.last();
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.uri()).hasToString("/v1/quotes?x=a%20b&y=%26");
    assertThat(asked.body()).isEqualTo("{\"amount\": \"1\"}");
    assertThat(asked.header("Content-Type")).startsWith("application/json");
    assertThat(asked.header("Idempotency-Key")).isEqualTo("order-7");
  }

  @Test
  void swapsTheKeyForATokenOfItsOwn() {
    partner.get("/v1/prices", "Authorization", "Bearer mine", "Cookie", "session=1");

    StubService.Asked asked = GAS.last();
    assertThat(asked.headers()).doesNotContainKeys("X-API-Key", "Cookie");
    Jwt token = decoder.decode(asked.header("Authorization").substring("Bearer ".length()));
    assertThat(token.getSubject()).isEqualTo("acme");
    assertThat(token.getClaimAsString("scope")).isEqualTo("partner");
    assertThat(token.getClaimAsStringList("payers"))
        .containsExactly(PAYER.toLowerCase(Locale.ROOT));

    partner.get("/v1/prices");
    assertThat(GAS.last().header("Authorization")).isEqualTo(asked.header("Authorization"));

    caller(OPERATOR).get("/v1/prices");
    Jwt other = decoder.decode(GAS.last().header("Authorization").substring("Bearer ".length()));
    assertThat(other.getClaimAsString("scope")).isEqualTo("operator partner");
    assertThat(other.hasClaim("payers")).isFalse();
  }

  @Test
  void asksForAKey() {
    Answer answer = stranger().get("/v1/prices");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("unauthenticated");
    assertThat(answer.text("detail")).contains("X-API-Key");
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(GAS.count()).isZero();
  }

  @Test
  void refusesAKeyNobodyKnowsAndATokenFromOutside() {
    assertThat(caller("guessed").get("/v1/messages").status()).isEqualTo(401);
    assertThat(caller("guessed").get("/v1/messages").code()).isEqualTo("unauthenticated");
    assertThat(caller("").get("/v1/messages").status()).isEqualTo(401);
    assertThat(stranger().get("/v1/messages", "Authorization", partnerToken()).status())
        .isEqualTo(401);
  }

  @Test
  void letsThePassingProblemOfAServiceThrough() {
    GAS.answer(422, "application/problem+json", "{\"code\": \"unknown-route\", \"status\": 422}");

    Answer answer = partner.post("/v1/quotes", "{}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("unknown-route");
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void givesARequestAnIdAndKeepsTheCallers() {
    Answer given = partner.get("/v1/prices", "X-Request-Id", "order-4711");
    assertThat(given.header("X-Request-Id")).isEqualTo("order-4711");
    assertThat(GAS.last().headers()).containsEntry("X-Request-Id", "order-4711");

    Answer made = partner.get("/v1/prices", "X-Request-Id", "not harmless!");
    assertThat(made.header("X-Request-Id")).hasSize(36);
    assertThat(GAS.last().headers()).containsEntry("X-Request-Id", made.header("X-Request-Id"));
  }

  @Test
  void answersForASilentServiceOnItsOwnPathsOnly() {
    CountDownLatch done = new CountDownLatch(1);
    ARTIFACT.answer(exchange -> await(done));
    try {
      Answer slow = partner.get("/v1/artifacts");
      assertThat(slow.status()).isEqualTo(503);
      assertThat(slow.code()).isEqualTo("service-unavailable");
      assertThat(slow.text("service")).isEqualTo("artifact-service");
      assertThat(slow.text("detail")).contains("artifact-service");
      assertThat(slow.header("Content-Type")).startsWith("application/problem+json");
      assertThat(partner.get("/v1/chains").status()).isEqualTo(200);
      assertThat(partner.get("/v1/messages").status()).isEqualTo(200);
    } finally {
      done.countDown();
    }
  }

  @Test
  void answersForAServiceThatFallsSilentWithinItsAnswer() {
    CountDownLatch done = new CountDownLatch(1);
    REGISTRY.answer(exchange -> beginToAnswer(exchange, 100, done));
    try {
      Answer broken = partner.get("/v1/chains");
      assertThat(broken.status()).isEqualTo(503);
      assertThat(broken.code()).isEqualTo("service-unavailable");
      assertThat(broken.text("service")).isEqualTo("handler-registry");
      assertThat(broken.header("Content-Type")).startsWith("application/problem+json");
    } finally {
      done.countDown();
    }
    REGISTRY.answer(exchange -> beginToAnswer(exchange, 100, new CountDownLatch(0)));
    assertThat(partner.get("/v1/chains").code()).isEqualTo("service-unavailable");
  }

  @Test
  void closesTheConnectionWhereAPartOfTheAnswerHasGoneToTheCaller() {
    int begun = 4 * AnswerBody.BEGINNING;
    OBSERVER.answer(exchange -> beginToAnswer(exchange, begun, new CountDownLatch(0)));
    try {
      assertThatThrownBy(() -> partner.get("/v1/observation/lag"))
          .hasRootCauseInstanceOf(IOException.class);
      for (int i = 0; i < 10; i++) {
        breakOff("/v1/observation/lag");
      }
      assertThat(partner.get("/v1/observation/lag").text("detail"))
          .contains("does not answer at the moment");
    } finally {
      OBSERVER.reset();
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> partner.get("/v1/observation/lag").status() == 200);
  }

  @Test
  void handsOnLongAnswersWhole() {
    String told = "\"" + "x".repeat(3 * AnswerBody.BEGINNING + 1) + "\"";
    GAS.answer(exchange -> StubService.write(exchange, 200, "application/json", told));

    assertThat(partner.get("/v1/prices").body().asString()).hasSize(told.length() - 2);
  }

  /** Begins an answer that is said to be longer, and leaves it so. */
  private static void beginToAnswer(HttpExchange exchange, int bytes, CountDownLatch done)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 2L * bytes);
    exchange.getResponseBody().write("x".repeat(bytes).getBytes(UTF_8));
    exchange.getResponseBody().flush();
    await(done);
  }

  private void breakOff(String path) {
    try {
      partner.get(path);
    } catch (RuntimeException | AssertionError e) {
      // as it is to be, until the breaker knows
    }
  }

  @Test
  void stopsAskingADeadServiceForAWhileAndFindsItAgain() {
    RELAYER.die();
    try {
      for (int i = 0; i < 10; i++) {
        assertThat(partner.get("/v1/lanes").code()).isEqualTo("service-unavailable");
      }
    } finally {
      RELAYER.revive();
    }
    Answer answer = partner.get("/v1/messages/" + TXID + "/attestations");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text("service")).isEqualTo("relayer-service");
    assertThat(answer.header("Retry-After")).isNotEmpty();
    assertThat(RELAYER.count()).isZero();
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> partner.get("/v1/lanes").status() == 200);
  }

  @Test
  void aSilentRouteTakesNoOtherOfItsServiceAlong() {
    String slow = "/v1/gas-proof/1";
    CountDownLatch done = new CountDownLatch(1);
    GAS.answer(
        exchange -> {
          if (exchange.getRequestURI().getPath().equals(slow)) {
            await(done);
          }
          StubService.write(exchange, 200, "application/json", "{}");
        });
    try {
      for (int i = 0; i < 5; i++) {
        assertThat(partner.get(slow).code()).isEqualTo("service-unavailable");
      }
      int asked = GAS.count();
      assertThat(partner.get(slow).text("detail")).contains("at the moment");
      assertThat(GAS.count()).isEqualTo(asked);
      assertThat(partner.get("/v1/ledger/accounts/1").status()).isEqualTo(200);
      assertThat(GAS.count()).isEqualTo(asked + 1);
    } finally {
      done.countDown();
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> partner.get(slow).status() == 200);
  }

  @Test
  void pagesOfOthersMayCallWhereTheyAreAllowedTo() {
    var asked =
        stranger()
            .options(
                "/v1/quotes",
                "Origin",
                "https://app.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "x-api-key, content-type");
    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example");
    assertThat(asked.header("Access-Control-Allow-Headers")).containsIgnoringCase("X-API-Key");
    assertThat(asked.header("Access-Control-Allow-Credentials")).isEmpty();
    Answer called = partner.get("/v1/prices", "Origin", "https://app.example");
    assertThat(called.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example");
    assertThat(called.header("Access-Control-Expose-Headers")).contains("RateLimit");
    Answer refused = stranger().get("/v1/prices", "Origin", "https://app.example");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("Access-Control-Allow-Origin")).isNotEmpty();

    var strange =
        stranger()
            .options(
                "/v1/quotes",
                "Origin",
                "https://evil.example",
                "Access-Control-Request-Method",
                "POST");
    assertThat(strange.status()).isEqualTo(403);
    assertThat(strange.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void answersSayHowBrowsersAreToTreatThem() {
    GAS.answer(
        exchange -> {
          exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
          exchange.getResponseHeaders().set("X-Frame-Options", "DENY");
          StubService.write(exchange, 200, "application/json", "{}");
        });
    for (Answer answer :
        List.of(partner.get("/v1/prices"), partner.get("/v1/messages"), stranger().get("/v1/x"))) {
      assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
      assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
      assertThat(answer.header("Cache-Control")).containsPattern("no-store|private, no-cache");
    }
  }

  @Test
  void aBodyThatIsTooLargeGoesNowhere() {
    String large = "\"" + "x".repeat(1_048_576) + "\"";

    assertThat(partner.post("/v1/quotes", large).code()).isEqualTo("too-large");
    assertThat(partner.postChunked("/v1/quotes", large.getBytes(UTF_8)).code())
        .isEqualTo("too-large");
    assertThat(GAS.count()).isZero();
    assertThat(partner.postChunked("/v1/quotes", "{\"amount\": 1}".getBytes(UTF_8)).status())
        .isEqualTo(200);
    assertThat(GAS.last().body()).isEqualTo("{\"amount\": 1}");
  }

  @Test
  void tellsAnybodyWhatThisIs() {
    assertThat(stranger().get("/").body().path("links").has("message")).isTrue();
    assertThat(stranger().get("/actuator/health").text("status")).isEqualTo("UP");
  }

  @Test
  void hasNothingElseToOffer() {
    assertThat(partner.get("/v1/nothing").status()).isEqualTo(404);
    assertThat(partner.get("/v1/nothing").code()).isEqualTo("not-found");
    assertThat(partner.get("/onGas").code()).isEqualTo("not-found");
    assertThat(stranger().post("/onGas", "[]").status()).isEqualTo(401);
    assertThat(partner.post("/v1/messages", "{}").code()).isEqualTo("method-not-allowed");
  }

  private String partnerToken() {
    partner.get("/v1/prices");
    return GAS.last().header("Authorization");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
