// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.chain.EvmReader;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.Erc20Abi;
import io.settlement.chain.contract.GasQuote;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.chain.contract.SentMessages;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.Topics;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasSettings;
import io.settlement.gas.GasTest;
import io.settlement.gas.price.ChainNodes;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.DeployedChains.DeployedChain;
import io.settlement.kit.test.DeployedChains.DeployedHandler;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.TestTokens;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A token route between the real contracts of two chains, whose quotes are signed. */
abstract class TokenRouteWorld extends GasTest {
  /** Holds tokens on both chains. */
  static final EvmAddress HOLDER = new EvmAddress("0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc");

  static final EvmAddress STRANGER = new EvmAddress("0x14dC79964da2C08b23698B3D3cc7Ca32193d9955");

  static final DeployedChain ALPHA = WORLD.chain("Alpha");
  static final DeployedHandler FROM = ALPHA.handler("mintBurn");
  static final DeployedHandler TO = WORLD.chain("Beta").handler("mintBurn");
  static final RouteId ROUTE = new RouteId(FROM.id(), TO.id());
  static final RouteId BACK = new RouteId(TO.id(), FROM.id());
  static final TokenAmount AMOUNT = TokenAmount.of(1_000);

  @Autowired KafkaProbe kafka;
  @Autowired RegistryView registry;
  @Autowired JdbcClient jdbc;
  @Autowired ChainNodes nodes;
  @Autowired QuoteSigner signer;
  @Autowired Quotes quotes;
  @Autowired GasSettings settings;
  @Autowired TransactionOperations transactions;
  @LocalServerPort int port;

  @BeforeEach
  void openTheRoute() {
    if (registry.route(BACK).isEmpty()) {
      kafka.send(
          List.<RegistryEvent>of(
              chain(ALPHA.name(), Family.EVM),
              chain(TO.id().chain(), Family.EVM),
              ChainState.bitcoin(new ChainName("Bitcoin"), "regtest", Status.ACTIVE, Instant.EPOCH),
              handler(FROM),
              handler(TO),
              new RouteState(ROUTE, Status.ACTIVE, Instant.EPOCH),
              new RouteState(BACK, Status.ACTIVE, Instant.EPOCH)));
      byte[] appoint = GasServiceAbi.setQuoteSigner(TestKeys.VALIDATOR_1.address(), true);
      ALPHA_NODE.rpc("anvil_setBalance", ALPHA.multisig().hex(), "0xde0b6b3a7640000");
      ALPHA_NODE.rpc("anvil_impersonateAccount", ALPHA.multisig().hex());
      send(ALPHA.multisig(), ALPHA.gasService(), appoint, Wei.ZERO);
    }
    await().until(() -> registry.route(BACK).isPresent());
    kafka.awaitRecords(Topics.PRICES, 2);
  }

  GasQuote struct(JsonNode quote) {
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

  CrossChainMessage sent(Receipt receipt) {
    SentMessages messages = SentMessages.in(receipt.logs());
    return receipt.logs().stream()
        .filter(log -> log.topics().getFirst().equals(SettlementAbi.MESSAGE))
        .map(messages::of)
        .findFirst()
        .orElseThrow();
  }

  void approve() {
    send(
        HOLDER,
        FROM.token(),
        Erc20Abi.approve(FROM.id().evmAddress(), TokenAmount.of(1_000_000)),
        Wei.ZERO);
  }

  Receipt send(EvmAddress from, EvmAddress to, byte[] data, Wei value) {
    String hash =
        ALPHA_NODE
            .rpc(
                "eth_sendTransaction",
                Map.of(
                    "from",
                    from.hex(),
                    "to",
                    to.hex(),
                    "data",
                    Hex.encode(data),
                    "value",
                    "0x" + value.value().toString(16)))
            .asString();
    Hash transaction = new Hash(hash);
    await().until(() -> reader().receipts(List.of(transaction)).containsKey(transaction));
    Receipt receipt = requireNonNull(reader().receipts(List.of(transaction)).get(transaction));
    assertThat(receipt).returns(true, Receipt::success);
    return receipt;
  }

  EvmReader reader() {
    return nodes.of(ALPHA.name()).orElseThrow();
  }

  static ChainState chain(ChainName name, Family family) {
    return new ChainState(
        name,
        family,
        Profile.V2,
        1,
        ALPHA.settlement(),
        ALPHA.gasService(),
        ALPHA.verifier(),
        Status.ACTIVE,
        Instant.EPOCH);
  }

  static HandlerState handler(DeployedHandler handler) {
    return new HandlerState(
        handler.id(),
        handler.token(),
        8,
        SettlementMode.MINT_BURN,
        "TEST",
        Status.ACTIVE,
        Instant.EPOCH);
  }

  static Map<String, Object> request(RouteId route) {
    Map<String, Object> request = new HashMap<>();
    request.put("fromChain", route.from().chain().value());
    request.put("fromHandler", route.from().address());
    request.put("toChain", route.to().chain().value());
    request.put("toHandler", route.to().address());
    request.put("amount", AMOUNT.value().toString());
    return request;
  }

  /** For one message of the holder's. */
  static Map<String, Object> bound() {
    Map<String, Object> request = request(ROUTE);
    request.put("sender", HOLDER.hex());
    request.put("receiver", HOLDER.hex());
    return request;
  }

  static Map<String, Object> with(@Nullable Object... fields) {
    Map<String, Object> request = bound();
    for (int i = 0; i < fields.length; i += 2) {
      String field = String.valueOf(fields[i]);
      Object value = fields[i + 1];
      if (value == null) {
        request.remove(field);
      } else {
        request.put(field, value);
      }
    }
    return request;
  }

  ResponseSpec post(String path, Map<String, ?> request) {
    return client()
        .post()
        .uri(path)
        .header(HttpHeaders.AUTHORIZATION, TestTokens.partner())
        .contentType(MediaType.APPLICATION_JSON)
        .body(new JsonMapper().writeValueAsString(request))
        .exchange();
  }

  ResponseSpec get(String path) {
    return as(TestTokens.partner(), path);
  }

  ResponseSpec operator(String path) {
    return as(TestTokens.operator(), path);
  }

  ResponseSpec as(String token, String path) {
    return client().get().uri(path).header(HttpHeaders.AUTHORIZATION, token).exchange();
  }

  static void expect(ResponseSpec response, int status, String code) {
    response.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
  }

  static JsonNode json(ResponseSpec response) {
    byte[] body = response.expectBody().returnResult().getResponseBodyContent();
    return new JsonMapper().readTree(body);
  }

  RestTestClient client() {
    return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
  }
}
