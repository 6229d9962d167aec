// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import io.settlement.chain.Call;
import io.settlement.chain.ChainLog;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.ContractErrors;
import io.settlement.chain.contract.Erc20Abi;
import io.settlement.chain.contract.Erc20Payload;
import io.settlement.chain.contract.GasQuote;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.chain.contract.HandlerAbi;
import io.settlement.chain.contract.SentMessages;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.chain.contract.Signatures;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.GasPrepaid;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.QuotePaid;
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
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.Terms;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasSettings;
import io.settlement.gas.GasTest;
import io.settlement.gas.price.ChainNodes;
import io.settlement.kit.problem.Problem;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.DeployedChains.DeployedChain;
import io.settlement.kit.test.DeployedChains.DeployedHandler;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.TestTokens;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Quotes of one message, from the API to the real contracts and back into the books. */
class SignedQuoteTest extends GasTest {
  /** Holds tokens on both chains. */
  private static final EvmAddress HOLDER =
      new EvmAddress("0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc");

  private static final EvmAddress STRANGER =
      new EvmAddress("0x14dC79964da2C08b23698B3D3cc7Ca32193d9955");

  private static final DeployedChain ALPHA = WORLD.chain("Alpha");
  private static final DeployedHandler FROM = ALPHA.handler("mintBurn");
  private static final DeployedHandler TO = WORLD.chain("Beta").handler("mintBurn");
  private static final RouteId ROUTE = new RouteId(FROM.id(), TO.id());
  private static final RouteId BACK = new RouteId(TO.id(), FROM.id());
  private static final TokenAmount AMOUNT = TokenAmount.of(1_000);

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

  @Test
  void aSignedQuoteIsHonouredByTheVaultAndItsTermsByTheBooks() {
    JsonNode quote = json(post("/v1/quotes", bound()).expectStatus().isCreated());
    GasQuote struct = struct(quote);
    byte[] signature = Hex.decode(quote.at("/signed/signature").asString());

    assertThat(Signatures.recover(struct.digest(31337, ALPHA.gasService()), signature))
        .isEqualTo(TestKeys.VALIDATOR_1.address());
    assertThat(quote.at("/legs/1/gasSource").asString()).isEqualTo("ESTIMATED");
    assertThat(struct.amount()).hasToString(quote.get("total").asString());
    assertThat(quote.at("/payable/0/amount")).isEqualTo(quote.get("total"));
    assertThat(new BigInteger(quote.at("/payable/1/amount").asString()))
        .isEqualTo(struct.amount().value().multiply(BigInteger.valueOf(4)));
    assertThat(json(get("/v1/quotes/" + quote.get("quoteId").asString()).expectStatus().isOk()))
        .isEqualTo(quote);

    assertThat(refusal(HOLDER, sending(struct, signature), struct.amount().minus(Wei.of(1))))
        .isEqualTo("QuoteUnderpaid");
    Receipt receipt =
        send(HOLDER, FROM.id().evmAddress(), sending(struct, signature), struct.amount());
    GasServiceAbi.QuoteHonoured honoured =
        receipt.logs().stream()
            .filter(log -> log.topics().getFirst().equals(GasServiceAbi.QUOTE_HONOURED))
            .map(GasServiceAbi::quoteHonoured)
            .findFirst()
            .orElseThrow();
    CrossChainMessage sent = sent(receipt);
    assertThat(honoured.id()).isEqualTo(struct.id());
    assertThat(sent.txid()).isEqualTo(struct.txid());
    assertThat(GasQuote.hashOf(Hex.decode(sent.payload()))).isEqualTo(struct.payloadHash());

    assertThat(refusal(HOLDER, prepaying(struct, signature), struct.amount()))
        .isEqualTo("QuoteAlreadyUsed");
    assertThat(refusal(HOLDER, sending(struct, signature), struct.amount()))
        .isEqualTo("QuoteMismatch");
    expect(post("/v1/quotes", with("nonce", sent.nonce())), 409, "message-already-sent");

    hear(sent, struct, struct.amount().plus(Wei.of(5)));
    JsonNode account = covered(sent.txid());
    assertThat(account.get("quoteId").asString()).isEqualTo(quote.get("quoteId").asString());
    assertThat(account.get("required").asString()).isEqualTo(quote.get("total").asString());
  }

