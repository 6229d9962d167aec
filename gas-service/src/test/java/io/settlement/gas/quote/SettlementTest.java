// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.Receipt;
import io.settlement.chain.contract.Erc20Abi;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.Wei;
import io.settlement.kit.test.TestTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From what the API builds to a message that the contracts logged, with the user's key alone. */
class SettlementTest extends TokenRouteWorld {
  @Test
  void whatIsBuiltIsSignedAndSentAndItsMessageLoggedWithTheQuotedValue() {
    allow(0);
    JsonNode first = built(settlement());

    assertThat(first.get("kind").asString()).isEqualTo("TOKENS");
    assertThat(first.at("/allowance/needed").asBoolean()).isTrue();
    assertThat(first.at("/allowance/required").asString()).isEqualTo(AMOUNT.toString());
    assertThat(first.at("/send/value")).isEqualTo(first.at("/quote/total"));
    assertThat(first.at("/send/chainId").asLong()).isEqualTo(31337);
    signAndSend(first.get("approve"));

    // What was quoted still stands; the handler may take the tokens now.
    JsonNode again = built(onQuote(first.at("/quote/quoteId").asString()));
    assertThat(again.get("approve").isNull()).isTrue();
    assertThat(again.at("/send/data")).isEqualTo(first.at("/send/data"));
    assertThat(again.get("quote")).isEqualTo(first.get("quote"));
    Receipt receipt = signAndSend(again.get("send"));

    CrossChainMessage sent = sent(receipt);
    assertThat(sent.txid()).hasToString(first.get("txid").asString());
    GasServiceAbi.QuoteHonoured honoured =
        receipt.logs().stream()
            .filter(log -> log.topics().getFirst().equals(GasServiceAbi.QUOTE_HONOURED))
            .map(GasServiceAbi::quoteHonoured)
            .findFirst()
            .orElseThrow();
    assertThat(honoured.id()).isEqualTo(struct(first.get("quote")).id());
    assertThat(honoured.amount()).hasToString(first.at("/quote/total").asString());

    expect(settle(onQuote(first.at("/quote/quoteId").asString())), 409, "quote-not-next");
  }

  @Test
  void isRefusedToWhoCannotPay() {
    Map<String, Object> poor = settlement();
    poor.put("sender", "0x" + "de".repeat(20));
    expect(settle(poor), 422, "insufficient-balance");

    Map<String, Object> rich = settlement();
    rich.put("quote", changed("amount", "1" + "0".repeat(40)));
    expect(settle(rich), 422, "insufficient-balance");
  }

  @Test
  void whatCannotBeBuiltHasAStableCode() {
    String quoteId = built(settlement()).at("/quote/quoteId").asString();
    Map<String, Object> both = settlement();
    both.put("quoteId", quoteId);
    expect(settle(both), 400, "invalid-settlement");
    expect(settle(Map.of("sender", HOLDER.hex())), 400, "invalid-settlement");
    expect(settle(Map.of()), 400, "invalid-request");
    expect(settle(onQuote("x")), 400, "invalid-quote-id");
    expect(settle(onQuote(new UUID(0, 0).toString())), 404, "unknown-quote");
    Map<String, Object> elsewhere = onQuote(quoteId);
    elsewhere.put("receiver", STRANGER.hex());
    expect(settle(elsewhere), 422, "quote-differs");
    Map<String, Object> ahead = settlement();
    ahead.put("quote", changed("nonce", 5_000));
    expect(settle(ahead), 409, "quote-not-next");
    Map<String, Object> others = settlement();
    others.put("quote", changed("payer", STRANGER.hex()));
    expect(settle(others), 400, "invalid-settlement");
    jdbc.sql(
            """
            update quote set issued_at = now() - interval '1 hour',
                             expires_at = now() - interval '1 minute'
            where id = ?::uuid
            """)
        .param(quoteId)
        .update();
    expect(settle(onQuote(quoteId)), 409, "quote-expired");
  }

