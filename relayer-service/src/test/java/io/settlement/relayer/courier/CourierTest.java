// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.settlement.chain.Call;
import io.settlement.chain.ChainLog;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.Erc20Abi;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.GasEvent;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.AttestationRejected;
import io.settlement.events.MessageEvent.MessageAdmitted;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageRefused;
import io.settlement.events.MessageEvent.TransactionSent;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topics;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.test.SuiteTest;
import io.settlement.kit.test.TestTokens;
import io.settlement.relayer.world.Accounts;
import io.settlement.relayer.world.Facts;
import io.settlement.relayer.world.Submitter;
import io.settlement.relayer.world.TwoChains;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

@SuiteTest(
    properties = {
      "settlement.relayer.roles=courier",
      "settlement.relayer.courier.poll=50ms",
      "settlement.relayer.courier.receipts=50ms",
      "settlement.relayer.courier.finality=100ms"
    })
class CourierTest extends LiveCourier {
  private static final TwoChains CHAINS = new TwoChains();

  @LocalServerPort private int port;

  CourierTest() {
    super(CHAINS);
  }

  @DynamicPropertySource
  static void chains(DynamicPropertyRegistry properties) {
    CHAINS.register(properties, FinalityTag.FINALIZED);
    Submitter.register(properties);
  }

  @Test
  void takesARealTransferThereAndBackAndRefundsTheRest() {
    TokenAmount before = balance();
    Receipt source = CHAINS.sendAndSee(100, 5_000);
    MessageFinal sent = Facts.sent(CHAINS.alpha(), source);
    TxId txid = sent.txid();

    kafka.send(sent);
    kafka.send(covered(txid));
    kafka.send(receiveSignatures(sent.message()));
    Receipt delivery = mined("DELIVER", txid, CHAINS.beta());
    MessageDelivered delivered = Facts.delivered(CHAINS.beta(), delivery);
    assertThat(delivered.outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(balance()).isEqualTo(before.plus(TokenAmount.of(100)));

    kafka.send(delivered);
    kafka.send(callbackSignatures(sent.message(), Outcome.SUCCESS));
    Receipt callback = mined("CALL_BACK", txid, CHAINS.alpha());
    ChainLog result = TwoChains.logOf(callback, SettlementAbi.RESULT);
    assertThat(SettlementAbi.result(result).outcome()).isEqualTo(Outcome.SUCCESS);

    kafka.send(
        new GasEvent.RefundDue(
            txid, CHAINS.route().from().chain(), Accounts.HOLDER, Wei.of(4_000), Instant.EPOCH));
    Receipt refund = mined("REFUND", txid, CHAINS.alpha());
    GasServiceAbi.Refunded paid =
        GasServiceAbi.refunded(TwoChains.logOf(refund, GasServiceAbi.REFUNDED));
    assertThat(paid.amount()).isEqualTo(Wei.of(4_000));
    assertThat(paid.to()).isEqualTo(Accounts.HOLDER);

    kafka.send(
        new MessageEvent.MessageSettled(
            txid, Outcome.SUCCESS, sent.ref(), delivered.cost(), Instant.EPOCH));
    kafka.send(
        new MessageEvent.RefundPaid(
            txid, paid.to(), paid.amount(), sent.ref(), delivered.cost(), Instant.EPOCH));
    awaitStage(txid, "SETTLED");
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(intents(txid))
                    .containsOnly(
                        Map.entry("DELIVER", "DONE"),
                        Map.entry("CALL_BACK", "DONE"),
                        Map.entry("REFUND", "DONE")));
    assertThat(transactions(txid)).hasSize(3);
  }

  @Test
  void deliversOnceHoweverOftenFactsAreRepeated() {
    MessageFinal sent = Facts.sent(CHAINS.alpha(), CHAINS.sendAndSee(11, 0));
    TokenAmount before = balance();
    List<SuiteEvent> facts = new ArrayList<>(receiveSignatures(sent.message()));
    facts.add(sent);
    facts.add(covered(sent.txid()));

    kafka.send(facts);
    kafka.send(facts);
    kafka.send(facts.reversed());
    mined("DELIVER", sent.txid(), CHAINS.beta());
    kafka.send(facts);
    MessageFinal next = deliverable(12);
    mined("DELIVER", next.txid(), CHAINS.beta());

    assertThat(balance()).isEqualTo(before.plus(TokenAmount.of(23)));
    assertThat(transactions(sent.txid())).hasSize(1);
    assertThat(facts(MessageAdmitted.class, sent.txid())).hasSize(1);
  }

