// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.Call;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.ContractDialect;
import io.settlement.chain.contract.Erc20Abi;
import io.settlement.chain.contract.LegacyDigests;
import io.settlement.chain.contract.Signatures;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.GasEvent;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.GasPrepaid;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageExpired;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageParked;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.MessageEvent.RefundPaid;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.Topics;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.Reason;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.Terms;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import io.settlement.kit.test.TestTokens;
import io.settlement.relayer.world.Accounts;
import io.settlement.relayer.world.LegacyNetwork;
import io.settlement.relayer.world.Submitter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

/**
 * Observer, one of two validators and courier between a chain of ours and one of version 0.1.0; the
 * second validator is the test.
 */
@SuiteTest(
    properties = {
      "settlement.relayer.roles=observer,validator,courier",
      "settlement.relayer.validator.keystore=src/test/resources/keys/validator-1.json",
      "settlement.relayer.validator.password-file=src/test/resources/keys/password.txt",
      "settlement.relayer.deadlines.look=50ms",
      "settlement.relayer.courier.poll=50ms",
      "settlement.relayer.courier.receipts=50ms",
      "settlement.relayer.courier.finality=100ms",
      "settlement.relayer.courier.max-attempts=1"
    })
class LegacyRouteTest {
  /** By the transaction's receipt, or by a try before it. */
  private static final List<String> REVERTED =
      List.of(Reason.REVERTED.name(), Reason.HANDLER_REVERTED.name());

  private static final LegacyNetwork CHAINS = new LegacyNetwork();

  @Autowired private KafkaProbe kafka;
  @Autowired private JdbcClient jdbc;
  @Autowired private RegistryView registry;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void chains(DynamicPropertyRegistry properties) {
    CHAINS.register(properties);
    Submitter.register(properties, "Alpha", "Old");
    Submitter.registerAnother(properties, 2, "Prior");
  }

  @AfterAll
  static void close() {
    CHAINS.close();
  }

  @BeforeEach
  void openTheRoutes() {
    kafka.send(CHAINS.registry());
    List<RouteId> routes = new ArrayList<>(CHAINS.betweenLegacyChains());
    routes.addAll(List.of(CHAINS.fromAlpha(), CHAINS.fromOld()));
    for (RouteId route : routes) {
      Awaitility.await()
          .until(() -> registry.route(route).filter(r -> r.status() == Status.ACTIVE).isPresent());
    }
  }

  @Test
  void aTransferFromALegacyChainArrivesIsCalledBackAndGetsItsTopUpBack() {
    long there = alphaBalance();
    CHAINS.sendFromOld(Accounts.HOLDER, 101);
    CrossChainMessage message = sent("Old", 101);
    assertThat(message.terms().sequence()).isGreaterThan(1L << 62);
    assertThat(message.terms().deadline()).isEqualTo(Terms.NEVER);

    CHAINS.topUp(message.txid(), 7_000);
    assertThat(await(GasPrepaid.class, message.txid()))
        .returns(Wei.of(7_000), GasPrepaid::amount)
        .returns(Accounts.HOLDER, GasPrepaid::refundTo);
    assertThat(deliver(message)).isEqualTo(Outcome.SUCCESS);
    assertThat(alphaBalance()).isEqualTo(there + 101);
    long supply = oldSupply();
    assertThat(callBack(message, Outcome.SUCCESS)).isEqualTo(Outcome.SUCCESS);
    assertThat(oldSupply()).isEqualTo(supply - 101);

    ChainName old = message.from().chain();
    kafka.send(
        new GasEvent.RefundDue(message.txid(), old, Accounts.HOLDER, Wei.of(3_000), Instant.EPOCH));
    RefundPaid paid = await(RefundPaid.class, message.txid());
    assertThat(paid.amount()).isEqualTo(Wei.of(3_000));
    assertExact(paid.cost(), CHAINS.old());
  }

