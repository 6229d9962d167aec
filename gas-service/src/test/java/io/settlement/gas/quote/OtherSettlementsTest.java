// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.chain.Receipt;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.Wei;
import io.settlement.gas.quote.OtherContracts.BtcHandler;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.web3j.abi.datatypes.Utf8String;
import tools.jackson.databind.JsonNode;

/** Messages without tokens and both ways of Bitcoin: what is built is really sent. */
class OtherSettlementsTest extends TokenRouteWorld {
  private static final ChainName BITCOIN = new ChainName("Bitcoin");
  private static final String PAYEE = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080";
  private static final EvmAddress NOWHERE = new EvmAddress("0x" + "00".repeat(20));

  /** Deployed once for all tests of the class. */
  private static final class Deployed {
    static final HandlerId THERE =
        HandlerId.of(new ChainName("Beta"), new EvmAddress("0x" + "a7".repeat(20)));
    static final HandlerId VAULT = new HandlerId(BITCOIN, "0x" + "5c".repeat(32));
    static final OtherContracts CONTRACTS = new OtherContracts(ALPHA_NODE, ALPHA);
    static final HandlerId PARTNER =
        HandlerId.of(ALPHA.name(), CONTRACTS.partnerHandler("Beta", THERE.toBigInteger()));
    static final BtcHandler BTC = CONTRACTS.btcHandler(VAULT.toBigInteger(), HOLDER, 1_000_000);
    static final RouteId GREETING = new RouteId(PARTNER, THERE);
    static final RouteId WITHDRAWAL = new RouteId(HandlerId.of(ALPHA.name(), BTC.handler()), VAULT);
    static final RouteId DEPOSIT = new RouteId(WITHDRAWAL.to(), WITHDRAWAL.from());
  }

  @Test
  void aMessageWithoutTokensIsSentByItsHandlersOwnFunctionAndBringsItsMoney() {
    JsonNode built = built(greeting("hello"));

    assertThat(built.get("kind").asString()).isEqualTo("MESSAGE");
    assertThat(built.get("allowance").isNull()).isTrue();
    assertThat(built.get("prepay").isNull()).isTrue();
    Receipt receipt = signAndSend(built.get("send"));

    CrossChainMessage sent = sent(receipt);
    assertThat(sent.txid()).hasToString(built.get("txid").asString());
    assertThat(sent.payloadType()).isEqualTo(PayloadType.RAW);
    assertThat(sent.to()).isEqualTo(Deployed.THERE);
    assertThat(prepaid(receipt)).hasToString(built.at("/quote/total").asString());
  }

  @Test
  void oneWhosePayloadIsQuotedIsPrepaidByTheSignedQuote() {
    Map<String, Object> request = greeting("signed");
    Map<String, Object> quote = quote(Deployed.GREETING);
    quote.put("payloadHash", "0x" + "12".repeat(32));
    quote.put("payloadBytes", 40);
    request.put("quote", quote);

    JsonNode built = built(request);

    assertThat(built.at("/send/value").asString()).isEqualTo("0");
    assertThat(built.at("/prepay/value")).isEqualTo(built.at("/quote/total"));
    Receipt paid = signAndSend(built.get("prepay"));
    assertThat(prepaid(paid)).hasToString(built.at("/quote/total").asString());
    assertThat(sent(signAndSend(built.get("send"))).txid())
        .hasToString(built.get("txid").asString());
  }

  @Test
  void aWithdrawalToBitcoinIsEscrowedAndItsMessageLogged() {
    JsonNode first = built(withdrawal(PAYEE));
    assertThat(first.get("kind").asString()).isEqualTo("WITHDRAWAL");
    assertThat(first.at("/allowance/needed").asBoolean()).isTrue();
    signAndSend(first.get("approve"));

    Map<String, Object> again = withdrawal(PAYEE);
    again.remove("quote");
    again.put("quoteId", first.at("/quote/quoteId").asString());
    JsonNode second = built(again);
    assertThat(second.get("approve").isNull()).isTrue();
    Receipt receipt = signAndSend(second.get("send"));

    CrossChainMessage sent = sent(receipt);
    assertThat(sent.txid()).hasToString(first.get("txid").asString());
    assertThat(sent.payloadType()).isEqualTo(PayloadType.BTC_WITHDRAW);
    assertThat(sent.to()).isEqualTo(Deployed.VAULT);
    assertThat(prepaid(receipt)).hasToString(first.at("/quote/total").asString());
  }

  @Test
  void theUntriedGasOfAWithdrawalIsEnough() {
    JsonNode built = built(withdrawal(PAYEE));
    if (!built.get("approve").isNull()) {
      signAndSend(built.get("approve"));
    }

    assertThat(sent(signAndSend(built.get("send"))).to()).isEqualTo(Deployed.VAULT);
  }