  @Test
  void anIdempotencyKeyStandsForOneRequestOfItsCaller() {
    for (String path : List.of("/v1/quotes", "/v1/settlements")) {
      Map<String, Object> body = path.endsWith("quotes") ? quote() : settlement();
      String key = UUID.randomUUID().toString();
      long before = quotesGiven();
      byte[] first = bytes(keyed(path, key, body, TestTokens.partner()));
      long given = quotesGiven() - before;

      ResponseSpec repeated = keyed(path, key, body, TestTokens.partner());
      repeated.expectHeader().valueEquals("Idempotency-Replayed", "true");
      assertThat(bytes(repeated)).as(path).isEqualTo(first);
      assertThat(given).isEqualTo(1);
      assertThat(quotesGiven() - before).as("quotes given for both").isEqualTo(1);

      Map<String, Object> other = new HashMap<>(body);
      other.put("receiver", STRANGER.hex());
      expect(keyed(path, key, other, TestTokens.partner()), 422, "idempotency-key-reused");
      assertThat(bytes(keyed(path, key, body, TestTokens.operator())))
          .as("another caller's key")
          .isNotEqualTo(first);
    }
    expect(
        keyed("/v1/quotes", "x".repeat(129), quote(), TestTokens.partner()),
        400,
        "invalid-idempotency-key");
  }

  @Test
  void aRefusalLeavesItsKeyFree() {
    String key = UUID.randomUUID().toString();
    Map<String, Object> wrong = quote();
    wrong.put("amount", "0");

    expect(keyed("/v1/quotes", key, wrong, TestTokens.partner()), 400, "invalid-amount");
    keyed("/v1/quotes", key, quote(), TestTokens.partner()).expectStatus().isCreated();
  }

  @Test
  void aKeyThatIsBeingAnsweredWaitsAndIsTakenOverFromWhoDied() {
    String key = UUID.randomUUID().toString();
    byte[] first = bytes(keyed("/v1/quotes", key, quote(), TestTokens.partner()));
    jdbc.sql("update idempotent_request set status = null, body = null where key = ?")
        .param(key)
        .update();
    expect(keyed("/v1/quotes", key, quote(), TestTokens.partner()), 409, "idempotency-key-in-use");

    jdbc.sql(
            """
            update idempotent_request set claimed_at = now() - interval '2 minutes' where key = ?
            """)
        .param(key)
        .update();
    assertThat(bytes(keyed("/v1/quotes", key, quote(), TestTokens.partner()))).isNotEqualTo(first);
  }

  private void allow(long amount) {
    send(
        HOLDER,
        FROM.token(),
        Erc20Abi.approve(FROM.id().evmAddress(), TokenAmount.of(amount)),
        Wei.ZERO);
  }

  private Receipt signAndSend(JsonNode transaction) {
    return UserWallet.signAndSend(transaction, reader(), ALPHA_NODE);
  }

  private JsonNode built(Map<String, ?> request) {
    return json(settle(request).expectStatus().isOk());
  }

  private ResponseSpec settle(Map<String, ?> request) {
    return post("/v1/settlements", request);
  }

  private static Map<String, Object> settlement() {
    Map<String, Object> settlement = new HashMap<>();
    settlement.put("sender", HOLDER.hex());
    settlement.put("quote", request(ROUTE));
    return settlement;
  }

  private static Map<String, Object> onQuote(String quoteId) {
    Map<String, Object> settlement = new HashMap<>();
    settlement.put("sender", HOLDER.hex());
    settlement.put("quoteId", quoteId);
    return settlement;
  }

  private static Map<String, Object> quote() {
    Map<String, Object> quote = request(ROUTE);
    quote.put("sender", HOLDER.hex());
    quote.put("receiver", HOLDER.hex());
    return quote;
  }

  private static Map<String, Object> changed(String field, Object value) {
    Map<String, Object> quote = request(ROUTE);
    quote.put(field, value);
    return quote;
  }

  private long quotesGiven() {
    return jdbc.sql("select count(*) from quote").query(Long.class).single();
  }

  private ResponseSpec keyed(String path, String key, Map<String, ?> body, String token) {
    return client()
        .post()
        .uri(path)
        .header(HttpHeaders.AUTHORIZATION, token)
        .header("Idempotency-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .body(new JsonMapper().writeValueAsString(body))
        .exchange();
  }

  private static byte @Nullable [] bytes(ResponseSpec response) {
    return response.expectBody().returnResult().getResponseBodyContent();
  }
}