  @Test
  void aTransferToALegacyChainArrivesAndIsCalledBack() {
    long there = oldBalance();
    CHAINS.sendFromAlpha(102);
    CrossChainMessage message = sent("Alpha", 102);

    assertThat(deliver(message)).isEqualTo(Outcome.SUCCESS);
    assertThat(oldBalance()).isEqualTo(there + 102);
    long supply = alphaSupply();
    assertThat(callBack(message, Outcome.SUCCESS)).isEqualTo(Outcome.SUCCESS);
    assertThat(alphaSupply()).isEqualTo(supply - 102);
  }

  @Test
  void whatALegacyHandlerRefusesIsGivenBackOnOurSide() {
    CHAINS.allowArrivals(false);
    try {
      long here = alphaBalance();
      CHAINS.sendFromAlpha(103);
      CrossChainMessage message = sent("Alpha", 103);

      assertThat(deliver(message)).isEqualTo(Outcome.FAILED);
      assertThat(callBack(message, Outcome.FAILED)).isEqualTo(Outcome.FAILED);
      assertThat(alphaBalance()).isEqualTo(here);
    } finally {
      CHAINS.allowArrivals(true);
    }
  }

  @Test
  void whatOurHandlerRefusesStaysWithTheLegacyHandler() {
    CHAINS.closeOnAlpha();
    try {
      long here = oldBalance();
      long supply = oldSupply();
      CHAINS.sendFromOld(Accounts.HOLDER, 104);
      CrossChainMessage message = sent("Old", 104);

      assertThat(deliver(message)).isEqualTo(Outcome.FAILED);
      assertThat(callBack(message, Outcome.FAILED)).isEqualTo(Outcome.FAILED);
      assertThat(oldBalance()).isEqualTo(here - 104);
      assertThat(oldSupply()).isEqualTo(supply);
    } finally {
      CHAINS.openOnAlpha();
    }
  }

