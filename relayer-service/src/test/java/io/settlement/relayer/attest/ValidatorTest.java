// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import static io.settlement.events.value.PayloadType.BTC_DEPOSIT;
import static io.settlement.events.value.PayloadType.BTC_WITHDRAW;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.Digests;
import io.settlement.chain.contract.MerkleTree;
import io.settlement.chain.contract.MessageV1;
import io.settlement.chain.contract.Signatures;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.BundleSigned;
import io.settlement.events.AttestationEvent.BundleSigned.Member;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.Golden;
import io.settlement.events.MessageEvent.AttestationWanted;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.Topics;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.FinalityTier;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import io.settlement.kit.test.TestTokens;
import io.settlement.relayer.bitcoin.BitcoinWitness.Testimony;
import io.settlement.relayer.bitcoin.Withdrawals;
import io.settlement.relayer.finality.FinalityPolicy;
import io.settlement.relayer.world.Facts;
import io.settlement.relayer.world.TwoChains;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

@SuiteTest(
    properties = {
      "settlement.relayer.roles=validator",
      "settlement.relayer.validator.keystore=src/test/resources/keys/validator-1.json",
      "settlement.relayer.validator.password-file=src/test/resources/keys/password.txt",
      "settlement.relayer.validator.first-retry=20ms",
      "settlement.relayer.validator.doubts=4",
      "logging.level.io.settlement.relayer.attest=info"
    })
@ExtendWith(OutputCaptureExtension.class)
class ValidatorTest {
  private static final TwoChains CHAINS = new TwoChains();
  private static final EvmAddress VALIDATOR = TestKeys.VALIDATOR_1.address();
  private static final String OPERATOR = TestTokens.operator();
  private static final HandlerId VAULT =
      new HandlerId(ScriptedWitness.BITCOIN, "0x" + "7b".repeat(32));

  @Autowired private KafkaProbe kafka;
  @Autowired private JdbcClient jdbc;
  @Autowired private RegistryView registry;
  @Autowired private MeterRegistry meters;
  @Autowired private FinalityPolicy policy;
  @Autowired private ScriptedWitness bitcoin;
  @Autowired private Withdrawals withdrawals;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void chains(DynamicPropertyRegistry properties) {
    CHAINS.register(properties, FinalityTag.FINALIZED);
  }

  @AfterAll
  static void close() {
    CHAINS.close();
  }

  @BeforeEach
  void openTheRoute() {
    CHAINS.openRoute(kafka, registry);
  }