  @Test
  void theVaultTakesNoQuoteThatIsLateOrAnothersOrOfNoSigner() {
    JsonNode quote = json(post("/v1/quotes", with("nonce", 1_000)).expectStatus().isCreated());
    GasQuote struct = struct(quote);
    byte[] signature = Hex.decode(quote.at("/signed/signature").asString());

    assertThat(refusal(STRANGER, prepaying(struct, signature), struct.amount()))
        .isEqualTo("QuotePayerMismatch");
    GasQuote cheaper =
        new GasQuote(
            struct.id(),
            struct.txid(),
            struct.payer(),
            Wei.of(1),
            struct.legsHash(),
            struct.payloadHash(),
            struct.expiry());
    assertThat(refusal(HOLDER, prepaying(cheaper, signature), struct.amount()))
        .isEqualTo("QuoteSignerUnknown");

    Quote told = quotes.find(UUID.fromString(quote.get("quoteId").asString())).orElseThrow();
    Instant past = Instant.now().minus(Duration.ofMinutes(10));
    Quote.Signed late =
        requireNonNull(
            signer.sign(
                told.id(),
                told.subject(),
                new Binding(
                    struct.txid(), HOLDER, HOLDER, PayloadType.ERC20, null, struct.payloadHash()),
                told.promise(),
                Quote.Validity.of(past, Duration.ofMinutes(5))));
    byte[] lateCall = prepaying(late.struct(), Hex.decode(late.signature()));
    assertThat(refusal(HOLDER, lateCall, struct.amount())).isEqualTo("QuoteExpired");
  }

  @Test
  void aQuotePaidForSomethingElseThanWasSentIsNotHonoured() {
    JsonNode quote = json(post("/v1/quotes", with("nonce", 2_000)).expectStatus().isCreated());
    GasQuote struct = struct(quote);
    CrossChainMessage other = message(struct.txid(), "0x" + "02".repeat(195));

    hear(other, struct, struct.amount().times(100));

    JsonNode account = covered(struct.txid());
    assertThat(account.path("quoteId").isNull()).isTrue();
    assertThat(account.at("/refusedQuotes/0/reason").asString()).isEqualTo("PAYLOAD_DIFFERS");
    assertThat(account.at("/refusedQuotes/0/quoteId")).isEqualTo(quote.get("quoteId"));
  }

  @Test
  void aQuoteThatIsPaidPlainlyAfterItsEndIsNotHonouredAndTheMessagePricedAsItArrives() {
    JsonNode quote = json(post("/v1/quotes", bound()).expectStatus().isCreated());
    GasQuote struct = struct(quote);
    approve();
    byte[] plain = HandlerAbi.send(TO.id().chain(), TO.id(), TO.token(), HOLDER, AMOUNT);
    CrossChainMessage late =
        sent(send(HOLDER, FROM.id().evmAddress(), plain, struct.amount().times(100)));
    assertThat(late.txid()).isEqualTo(struct.txid());

    Instant later = struct.expiry().plusSeconds(3_600);
    LogRef ref = new LogRef(ALPHA.name(), 1, struct.id(), later, struct.id(), 1);
    Wei paid = struct.amount().times(100);
    kafka.send(
        List.<MessageEvent>of(
            new MessageFinal(late.txid(), late, ref, later),
            new GasPrepaid(late.txid(), HOLDER, HOLDER, paid, ref, later)));

    JsonNode account = covered(struct.txid());
    assertThat(account.path("quoteId").isNull()).isTrue();
    // Other tests may have quoted something else for the same nonce.
    List<JsonNode> refused =
        account
            .get("refusedQuotes")
            .valueStream()
            .filter(one -> one.get("quoteId").equals(quote.get("quoteId")))
            .toList();
    assertThat(refused)
        .extracting(one -> one.get("reason").asString())
        .containsExactly("SENT_LATE");
  }

  @Test
  void whatIsSentToTheVaultInAnotherCoinOrWithoutAMessagePaysForNothing() {
    Receipt tokens =
        send(
            HOLDER,
            FROM.token(),
            Erc20Abi.transfer(ALPHA.gasService(), TokenAmount.of(7)),
            Wei.ZERO);

    assertThat(tokens.success()).isTrue();
    assertThat(tokens.logs()).extracting(ChainLog::address).containsOnly(FROM.token());
    Call bare = new Call(HOLDER, ALPHA.gasService(), new byte[0], Wei.of(1));
    assertThat(reader().refusals(List.of(bare), FinalityTag.LATEST).getFirst()).isPresent();
  }

  @Test
  void openPromisesAreExposureUntilACapRefusesMore() {
    JsonNode quote = json(post("/v1/quotes", with("nonce", 3_000)).expectStatus().isCreated());
    BigInteger total = new BigInteger(quote.get("total").asString());
    Quote told = quotes.find(UUID.fromString(quote.get("quoteId").asString())).orElseThrow();

    JsonNode shown = json(operator("/v1/quotes/exposure").expectStatus().isOk());
    BigInteger open = new BigInteger(shown.at("/0/quoted").asString());
    assertThat(shown.at("/0/chain").asString()).isEqualTo("Alpha");
    assertThat(open).isGreaterThanOrEqualTo(total);
    expect(get("/v1/quotes/exposure"), 403, "forbidden");

    BigInteger all = new BigInteger(shown.at("/0/total").asString());
    assertThatThrownBy(
            () ->
                capped(all.add(total).subtract(BigInteger.ONE))
                    .admit(told, () -> fail("kept beyond the cap")))
        .isInstanceOf(Problem.class)
        .extracting(problem -> ((Problem) problem).code())
        .isEqualTo("exposure-exceeded");
    boolean[] kept = {false};
    capped(all.add(total)).admit(told, () -> kept[0] = true);
    assertThat(kept[0]).isTrue();
  }

