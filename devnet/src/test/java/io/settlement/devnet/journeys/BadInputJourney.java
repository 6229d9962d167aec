// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.devnet.journey.Gateway;
import io.settlement.devnet.journey.Sending;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class BadInputJourney {
  private final Sending sending = SharedWorld.network().from("Alpha").to("Beta");
  private final Gateway gateway = SharedWorld.network().partner();

  @Test
  void refusesAQuoteForAnUnknownRoute() {
    Map<String, Object> request = sending.quoteRequest("100000000");
    request.put("toHandler", sending.to().contracts().settlement());
    expect(gateway.post("/v1/quotes", request), 422, "unknown-route");
  }

  @Test
  void refusesAMalformedAddress() {
    Map<String, Object> request = sending.quoteRequest("100000000");
    request.put("fromHandler", "0x123");
    expect(gateway.post("/v1/quotes", request), 400, "invalid-address");
  }

  @Test
  void refusesAQuoteForAnUnknownChain() {
    Map<String, Object> request = sending.quoteRequest("100000000");
    request.put("toChain", "Nowhere");
    expect(gateway.post("/v1/quotes", request), 404, "unknown-chain");
  }

  @Test
  void refusesAnAmountOfNothing() {
    expect(gateway.post("/v1/quotes", sending.quoteRequest("0")), 400, "invalid-amount");
  }

  @Test
  void refusesABodyThatIsNotJson() {
    expect(gateway.postText("/v1/quotes", "amount=1"), 400, "malformed-body");
  }

  @Test
  void refusesATxidThatIsNone() {
    expect(gateway.get("/v1/messages/0x12"), 400, "invalid-txid");
  }

  @Test
  void knowsNothingOfAMessageThatWasNeverSent() {
    assertThat(gateway.get("/v1/messages/0x" + "0".repeat(64)).status()).isEqualTo(404);
  }

  @Test
  void refusesACallerWithoutAKnownKey() {
    Gateway stranger = new Gateway(gateway.url(), "no such key");
    expect(stranger.post("/v1/quotes", sending.quoteRequest("1")), 401, "unauthenticated");
  }

  @Test
  void refusesAPartnerWhoWantsToChangeTheRegistry() {
    Map<String, Object> body =
        Map.of(
            "from", sending.sourceHandler().on("Alpha"),
            "to", sending.targetHandler().on("Beta"));
    expect(gateway.put("/v1/routes", body), 403, "forbidden");
  }

  private static void expect(Gateway.Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.code()).isEqualTo(code);
  }
}