  @Test
  void reachesTheQuorumByTheHonestTwoAndRecordsTheGarbage() {
    ValidatorSetState three =
        new ValidatorSetState(
            CHAINS.route().to().chain(),
            2,
            2,
            List.of(
                TestKeys.VALIDATOR_1.address(), TestKeys.VALIDATOR_2.address(), Accounts.STRANGER),
            Instant.EPOCH);
    kafka.send(three);
    Awaitility.await().until(() -> registry.validators(three.chain()).orElseThrow().epoch() == 2);
    MessageFinal sent = Facts.sent(CHAINS.alpha(), CHAINS.sendAndSee(21, 0));
    TxId txid = sent.txid();
    Hash other = new Hash("0x" + "ab".repeat(32));
    var honest = Signed.receive(sent.message(), CHAINS.beta().settings(), TestKeys.VALIDATOR_1);
    var first =
        new AttestationSigned(
            txid,
            Kind.RECEIVE,
            honest.digest(),
            TestKeys.VALIDATOR_2.address(),
            honest.signature(),
            Instant.EPOCH);
    var second =
        new AttestationSigned(
            txid, Kind.RECEIVE, honest.digest(), Accounts.STRANGER, "not hex", Instant.EPOCH);

    kafka.send(first);
    kafka.send(second);
    kafka.send(Signed.by(TestKeys.VALIDATOR_1, txid, Kind.RECEIVE, other));
    kafka.send(sent);
    kafka.send(Signed.by(TestKeys.VALIDATOR_2, txid, Kind.RECEIVE, other));
    kafka.send(covered(txid));
    kafka.send(receiveSignatures(sent.message()));

    mined("DELIVER", txid, CHAINS.beta());
    kafka.await(Topics.MESSAGE_EVENTS, AttestationRejected.class, it -> it.txid().equals(txid), 4);
    assertThat(facts(AttestationRejected.class, txid))
        .extracting(AttestationRejected::validator, AttestationRejected::reason)
        .containsExactlyInAnyOrder(
            tuple(TestKeys.VALIDATOR_2.address(), "NOT_A_VALIDATOR"),
            tuple(Accounts.STRANGER, "UNREADABLE"),
            tuple(TestKeys.VALIDATOR_1.address(), "WRONG_DIGEST"),
            tuple(TestKeys.VALIDATOR_2.address(), "WRONG_DIGEST"));
  }