  @Test
  void aDepositSaysWhereItsAddressIsAskedFor() {
    open();
    Map<String, Object> request = new HashMap<>();
    request.put("sender", HOLDER.hex());
    request.put("receiver", STRANGER.hex());
    request.put("quote", quote(Deployed.DEPOSIT, "50000"));

    JsonNode built = built(request);

    assertThat(built.get("kind").asString()).isEqualTo("DEPOSIT");
    assertThat(built.at("/quote/total").asString()).isEqualTo("0");
    assertThat(built.get("txid").isNull()).isTrue();
    assertThat(built.get("send").isNull()).isTrue();
    assertThat(built.at("/deposit/amount").asString()).isEqualTo("50000");
    assertThat(built.at("/deposit/address/path").asString())
        .isEqualTo("/v1/vaults/" + Deployed.VAULT + "/addresses");
    assertThat(built.at("/deposit/address/body/handler").asString())
        .isEqualTo(Deployed.DEPOSIT.to().toString());
    assertThat(built.at("/deposit/address/body/recipient").asString()).isEqualTo(STRANGER.hex());
  }

  @Test
  void whatFitsNoRouteOfThisKindIsRefused() {
    open();
    Map<String, Object> wordless = greeting("x");
    wordless.remove("call");
    expect(settle(wordless), 422, "not-buildable");
    Map<String, Object> odd = greeting("x");
    odd.put("call", "0x12");
    expect(settle(odd), 400, "invalid-settlement");
    Map<String, Object> refused = greeting("");
    expect(settle(refused), 422, "would-revert");
    expect(
        settle(withdrawal("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq")),
        400,
        "invalid-btc-address");
    Map<String, Object> payeeless = withdrawal(PAYEE);
    payeeless.remove("btcAddress");
    expect(settle(payeeless), 400, "invalid-btc-address");
    Map<String, Object> tokens = new HashMap<>();
    tokens.put("sender", HOLDER.hex());
    tokens.put("quote", request(ROUTE));
    tokens.put("call", "0x12345678");
    expect(settle(tokens), 400, "invalid-settlement");
  }

  private Map<String, Object> greeting(String words) {
    open();
    Map<String, Object> request = new HashMap<>();
    request.put("sender", HOLDER.hex());
    request.put("quote", quote(Deployed.GREETING));
    request.put(
        "call",
        OtherContracts.call(
            "cross_chain_msg_settlement", new Utf8String("Beta"), new Utf8String(words)));
    return request;
  }

  private Map<String, Object> withdrawal(String payee) {
    open();
    Map<String, Object> request = new HashMap<>();
    request.put("sender", HOLDER.hex());
    request.put("btcAddress", payee);
    request.put("quote", quote(Deployed.WITHDRAWAL, "20000"));
    return request;
  }

  private static Map<String, Object> quote(RouteId route, String amount) {
    Map<String, Object> quote = quote(route);
    quote.put("amount", amount);
    return quote;
  }

  private static Map<String, Object> quote(RouteId route) {
    Map<String, Object> quote = request(route);
    quote.remove("amount");
    return quote;
  }

  private void open() {
    if (registry.route(Deployed.DEPOSIT).isEmpty()) {
      kafka.send(
          List.<RegistryEvent>of(
              HandlerState.ofMessages(Deployed.PARTNER, Status.ACTIVE, Instant.EPOCH),
              HandlerState.ofMessages(Deployed.THERE, Status.ACTIVE, Instant.EPOCH),
              new RouteState(Deployed.GREETING, Status.ACTIVE, Instant.EPOCH),
              token(
                  Deployed.WITHDRAWAL.from(), Deployed.BTC.artifact(), SettlementMode.BURN_UNLOCK),
              token(Deployed.VAULT, NOWHERE, SettlementMode.LOCK_MINT),
              new RouteState(Deployed.WITHDRAWAL, Status.ACTIVE, Instant.EPOCH),
              new RouteState(Deployed.DEPOSIT, Status.ACTIVE, Instant.EPOCH)));
      await().until(() -> registry.route(Deployed.DEPOSIT).isPresent());
    }
  }

  private static HandlerState token(HandlerId id, EvmAddress token, SettlementMode mode) {
    return new HandlerState(id, token, 8, mode, "VAULT-BTC", Status.ACTIVE, Instant.EPOCH);
  }

  private static Wei prepaid(Receipt receipt) {
    return receipt.logs().stream()
        .filter(log -> log.topics().getFirst().equals(GasServiceAbi.PREPAID))
        .map(log -> GasServiceAbi.prepaid(log).amount())
        .findFirst()
        .orElseThrow();
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
}