  @Test
  void signsAMessageItFindsOnItsOwnNodeForTheDestinationItKnows() {
    MessageFinal sent = sentAndFinal();

    kafka.send(sent);

    AttestationSigned signed = awaitSignature(sent.txid(), Kind.RECEIVE);
    ChainSettings beta = CHAINS.beta().settings();
    assertThat(signed.digest())
        .isEqualTo(Digests.receive(sent.message(), beta.chainId(), beta.settlement()));
    assertThat(signed.validator()).isEqualTo(VALIDATOR);
    assertThat(signer(signed)).isEqualTo(VALIDATOR);
    awaitState(sent.txid(), "SIGNED");
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Bitcoin {
    @Bean
    ScriptedWitness bitcoinWitness() {
      return new ScriptedWitness();
    }
  }

  @Test
  void signsADepositThatItsOwnBitcoinNodeShowsDeepEnoughAndNoOther() {
    pairTheVault();
    MessageFinal deposit = onBitcoin(message(VAULT, CHAINS.route().to(), 41, BTC_DEPOSIT));
    TxId txid = deposit.txid();
    bitcoin.say(deposit.ref().txHash(), new Testimony.NotYet());
    kafka.send(deposit);
    awaitState(txid, "PENDING");
    assertThat(signatures(txid)).isEmpty();

    bitcoin.say(deposit.ref().txHash(), new Testimony.Confirmed(deposit.message()));

    ChainSettings beta = CHAINS.beta().settings();
    assertThat(awaitSignature(txid, Kind.RECEIVE).digest())
        .isEqualTo(Digests.receive(deposit.message(), beta.chainId(), beta.settlement()));

    MessageFinal forged = onBitcoin(message(VAULT, CHAINS.route().to(), 42, BTC_DEPOSIT));
    bitcoin.say(forged.ref().txHash(), new Testimony.Confirmed(deposit.message()));
    kafka.send(forged);
    assertThat(awaitRefusal(forged.txid())).isEqualTo("CONTENT_DIFFERS");

    MessageFinal absent = onBitcoin(message(VAULT, CHAINS.route().to(), 43, BTC_DEPOSIT));
    kafka.send(absent);
    assertThat(awaitRefusal(absent.txid())).isEqualTo("LOG_ABSENT");
  }

  @Test
  void signsTheOutcomeOnBitcoinOfAWithdrawalThatItCheckedOnItsSource() {
    pairTheVault();
    CrossChainMessage withdrawal = message(CHAINS.route().to(), VAULT, 44, BTC_WITHDRAW);
    LogRef paid = onBitcoin(withdrawal).ref();
    bitcoin.say(paid.txHash(), new Testimony.Confirmed(withdrawal));
    kafka.send(
        new MessageDelivered(
            withdrawal.txid(),
            Outcome.SUCCESS,
            paid,
            Golden.read(MessageDelivered.class).cost(),
            Instant.EPOCH));
    assertThat(awaitRefusal(withdrawal.txid())).isEqualTo("WITHDRAWAL_UNKNOWN");

    withdrawals.add(
        List.of(new MessageFinal(withdrawal.txid(), withdrawal, paid, Instant.EPOCH)),
        Instant.now());
    kafka.send(new AttestationWanted(withdrawal.txid(), Kind.CALLBACK, paid, Instant.EPOCH));

    ChainSettings beta = CHAINS.beta().settings();
    assertThat(awaitSignature(withdrawal.txid(), Kind.CALLBACK).digest())
        .isEqualTo(
            Digests.callback(
                withdrawal.txid(),
                VAULT,
                CHAINS.route().to(),
                Outcome.SUCCESS,
                beta.chainId(),
                beta.settlement()));
  }

  private void pairTheVault() {
    RouteId there = new RouteId(VAULT, CHAINS.route().to());
    RouteId back = new RouteId(CHAINS.route().to(), VAULT);
    kafka.send(ChainState.bitcoin(VAULT.chain(), "regtest", Status.ACTIVE, Instant.EPOCH));
    kafka.send(
        new HandlerState(
            VAULT,
            new EvmAddress("0x" + "00".repeat(20)),
            8,
            SettlementMode.LOCK_MINT,
            "BTC",
            Status.ACTIVE,
            Instant.EPOCH));
    kafka.send(new RouteState(there, Status.ACTIVE, Instant.EPOCH));
    kafka.send(new RouteState(back, Status.ACTIVE, Instant.EPOCH));
    Awaitility.await().until(() -> registry.route(back).isPresent());
  }

  /** As it would be told of an output of a transaction that is named like it. */
  private static MessageFinal onBitcoin(CrossChainMessage message) {
    LogRef golden = Golden.read(MessageFinal.class).ref();
    LogRef ref =
        new LogRef(
            VAULT.chain(),
            golden.blockNumber(),
            golden.blockHash(),
            golden.blockTime(),
            new Hash(message.txid().hex()),
            0);
    return new MessageFinal(message.txid(), message, ref, Instant.EPOCH);
  }

  private static CrossChainMessage message(
      HandlerId from, HandlerId to, int number, PayloadType type) {
    CrossChainMessage golden = Golden.read(MessageFinal.class).message();
    return new CrossChainMessage(
        TxId.of(BigInteger.valueOf(number)),
        from,
        to,
        golden.sender(),
        golden.nonce(),
        type,
        Hex.encode(new MessageV1(BigInteger.ONE, type, new byte[32]).encode()),
        null,
        golden.terms());
  }

  @Test
  void signsTheOutcomeItFindsOnTheDestination() {
    MessageFinal sent = sentAndFinal();
    Receipt delivery = CHAINS.deliver(List.of(sent.message()));
    CHAINS.makeFinal();
    MessageDelivered delivered = Facts.delivered(CHAINS.beta(), delivery);

    kafka.send(delivered);

    AttestationSigned signed = awaitSignature(sent.txid(), Kind.CALLBACK);
    ChainSettings alpha = CHAINS.alpha().settings();
    assertThat(signed.digest())
        .isEqualTo(
            Digests.callback(
                sent.txid(),
                sent.message().to(),
                sent.message().from(),
                Outcome.SUCCESS,
                alpha.chainId(),
                alpha.settlement()));
    assertThat(signer(signed)).isEqualTo(VALIDATOR);
  }

  @Test
  void signsASmallMessageWhenItsTierSaysSoAndALargeOneOnlyWhenItsChainDoes() {
    FinalityTier tier = new FinalityTier(TokenAmount.of(5), 2);
    kafka.send(new RouteState(CHAINS.route(), Status.ACTIVE, List.of(tier), Instant.EPOCH));
    Awaitility.await()
        .until(() -> registry.route(CHAINS.route()).orElseThrow().finality().contains(tier));

    MessageFinal small = Facts.sent(CHAINS.alpha(), CHAINS.sendAndSee(5, 0));
    CHAINS.deployed().node("Alpha").mine(1);
    assertThat(CHAINS.alpha().head(FinalityTag.FINALIZED).number())
        .isLessThan(small.ref().blockNumber());
    kafka.send(small);
    awaitSignature(small.txid(), Kind.RECEIVE);

    MessageFinal large = Facts.sent(CHAINS.alpha(), CHAINS.sendAndSee(6, 0));
    CHAINS.deployed().node("Alpha").mine(1);
    kafka.send(large);
    awaitState(large.txid(), "PENDING");
    Awaitility.await()
        .during(Duration.ofMillis(500))
        .until(() -> signatures(large.txid()).isEmpty());
    CHAINS.makeFinal();
    awaitSignature(large.txid(), Kind.RECEIVE);
  }

  @Test
  void waitsUntilItsOwnNodeHasTheBlockAsFinal() {
    MessageFinal early = Facts.sent(CHAINS.alpha(), CHAINS.sendAndSee(11, 0));
    kafka.send(early);
    awaitState(early.txid(), "PENDING");

    MessageFinal later = sentAndFinal();
    kafka.send(later);

    awaitSignature(later.txid(), Kind.RECEIVE);
    awaitSignature(early.txid(), Kind.RECEIVE);
  }

  @Test
  void refusesAMessageThatWasNeverSent() {
    MessageFinal real = sentAndFinal();
    TxId invented = TxId.of(new Hash(real.ref().txHash().hex()).bytes());
    LogRef ref = real.ref();
    LogRef nowhere =
        new LogRef(
            ref.chain(),
            ref.blockNumber(),
            ref.blockHash(),
            ref.blockTime(),
            ref.txHash(),
            ref.logIndex() + 50);

    kafka.send(new MessageFinal(invented, real.message(), nowhere, Instant.EPOCH));

    assertThat(awaitRefusal(invented)).isEqualTo("LOG_ABSENT");
    assertThat(signatures(invented)).isEmpty();
  }

  @Test
  void refusesWhatItsNodeTellsDifferentlyAndStillSignsTheTruth() {
    MessageFinal truth = sentAndFinal();
    MessageFinal lie =
        new MessageFinal(truth.txid(), tenfold(truth.message()), truth.ref(), Instant.EPOCH);

    kafka.send(lie);
    assertThat(awaitRefusal(truth.txid())).isEqualTo("CONTENT_DIFFERS");

    ChainSettings beta = CHAINS.beta().settings();
    assertThat(awaitSignature(truth.txid(), Kind.RECEIVE).digest())
        .isEqualTo(Digests.receive(truth.message(), beta.chainId(), beta.settlement()));
    assertThat(signatures(truth.txid())).hasSize(1);
  }

  @Test
  void refusesAnOutcomeItsNodeTellsDifferently() {
    MessageFinal sent = sentAndFinal();
    Receipt delivery = CHAINS.deliver(List.of(sent.message()));
    CHAINS.makeFinal();
    MessageDelivered truth = Facts.delivered(CHAINS.beta(), delivery);

    kafka.send(
        new MessageDelivered(
            truth.txid(), Outcome.FAILED, truth.ref(), truth.cost(), Instant.EPOCH));
    ChainSettings alpha = CHAINS.alpha().settings();
    Hash lie =
        Digests.callback(
            sent.txid(),
            sent.message().to(),
            sent.message().from(),
            Outcome.FAILED,
            alpha.chainId(),
            alpha.settlement());

    assertThat(awaitRefusal(sent.txid())).isEqualTo("CONTENT_DIFFERS");
    assertThat(signatures(sent.txid())).extracting(AttestationSigned::digest).doesNotContain(lie);
  }

  @Test
  void refusesAMessageOnARouteThatIsClosedInEitherDirection() {
    for (RouteId closed : List.of(CHAINS.route(), back(CHAINS.route()))) {
      openTheRoute();
      kafka.send(new RouteState(closed, Status.SUSPENDED, Instant.EPOCH));
      Awaitility.await().until(() -> statusOf(closed) == Status.SUSPENDED);
      MessageFinal sent = sentAndFinal();

      kafka.send(sent);

      assertThat(awaitRefusal(sent.txid())).isEqualTo("ROUTE_CLOSED");
      assertThat(signatures(sent.txid())).isEmpty();
    }
  }

  @Test
  void signsARefusedMessageOnceItsRouteIsOpenAgain() {
    kafka.send(new RouteState(CHAINS.route(), Status.SUSPENDED, Instant.EPOCH));
    Awaitility.await().until(() -> statusOf(CHAINS.route()) == Status.SUSPENDED);
    MessageFinal sent = sentAndFinal();
    kafka.send(sent);
    assertThat(awaitRefusal(sent.txid())).isEqualTo("ROUTE_CLOSED");

    openTheRoute();

    awaitSignature(sent.txid(), Kind.RECEIVE);
  }

  @Test
  void signsTheOutcomeOfAMessageWhoseRouteWasClosedMeanwhile() {
    MessageFinal sent = sentAndFinal();
    Receipt delivery = CHAINS.deliver(List.of(sent.message()));
    CHAINS.makeFinal();
    kafka.send(new RouteState(CHAINS.route(), Status.SUSPENDED, Instant.EPOCH));
    Awaitility.await().until(() -> statusOf(CHAINS.route()) == Status.SUSPENDED);

    kafka.send(Facts.delivered(CHAINS.beta(), delivery));

    awaitSignature(sent.txid(), Kind.CALLBACK);
  }

  @Test
  void passesOverWhatIsSaidToHaveSettledAndSignsItWhenSomebodyAsksAllTheSame() {
    MessageFinal sent = Facts.sent(CHAINS.alpha(), CHAINS.sendAndSee(12, 0));
    kafka.send(sent);
    awaitState(sent.txid(), "PENDING");
    MessageSettled golden = Golden.read(MessageSettled.class);

    kafka.send(
        new MessageSettled(
            sent.txid(), Outcome.SUCCESS, golden.ref(), golden.cost(), Instant.EPOCH));

    assertThat(awaitRefusal(sent.txid())).isEqualTo("ENDED");
    CHAINS.makeFinal();
    kafka.send(new AttestationWanted(sent.txid(), Kind.RECEIVE, sent.ref(), Instant.EPOCH));
    awaitSignature(sent.txid(), Kind.RECEIVE);
  }

  @Test
  void refusesAMessageTheSourceHasAlreadySettledWithoutAWarning(CapturedOutput output) {
    MessageFinal sent = sentAndFinal();
    CHAINS.deliver(List.of(sent.message()));
    CHAINS.callBack(sent.txid(), Outcome.SUCCESS);
    CHAINS.makeFinal();

    kafka.send(sent);

    assertThat(awaitRefusal(sent.txid())).isEqualTo("ENDED");
    assertThat(signatures(sent.txid())).isEmpty();
    assertThat(output).contains("their sources have settled them");
    assertThat(output.toString().lines())
        .noneMatch(line -> line.contains("not signed:") && line.contains(sent.txid().hex()));
  }

  @Test
  void neverSignsASecondDigestForTheSameMessage() {
    MessageFinal sent = sentAndFinal();
    jdbc.sql("INSERT INTO signed_digest VALUES (?, 'RECEIVE', ?, ?, NULL, now())")
        .params(sent.txid().hex(), "0x" + "11".repeat(32), VALIDATOR.hex())
        .update();

    kafka.send(sent);

    assertThat(awaitRefusal(sent.txid())).isEqualTo("SIGNED_OTHERWISE");
    assertThat(signatures(sent.txid())).isEmpty();
    assertThat(
            meters
                .get("settlement.validator.refused")
                .tag("reason", "SIGNED_OTHERWISE")
                .counter()
                .count())
        .isPositive();
  }

  @Test
  void signsOnceHoweverOftenItIsTold() {
    MessageFinal sent = sentAndFinal();
    MessageFinal toldLater =
        new MessageFinal(sent.txid(), sent.message(), sent.ref(), Instant.now());

    kafka.send(List.of(sent, sent, toldLater));
    awaitSignature(sent.txid(), Kind.RECEIVE);
    kafka.send(toldLater);
    MessageFinal another = sentAndFinal();
    kafka.send(another);
    awaitSignature(another.txid(), Kind.RECEIVE);

    assertThat(signatures(sent.txid())).hasSize(1);
    assertThat(states(sent.txid())).containsExactly("SIGNED");
  }

  @Test
  void signsTheMessagesOfABlockTogetherHoweverFewOfThemItIsTold() {
    List<MessageFinal> block = CHAINS.sendInOneBlock(List.of(1L, 2L, 3L));
    CHAINS.makeFinal();

    kafka.send(block.get(1));

    BundleSigned signed = awaitBundle(block.get(0).txid());
    ChainSettings beta = CHAINS.beta().settings();
    List<Hash> digests =
        block.stream()
            .map(one -> Digests.receive(one.message(), beta.chainId(), beta.settlement()))
            .toList();
    assertThat(signed.members())
        .containsExactlyElementsOf(
            IntStream.range(0, 3)
                .mapToObj(i -> new Member(block.get(i).txid(), digests.get(i)))
                .toList());
    assertThat(signed.root()).isEqualTo(MerkleTree.of(digests).root());
    assertThat(signed.receiver()).isEqualTo(beta.name());
    assertThat(Signatures.recover(Digests.bundle(signed.root()), Hex.decode(signed.signature())))
        .isEqualTo(VALIDATOR);
    assertThat(guarded(block.get(2).txid())).isEqualTo(digests.get(2).hex());

    kafka.send(block);
    MessageFinal another = sentAndFinal();
    kafka.send(another);
    awaitSignature(another.txid(), Kind.RECEIVE);
    for (MessageFinal one : block) {
      assertThat(states(one.txid())).containsExactly("SIGNED");
      assertThat(signatures(one.txid())).isEmpty();
      assertThat(bundles(one.txid())).hasSize(1);
    }
  }

  @Test
  void leavesOutOfABundleWhatItMustNotSign() {
    List<MessageFinal> block = CHAINS.sendInOneBlock(List.of(4L, 5L, 6L));
    CHAINS.makeFinal();
    jdbc.sql(
            "INSERT INTO signed_digest (txid, kind, digest, validator, signed_at)"
                + " VALUES (?, 'RECEIVE', ?, ?, now())")
        .params(block.get(1).txid().hex(), "0x" + "11".repeat(32), VALIDATOR.hex())
        .update();

    kafka.send(block);

    assertThat(awaitRefusal(block.get(1).txid())).isEqualTo("SIGNED_OTHERWISE");
    assertThat(awaitBundle(block.get(0).txid()).txids())
        .containsExactly(block.get(0).txid(), block.get(2).txid());
  }

  @Test
  void signsAMessageByItselfAgainWheneverSignaturesAreMissing() {
    List<MessageFinal> block = CHAINS.sendInOneBlock(List.of(7L, 8L));
    CHAINS.makeFinal();
    kafka.send(block);
    Hash digest = awaitBundle(block.get(0).txid()).members().getFirst().digest();

    for (int times = 1; times <= 2; times++) {
      TxId txid = block.get(0).txid();
      Instant at = Instant.EPOCH.plusSeconds(times);
      kafka.send(new AttestationWanted(txid, Kind.RECEIVE, block.get(0).ref(), at));
      int sofar = times;
      Awaitility.await().until(() -> signatures(txid).size() == sofar);
      assertThat(signatures(txid)).extracting(AttestationSigned::digest).containsOnly(digest);
    }
    assertThat(signatures(block.get(1).txid())).isEmpty();
  }

  @Test
  void judgesABatchInOneGo() {
    List<MessageFinal> many =
        List.of(1, 2, 3, 4, 5).stream()
            .map(amount -> Facts.sent(CHAINS.alpha(), CHAINS.sendAndSee(amount, 0)))
            .toList();
    CHAINS.makeFinal();

    kafka.send(many);

    Set<TxId> signed =
        many.stream()
            .map(one -> awaitSignature(one.txid(), Kind.RECEIVE).txid())
            .collect(Collectors.toSet());
    assertThat(signed).hasSize(5);
  }

  @Test
  void whatWasSignedElsewhereIsNeverContradictedHere() {
    MessageFinal signed = sentAndFinal();
    kafka.send(signed);
    Hash digest = awaitSignature(signed.txid(), Kind.RECEIVE).digest();
    MessageFinal elsewhere = Facts.sent(CHAINS.alpha(), CHAINS.sendAndSee(12, 0));
    String other = "0x" + "22".repeat(32);

    assertThat(body(importGuard(VALIDATOR, entry(elsewhere.txid(), other))))
        .contains("\"added\":1", "\"known\":0");
    assertThat(body(importGuard(VALIDATOR, entry(elsewhere.txid(), other))))
        .contains("\"added\":0", "\"known\":1");

    CHAINS.makeFinal();
    kafka.send(elsewhere);
    assertThat(awaitRefusal(elsewhere.txid())).isEqualTo("SIGNED_OTHERWISE");
    String exported =
        body(client().get().uri("/v1/validator/signing-guard").header("Authorization", OPERATOR));
    assertThat(exported)
        .contains("\"validator\":\"" + VALIDATOR.hex() + "\"", "\"version\":1")
        .contains(entry(elsewhere.txid(), other), entry(signed.txid(), digest.hex()));
  }

  @Test
  void anImportThatContradictsOrIsOfSomebodyElseChangesNothing() {
    MessageFinal signed = sentAndFinal();
    kafka.send(signed);
    Hash digest = awaitSignature(signed.txid(), Kind.RECEIVE).digest();
    TxId fresh = TxId.of(new Hash("0x" + "0e".repeat(32)).bytes());

    assertThat(
            body(
                importGuard(
                    VALIDATOR,
                    entry(fresh, "0x" + "33".repeat(32))
                        + ","
                        + entry(signed.txid(), "0x" + "44".repeat(32)))))
        .contains("signed-otherwise", signed.txid().hex());
    assertThat(body(importGuard(TestKeys.VALIDATOR_2.address(), entry(fresh, digest.hex()))))
        .contains("another-validator");
    assertThat(
            jdbc.sql("SELECT count(*) FROM signed_digest WHERE txid = ?")
                .param(fresh.hex())
                .query(Long.class)
                .single())
        .isZero();
    assertThat(guarded(signed.txid())).isEqualTo(digest.hex());
    assertThat(
            body(
                client()
                    .get()
                    .uri("/v1/validator/signing-guard")
                    .header("Authorization", TestTokens.partner())))
        .doesNotContain(signed.txid().hex());
  }

  @Test
  void decidedClaimsAreForgottenAndWhatWasSignedIsNot() {
    MessageFinal sent = sentAndFinal();
    kafka.send(sent);
    awaitState(sent.txid(), "SIGNED");
    Claims claims = new Claims(jdbc, policy);

    assertThat(claims.forget(Instant.now().minusSeconds(600), 10_000)).isZero();
    assertThat(claims.forget(Instant.now().plusSeconds(600), 10_000)).isPositive();
    assertThat(states(sent.txid())).isEmpty();

    kafka.send(sent);
    awaitState(sent.txid(), "SIGNED");
    assertThat(signatures(sent.txid())).hasSize(1);
  }

  private RestClient.RequestHeadersSpec<?> importGuard(EvmAddress validator, String entries) {
    return client()
        .post()
        .uri("/v1/validator/signing-guard")
        .header("Authorization", OPERATOR)
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            """
            {"metadata":{"format":"settlement-signing-guard","version":1,"validator":"%s"},
             "signed":[%s]}\
            """
                .formatted(validator.hex(), entries));
  }

