// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import io.settlement.chain.Call;
import io.settlement.chain.ChainLog;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.ContractErrors;
import io.settlement.chain.contract.Erc20Abi;
import io.settlement.chain.contract.Erc20Payload;
import io.settlement.chain.contract.GasQuote;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.chain.contract.HandlerAbi;
import io.settlement.chain.contract.Signatures;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.GasPrepaid;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.QuotePaid;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.Terms;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.problem.Problem;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Quotes of one message, from the API to the real contracts and back into the books. */
class SignedQuoteTest extends TokenRouteWorld {
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
}