  private Exposure capped(BigInteger cap) {
    PromiseSettings capped =
        new PromiseSettings(
            Duration.ofSeconds(2),
            Map.of("Alpha", cap),
            130_000,
            Duration.ofMinutes(15),
            2_500,
            null);
    return new Exposure(jdbc, transactions, capped, settings, nodes);
  }

  @Test
  void aPlanIsSignedWhereItsMessagesAreKnownAndQuotedAgainWithinItsBoundWhereNot() {
    Map<String, Object> later = request(BACK);
    JsonNode plan =
        json(
            post("/v1/quotes/plans", Map.of("hops", List.of(bound(), bound(), later)))
                .expectStatus()
                .isCreated());

    JsonNode hops = plan.get("hops");
    assertThat(hops.get(0).at("/quote/signed/quote/txid").asString())
        .isNotEqualTo(hops.get(1).at("/quote/signed/quote/txid").asString());
    assertThat(hops.get(2).at("/quote/signed").isNull()).isTrue();
    BigInteger bound = new BigInteger(hops.get(2).get("requoteBound").asString());
    BigInteger first = new BigInteger(hops.get(2).at("/quote/total").asString());
    assertThat(bound)
        .isEqualTo(first.multiply(BigInteger.valueOf(5)).divide(BigInteger.valueOf(4)));
    assertThat(plan.at("/totals/0/chain").asString()).isEqualTo("Alpha");
    assertThat(new BigInteger(plan.at("/totals/0/prepayment").asString()))
        .isEqualTo(
            new BigInteger(hops.get(0).at("/quote/total").asString())
                .add(new BigInteger(hops.get(1).at("/quote/total").asString())));

    String path = "/v1/quotes/plans/" + plan.get("planId").asString();
    jdbc.sql("update quote set requote_bound = 7 where plan_id = ?::uuid and plan_position = 2")
        .param(plan.get("planId").asString())
        .update();
    later.put("sender", HOLDER.hex());
    later.put("receiver", HOLDER.hex());
    JsonNode again = json(post(path + "/hops/2", later).expectStatus().isOk());

    assertThat(again.at("/hops/2/quote/total").asString()).isEqualTo("7");
    assertThat(again.at("/hops/2/quote/signed/quote/amount").asString()).isEqualTo("7");
    assertThat(again.at("/hops/2/quote/expiresAt")).isEqualTo(plan.get("expiresAt"));
    expect(post(path + "/hops/2", later), 409, "hop-signed");
    expect(post(path + "/hops/9", later), 404, "unknown-plan");
    expect(get("/v1/quotes/plans/" + new UUID(0, 0)), 404, "unknown-plan");
    expect(post("/v1/quotes/plans", Map.of("hops", List.of())), 400, "invalid-request");
  }

  @Test
  void whatCannotBeQuotedHasAStableCode() {
    expect(
        post("/v1/quotes", with("paymentToken", FROM.token().hex())),
        422,
        "payment-token-unsupported");
    expect(post("/v1/quotes", with("toChain", "Bitcoin")), 422, "unknown-route");
    expect(post("/v1/quotes", with("payload", "0x1234")), 400, "invalid-payload");
    expect(post("/v1/quotes", with("payload", "0x12", "receiver", null)), 400, "invalid-payload");
  }

  @Test
  void aHandlerThatWouldRefuseTheMessageIsTold() {
    String notATransfer = "0x01" + "00".repeat(32) + "05" + "00".repeat(161);

    JsonNode quote =
        json(
            post("/v1/quotes", with("payload", notATransfer, "receiver", null))
                .expectStatus()
                .isCreated());

    assertThat(quote.get("concern").asString()).contains("would not accept it");
    assertThat(quote.at("/legs/1/gasSource").asString()).isNotEqualTo("ESTIMATED");
  }