  private static String entry(TxId txid, String digest) {
    return "{\"txid\":\"%s\",\"kind\":\"RECEIVE\",\"digest\":\"%s\"}".formatted(txid.hex(), digest);
  }

  private static String body(RestClient.RequestHeadersSpec<?> request) {
    return Objects.requireNonNullElse(
        request
            .retrieve()
            .onStatus(HttpStatusCode::isError, (any, response) -> {})
            .body(String.class),
        "");
  }

  private RestClient client() {
    return RestClient.create("http://localhost:" + port);
  }

  private static MessageFinal sentAndFinal() {
    MessageFinal sent = Facts.sent(CHAINS.alpha(), CHAINS.sendAndSee(10, 0));
    CHAINS.makeFinal();
    return sent;
  }

  private static CrossChainMessage tenfold(CrossChainMessage message) {
    TokenAmount amount = Objects.requireNonNull(message.transfer()).amount();
    return Facts.moving(message, new TokenAmount(amount.value().multiply(BigInteger.TEN)));
  }

  private static RouteId back(RouteId route) {
    return new RouteId(route.to(), route.from());
  }

  private Status statusOf(RouteId route) {
    return registry.route(route).map(RouteState::status).orElse(Status.RETIRED);
  }

  private AttestationSigned awaitSignature(TxId txid, Kind kind) {
    return kafka.await(
        Topics.ATTESTATION_EVENTS,
        AttestationSigned.class,
        signed -> signed.txid().equals(txid) && signed.kind() == kind);
  }