  @Test
  void aDeliveryThatALegacyHandlerRevertsIsParkedUntilSomebodyStartsItOver() {
    CHAINS.allowMinting(false);
    CHAINS.sendFromAlpha(105);
    CrossChainMessage message = sent("Alpha", 105);
    attest(message);

    assertThat(await(MessageParked.class, message.txid()).reason()).isIn(REVERTED);
    assertThat(facts(MessageDelivered.class, message.txid())).isEmpty();

    CHAINS.allowMinting(true);
    redrive(message.txid());
    assertThat(await(MessageDelivered.class, message.txid()).outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(callBack(message, Outcome.SUCCESS)).isEqualTo(Outcome.SUCCESS);
  }

  @Test
  void aCallbackThatALegacyHandlerCannotPlaceIsParked() {
    CHAINS.meddle();
    CHAINS.sendFromOld(LegacyNetwork.VICTIM, 106);
    CrossChainMessage message = sent("Old", 106);

    assertThat(deliver(message)).isEqualTo(Outcome.SUCCESS);
    attestCallback(message, Outcome.SUCCESS);

    assertThat(await(MessageParked.class, message.txid()).reason()).isIn(REVERTED);
    assertThat(facts(MessageSettled.class, message.txid())).isEmpty();
  }

  @Test
  void whatTwoLegacyChainsWouldTakeIsNotSignedWhileThereAreTwo() {
    kafka.send(CHAINS.twin(Profile.LEGACY));
    awaitProfile("Elder", Profile.LEGACY);
    CHAINS.sendFromAlpha(107);
    CrossChainMessage message = sent("Alpha", 107);
    Awaitility.await()
        .untilAsserted(() -> assertThat(refusal(message.txid())).contains("REPLAYABLE"));

    kafka.send(CHAINS.twin(Profile.V2));
    assertThat(deliver(message)).isEqualTo(Outcome.SUCCESS);
  }

  @Test
  void whatGoesToALegacyChainIsNeverExpiredAndIsDeliveredAfterItsDeadline() {
    CHAINS.sendFromAlpha(108);
    MessageFinal sent = sentFact("Alpha", 108);
    CHAINS.passOnOld(sent.message().terms().deadline());

    kafka.send(new MessageExpired(sent.txid(), sent.message(), sent.ref(), Instant.EPOCH));
    Awaitility.await()
        .untilAsserted(() -> assertThat(refusal(sent.txid())).contains("PROFILE_UNSUPPORTED"));
    assertThat(deliver(sent.message())).isEqualTo(Outcome.SUCCESS);
    assertThat(callBack(sent.message(), Outcome.SUCCESS)).isEqualTo(Outcome.SUCCESS);
  }

  @Test
  void transfersBetweenLegacyChainsArriveAndAreCalledBackAlsoWhereTheVerifierWantsAPrefix() {
    long there = priorBalance();
    CHAINS.sendFromOldToPrior(109);
    CrossChainMessage message = sent("Old", 109);
    assertThat(deliver(message)).isEqualTo(Outcome.SUCCESS);
    assertThat(priorBalance()).isEqualTo(there + 109);
    assertThat(callBack(message, Outcome.SUCCESS)).isEqualTo(Outcome.SUCCESS);

    long here = oldBalance();
    CHAINS.sendFromPrior(100);
    CrossChainMessage back = sent("Prior", 100);
    assertThat(deliver(back)).isEqualTo(Outcome.SUCCESS);
    assertThat(oldBalance()).isEqualTo(here + 100);
    assertThat(callBack(back, Outcome.SUCCESS)).isEqualTo(Outcome.SUCCESS);
  }

  private void awaitProfile(String chain, Profile profile) {
    Awaitility.await()
        .until(
            () ->
                registry
                    .chain(new ChainName(chain))
                    .filter(state -> state.profile() == profile)
                    .isPresent());
  }

  private Optional<String> refusal(TxId txid) {
    return jdbc.sql("SELECT refusal FROM to_attest WHERE txid = ? AND state = 'REFUSED'")
        .param(txid.hex())
        .query(String.class)
        .optional();
  }

  @Test
  void aLegacyVerifierWithAPrefixTakesSignaturesOverThePrefixedDigest() {
    Hash packed = new Hash("0x" + "5a".repeat(32));
    Hash prefixed = LegacyDigests.eip191(packed);
    EvmAddress verifier = CHAINS.verifier(true);

    assertThat(CHAINS.accepts(verifier, packed, signedByBoth(prefixed))).isTrue();
    assertThat(CHAINS.accepts(verifier, packed, signedByBoth(packed))).isFalse();
  }

  private static byte[] signedByBoth(Hash digest) {
    return Signatures.bundle(
        Map.of(
            TestKeys.VALIDATOR_1.address(), TestKeys.VALIDATOR_1.sign(digest),
            TestKeys.VALIDATOR_2.address(), TestKeys.VALIDATOR_2.sign(digest)));
  }

  private CrossChainMessage sent(String from, long amount) {
    return sentFact(from, amount).message();
  }

  private MessageFinal sentFact(String from, long amount) {
    return kafka.await(
        Topics.MESSAGE_EVENTS,
        MessageFinal.class,
        it -> it.message().from().chain().value().equals(from) && moves(it.message(), amount));
  }

  private static boolean moves(CrossChainMessage message, long amount) {
    var transfer = message.transfer();
    return transfer != null && transfer.amount().value().longValueExact() == amount;
  }

  /** Delivers it, and checks that the message is charged with all of its transaction. */
  private Outcome deliver(CrossChainMessage message) {
    attest(message);
    MessageDelivered delivered = await(MessageDelivered.class, message.txid());
    assertExact(delivered.cost(), readerOf(message.to().chain()));
    return delivered.outcome();
  }

  private Outcome callBack(CrossChainMessage message, Outcome outcome) {
    attestCallback(message, outcome);
    MessageSettled settled = await(MessageSettled.class, message.txid());
    assertExact(settled.cost(), readerOf(message.from().chain()));
    return settled.outcome();
  }

  private void attest(CrossChainMessage message) {
    ChainSettings there = readerOf(message.to().chain()).settings();
    kafka.send(new GasEvent.GasCovered(message.txid(), Wei.ZERO, Wei.ZERO, null, Instant.EPOCH));
    sign(message.txid(), Kind.RECEIVE, ContractDialect.of(there).receiveDigest(message));
  }

  private void attestCallback(CrossChainMessage message, Outcome outcome) {
    ChainSettings here = readerOf(message.from().chain()).settings();
    Hash digest =
        ContractDialect.of(here)
            .callbackDigest(message.txid(), message.to(), message.from(), outcome);
    sign(message.txid(), Kind.CALLBACK, digest);
  }

  private void sign(TxId txid, Kind kind, Hash digest) {
    kafka.send(
        new AttestationSigned(
            txid,
            kind,
            digest,
            TestKeys.VALIDATOR_2.address(),
            Hex.encode(TestKeys.VALIDATOR_2.sign(digest)),
            Instant.EPOCH));
  }

  private static void assertExact(ExecutionCost cost, EvmReader chain) {
    Receipt receipt =
        Objects.requireNonNull(chain.receipts(List.of(cost.txHash())).get(cost.txHash()));
    assertThat(cost.gasUsed()).isEqualTo(receipt.gasUsed());
    assertThat(cost.fee()).isEqualTo(receipt.gasUsed().at(receipt.effectiveGasPrice()));
  }

  private void redrive(TxId txid) {
    assertThat(
            RestClient.create("http://localhost:" + port)
                .post()
                .uri("/v1/messages/{txid}/redrive", txid.hex())
                .header("Authorization", TestTokens.operator())
                .body(Map.of("because", "the handler takes it now"))
                .retrieve()
                .toBodilessEntity()
                .getStatusCode())
        .isEqualTo(HttpStatus.ACCEPTED);
  }

  private static EvmReader readerOf(ChainName chain) {
    return switch (chain.value()) {
      case "Alpha" -> CHAINS.alpha();
      case "Prior" -> CHAINS.prior().reader();
      default -> CHAINS.old();
    };
  }

  private <F extends MessageEvent> F await(Class<F> type, TxId txid) {
    return kafka.await(Topics.MESSAGE_EVENTS, type, it -> it.txid().equals(txid));
  }

  private <F extends MessageEvent> List<F> facts(Class<F> type, TxId txid) {
    return kafka.facts(Topics.MESSAGE_EVENTS, type, it -> it.txid().equals(txid));
  }

  private static long alphaBalance() {
    return ask(CHAINS.alpha(), CHAINS.tokenOnAlpha(), balanceOfHolder());
  }

  private static long oldBalance() {
    return ask(CHAINS.old(), CHAINS.token(), balanceOfHolder());
  }

  private static long priorBalance() {
    return ask(CHAINS.prior().reader(), CHAINS.prior().token(), balanceOfHolder());
  }

  private static long alphaSupply() {
    return ask(CHAINS.alpha(), CHAINS.tokenOnAlpha(), totalSupply());
  }

  private static long oldSupply() {
    return ask(CHAINS.old(), CHAINS.token(), totalSupply());
  }

  private static byte[] balanceOfHolder() {
    return Erc20Abi.balanceOfCall(Accounts.HOLDER);
  }

  private static byte[] totalSupply() {
    return Hex.decode("0x18160ddd");
  }

  private static long ask(EvmReader chain, EvmAddress token, byte[] question) {
    byte[] answer = chain.call(Call.view(token, question), FinalityTag.LATEST);
    return Erc20Abi.balance(answer).value().longValueExact();
  }
}