  @Test
  void countsADeliveryByAStrangerAsDelivered() {
    MessageFinal sent = Facts.sent(CHAINS.alpha(), CHAINS.sendAndSee(31, 0));
    CHAINS.deliver(List.of(sent.message()));
    TokenAmount before = balance();

    kafka.send(sent);
    kafka.send(covered(sent.txid()));
    kafka.send(receiveSignatures(sent.message()));

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql("SELECT reason FROM intent WHERE txid = ?")
                            .param(sent.txid().hex())
                            .query(String.class)
                            .optional())
                    .contains("DONE_ELSEWHERE"));
    assertThat(transactions(sent.txid())).isEmpty();
    assertThat(balance()).isEqualTo(before);
  }

  @Test
  void refusesAMessageOnAClosedRouteAndDeliversItWhenAnOperatorStartsItOver() {
    kafka.send(new RouteState(CHAINS.route(), Status.SUSPENDED, Instant.EPOCH));
    Awaitility.await()
        .until(() -> registry.route(CHAINS.route()).orElseThrow().status() == Status.SUSPENDED);
    MessageFinal sent = deliverable(41);

    MessageRefused refused =
        kafka.await(
            Topics.MESSAGE_EVENTS, MessageRefused.class, it -> it.txid().equals(sent.txid()));

    assertThat(refused.reason()).isEqualTo("ROUTE_CLOSED");
    awaitStage(sent.txid(), "REFUSED");
    assertThat(redrive(sent.txid(), TestTokens.partner()).getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);

    openTheRoute();
    assertThat(redrive(sent.txid(), TestTokens.operator()).getStatusCode())
        .isEqualTo(HttpStatus.ACCEPTED);

    mined("DELIVER", sent.txid(), CHAINS.beta());
    assertThat(redrive(sent.txid(), TestTokens.operator()).getStatusCode())
        .isEqualTo(HttpStatus.CONFLICT);
  }

  @Test
  void showsWhoSignedAndWhoDidNot() {
    MessageFinal sent = Facts.sent(CHAINS.alpha(), CHAINS.sendAndSee(61, 0));
    kafka.send(sent);
    kafka.send(receiveSignatures(sent.message()).getFirst());
    awaitStage(sent.txid(), "FINAL");

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(get("/v1/messages/" + sent.txid() + "/attestations").getBody())
                    .contains(
                        "\"stage\":\"FINAL\"",
                        "\"required\":2",
                        "\"complete\":false",
                        "\"missing\":[\"" + TestKeys.VALIDATOR_1.address() + "\"",
                        "\"verified\":true"));
    assertThat(get("/v1/messages/0x" + "00".repeat(32) + "/attestations").getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(get("/v1/lanes").getBody()).contains("\"lane\":\"Beta/0\"", "\"working\":true");
  }

  private ResponseEntity<String> redrive(TxId txid, String token) {
    return client()
        .post()
        .uri("/v1/messages/{txid}/redrive", txid.hex())
        .header("Authorization", token)
        .body(Map.of("because", "the route is open again"))
        .retrieve()
        .onStatus(HttpStatusCode::isError, (request, response) -> {})
        .toEntity(String.class);
  }

  private ResponseEntity<String> get(String path) {
    return client()
        .get()
        .uri(path)
        .header("Authorization", TestTokens.partner())
        .retrieve()
        .onStatus(HttpStatusCode::isError, (request, response) -> {})
        .toEntity(String.class);
  }

  private RestClient client() {
    return RestClient.create("http://localhost:" + port);
  }

  @Test
  void waitsForGasAndGoesOnWhenItIsCovered() {
    MessageFinal sent = Facts.sent(CHAINS.alpha(), CHAINS.sendAndSee(51, 0));
    kafka.send(new GasEvent.GasShort(sent.txid(), Wei.of(9), Wei.ZERO, Wei.of(9), Instant.EPOCH));
    kafka.send(sent);
    kafka.send(receiveSignatures(sent.message()));
    awaitStage(sent.txid(), "WAITING_FOR_GAS");

    kafka.send(covered(sent.txid()));

    mined("DELIVER", sent.txid(), CHAINS.beta());
  }

  private MessageFinal deliverable(long amount) {
    MessageFinal sent = Facts.sent(CHAINS.alpha(), CHAINS.sendAndSee(amount, 0));
    kafka.send(sent);
    kafka.send(covered(sent.txid()));
    kafka.send(receiveSignatures(sent.message()));
    return sent;
  }

  private static List<SuiteEvent> receiveSignatures(CrossChainMessage message) {
    ChainSettings beta = CHAINS.beta().settings();
    return List.of(
        Signed.receive(message, beta, TestKeys.VALIDATOR_2),
        Signed.receive(message, beta, TestKeys.VALIDATOR_1));
  }

  private static List<SuiteEvent> callbackSignatures(CrossChainMessage message, Outcome outcome) {
    ChainSettings alpha = CHAINS.alpha().settings();
    return List.of(
        Signed.callback(message, outcome, alpha, TestKeys.VALIDATOR_2),
        Signed.callback(message, outcome, alpha, TestKeys.VALIDATOR_1));
  }

  private Receipt mined(String purpose, TxId txid, EvmReader chain) {
    Hash hash =
        kafka
            .await(
                Topics.MESSAGE_EVENTS,
                TransactionSent.class,
                it -> it.txid().equals(txid) && it.purpose().equals(purpose))
            .txHash();
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> chain.receipts(List.of(hash)).get(hash), receipt -> receipt != null);
  }

  private List<TransactionSent> transactions(TxId txid) {
    return facts(TransactionSent.class, txid);
  }

  private <F extends MessageEvent> List<F> facts(Class<F> type, TxId txid) {
    return kafka.facts(Topics.MESSAGE_EVENTS, type, it -> it.txid().equals(txid));
  }

  private static TokenAmount balance() {
    EvmAddress token = CHAINS.handler("Beta").token();
    byte[] answer =
        CHAINS
            .beta()
            .call(
                new Call(null, token, Erc20Abi.balanceOfCall(Accounts.HOLDER), Wei.ZERO),
                FinalityTag.LATEST);
    return Erc20Abi.balance(answer);
  }
}