  private List<AttestationSigned> signatures(TxId txid) {
    return kafka.facts(
        Topics.ATTESTATION_EVENTS, AttestationSigned.class, one -> one.txid().equals(txid));
  }

  private BundleSigned awaitBundle(TxId txid) {
    return kafka.await(
        Topics.ATTESTATION_EVENTS, BundleSigned.class, one -> one.txids().contains(txid));
  }

  private List<BundleSigned> bundles(TxId txid) {
    return kafka.facts(
        Topics.ATTESTATION_EVENTS, BundleSigned.class, one -> one.txids().contains(txid));
  }

  private String guarded(TxId txid) {
    return jdbc.sql("SELECT digest FROM signed_digest WHERE txid = ? AND kind = 'RECEIVE'")
        .param(txid.hex())
        .query(String.class)
        .single();
  }

  private static EvmAddress signer(AttestationSigned signed) {
    return Signatures.recover(signed.digest(), Hex.decode(signed.signature()));
  }

  private String awaitRefusal(TxId txid) {
    awaitState(txid, "REFUSED");
    return jdbc.sql("SELECT refusal FROM to_attest WHERE txid = ? AND state = 'REFUSED'")
        .param(txid.hex())
        .query(String.class)
        .single();
  }

  private void awaitState(TxId txid, String state) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> states(txid), states -> states.contains(state));
  }

  private List<String> states(TxId txid) {
    return jdbc.sql("SELECT state FROM to_attest WHERE txid = ?")
        .param(txid.hex())
        .query((row, at) -> row.getString(1))
        .list();
  }
}