  private GasQuote struct(JsonNode quote) {
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

  private static byte[] sending(GasQuote quote, byte[] signature) {
    Erc20Payload transfer = new Erc20Payload(HOLDER, HOLDER, FROM.token(), TO.token(), AMOUNT);
    return HandlerAbi.sendQuoted(TO.id(), transfer, quote, signature);
  }

  private static byte[] prepaying(GasQuote quote, byte[] signature) {
    return GasServiceAbi.prepayQuoted(quote, signature);
  }

  /** The name of the contract's error. */
  private String refusal(EvmAddress from, byte[] calldata, Wei value) {
    approve();
    boolean pays = Hex.encode(calldata).startsWith(Hex.encode(prepayingSelector()));
    EvmAddress to = pays ? ALPHA.gasService() : FROM.id().evmAddress();
    return reader()
        .refusals(List.of(new Call(from, to, calldata, value)), FinalityTag.LATEST)
        .getFirst()
        .flatMap(reverted -> ContractErrors.name(reverted.selector()))
        .orElse("none");
  }

  private static byte[] prepayingSelector() {
    GasQuote any =
        new GasQuote(
            Hash.of(BigInteger.ONE),
            TxId.of(BigInteger.ONE),
            HOLDER,
            Wei.ZERO,
            Hash.of(BigInteger.ONE),
            Hash.of(BigInteger.ONE),
            Instant.EPOCH);
    return Arrays.copyOf(prepaying(any, new byte[65]), 4);
  }

  private CrossChainMessage sent(Receipt receipt) {
    SentMessages messages = SentMessages.in(receipt.logs());
    return receipt.logs().stream()
        .filter(log -> log.topics().getFirst().equals(SettlementAbi.MESSAGE))
        .map(messages::of)
        .findFirst()
        .orElseThrow();
  }

  private static CrossChainMessage message(TxId txid, String payload) {
    return new CrossChainMessage(
        txid,
        ROUTE.from(),
        ROUTE.to(),
        HOLDER,
        1,
        PayloadType.ERC20,
        payload,
        null,
        new Terms(
            1,
            new Gas(500_000),
            Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS)));
  }

  /** As the relayer tells of a message that was sent and paid on a quote. */
  private void hear(CrossChainMessage sent, GasQuote struct, Wei paid) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    LogRef ref = new LogRef(ALPHA.name(), 1, struct.id(), now, struct.id(), 1);
    kafka.send(
        List.<MessageEvent>of(
            new MessageFinal(sent.txid(), sent, ref, now),
            new GasPrepaid(sent.txid(), HOLDER, HOLDER, paid, ref, now),
            new QuotePaid(
                sent.txid(), struct.id(), struct.amount(), struct.payloadHash(), ref, now)));
  }

  private JsonNode covered(TxId txid) {
    await().until(() -> json(get("/v1/gas/" + txid)).path("state").asString("").equals("COVERED"));
    return json(get("/v1/gas/" + txid).expectStatus().isOk());
  }

  private void approve() {
    send(
        HOLDER,
        FROM.token(),
        Erc20Abi.approve(FROM.id().evmAddress(), TokenAmount.of(1_000_000)),
        Wei.ZERO);
  }

  private Receipt send(EvmAddress from, EvmAddress to, byte[] data, Wei value) {
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

  private EvmReader reader() {
    return nodes.of(ALPHA.name()).orElseThrow();
  }

  private static ChainState chain(ChainName name, Family family) {
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

  private static HandlerState handler(DeployedHandler handler) {
    return new HandlerState(
        handler.id(),
        handler.token(),
        8,
        SettlementMode.MINT_BURN,
        "TEST",
        Status.ACTIVE,
        Instant.EPOCH);
  }

  private static Map<String, Object> request(RouteId route) {
    Map<String, Object> request = new HashMap<>();
    request.put("fromChain", route.from().chain().value());
    request.put("fromHandler", route.from().address());
    request.put("toChain", route.to().chain().value());
    request.put("toHandler", route.to().address());
    request.put("amount", AMOUNT.value().toString());
    return request;
  }

  /** For one message of the holder's. */
  private static Map<String, Object> bound() {
    Map<String, Object> request = request(ROUTE);
    request.put("sender", HOLDER.hex());
    request.put("receiver", HOLDER.hex());
    return request;
  }

  private static Map<String, Object> with(@Nullable Object... fields) {
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

  private ResponseSpec post(String path, Map<String, ?> request) {
    return client()
        .post()
        .uri(path)
        .header(HttpHeaders.AUTHORIZATION, TestTokens.partner())
        .contentType(MediaType.APPLICATION_JSON)
        .body(new JsonMapper().writeValueAsString(request))
        .exchange();
  }

  private ResponseSpec get(String path) {
    return as(TestTokens.partner(), path);
  }

  private ResponseSpec operator(String path) {
    return as(TestTokens.operator(), path);
  }

  private ResponseSpec as(String token, String path) {
    return client().get().uri(path).header(HttpHeaders.AUTHORIZATION, token).exchange();
  }

  private static void expect(ResponseSpec response, int status, String code) {
    response.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
  }

  private static JsonNode json(ResponseSpec response) {
    byte[] body = response.expectBody().returnResult().getResponseBodyContent();
    return new JsonMapper().readTree(body);
  }

  private RestTestClient client() {
    return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
  }
}
