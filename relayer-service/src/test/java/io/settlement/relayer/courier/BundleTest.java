// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.ChainLog;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.CostShares;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.BundleSigned;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.MessageEvent.AttestationRejected;
import io.settlement.events.MessageEvent.AttestationWanted;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.TransactionSent;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topics;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import io.settlement.kit.test.SuiteTest;
import io.settlement.kit.test.TestTokens;
import io.settlement.relayer.world.Submitter;
import io.settlement.relayer.world.TwoChains;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

/** Messages that are signed together; observer and validators are the test. */
@SuiteTest(
    properties = {
      "settlement.relayer.roles=courier",
      "settlement.relayer.signature-patience.first=300ms",
      "settlement.relayer.signature-patience.verifiers=500ms",
      "settlement.relayer.courier.poll=50ms",
      "settlement.relayer.courier.receipts=50ms",
      "settlement.relayer.courier.finality=100ms"
    })
class BundleTest extends LiveCourier {
  private static final TwoChains CHAINS = new TwoChains();

  @LocalServerPort private int port;

  BundleTest() {
    super(CHAINS);
  }

  @DynamicPropertySource
  static void chains(DynamicPropertyRegistry properties) {
    CHAINS.register(properties, FinalityTag.FINALIZED);
    Submitter.register(properties);
  }

  @Test
  void aBlockOfMessagesGoesThereAndBackUnderOneRootEach() {
    List<MessageFinal> block = CHAINS.sendInOneBlock(LongStream.rangeClosed(1, 7).boxed().toList());
    List<BundleSigned> signed = receive(block);

    kafka.send(signed.getFirst());
    tell(block);
    kafka.send(signed.getLast());
    List<Receipt> deliveries = mined("DELIVER", block, CHAINS.beta());

    assertThat(deliveries).hasSize(1);
    List<MessageDelivered> delivered = delivered(deliveries.getFirst());
    assertThat(delivered).hasSize(7).allMatch(one -> one.outcome() == Outcome.SUCCESS);
    kafka.send(delivered);
    kafka.send(callBack(block, delivered));
    List<Receipt> callbacks = mined("CALL_BACK", block, CHAINS.alpha());

    assertThat(callbacks).hasSize(1);
    assertThat(callbacks.getFirst().logs())
        .filteredOn(log -> log.topics().getFirst().equals(SettlementAbi.RESULT))
        .hasSize(7);
    assertThat(wanted(block)).isEmpty();
  }

  @Test
  void membersThatCanGoDoNotWaitForThoseThatCannot() {
    List<MessageFinal> block = CHAINS.sendInOneBlock(List.of(11L, 12L, 13L, 14L, 15L, 16L));
    List<MessageFinal> paid = List.of(block.get(0), block.get(2), block.get(3), block.get(5));
    kafka.send(block);
    kafka.send(receive(block));
    paid.forEach(one -> kafka.send(covered(one.txid())));

    assertThat(mined("DELIVER", paid, CHAINS.beta())).hasSize(1);

    kafka.send(covered(block.get(4).txid()));
    Receipt alone = mined("DELIVER", List.of(block.get(4)), CHAINS.beta()).getFirst();
    assertThat(delivered(alone)).hasSize(1);
    assertThat(report(block.get(1).txid()))
        .contains("\"complete\":true", "\"root\":\"0x", "\"missing\":[]");
  }

  @Test
  void whatValidatorsDoNotAgreeAboutIsSignedOneByOne() {
    List<MessageFinal> block = CHAINS.sendInOneBlock(List.of(21L, 22L, 23L));
    tell(block);
    kafka.send(Signed.receive(block, CHAINS.beta().settings(), TestKeys.VALIDATOR_1));
    kafka.send(Signed.receive(block.subList(0, 2), CHAINS.beta().settings(), TestKeys.VALIDATOR_2));

    for (MessageFinal one : block) {
      AttestationWanted asked =
          kafka.await(
              Topics.MESSAGE_EVENTS,
              AttestationWanted.class,
              it -> it.txid().equals(one.txid()) && it.kind() == Kind.RECEIVE);
      assertThat(asked.ref()).isEqualTo(one.ref());
      kafka.send(Signed.receive(one.message(), CHAINS.beta().settings(), TestKeys.VALIDATOR_1));
    }
    List<MessageFinal> signable = block.subList(0, 2);
    signable.forEach(
        one ->
            kafka.send(
                Signed.receive(one.message(), CHAINS.beta().settings(), TestKeys.VALIDATOR_2)));

    mined("DELIVER", signable, CHAINS.beta());
    TxId third = block.get(2).txid();
    assertThat(report(third))
        .contains(
            "\"complete\":false", "\"missing\":[\"" + TestKeys.VALIDATOR_2.address().hex() + "\"");
    await().until(() -> wanted(block.subList(2, 3)).size() >= 2);
  }

  @Test
  void aRootThatIsNotOfItsMembersAndASignatureOfSomebodyElseDoNotCount() {
    List<MessageFinal> block = CHAINS.sendInOneBlock(List.of(31L, 32L));
    List<BundleSigned> honest = receive(block);
    BundleSigned first = honest.getFirst();
    tell(block);
    kafka.send(
        List.of(
            with(first, new Hash("0x" + "ab".repeat(32)), first.signature()),
            with(first, first.root(), honest.getLast().signature()),
            with(first, first.root(), "no hexadecimal digits")));

    kafka.await(
        Topics.MESSAGE_EVENTS,
        AttestationRejected.class,
        it -> it.txid().equals(block.getLast().txid()),
        3);
    assertThat(
            kafka.facts(
                Topics.MESSAGE_EVENTS,
                AttestationRejected.class,
                it -> it.txid().equals(block.getFirst().txid())))
        .extracting(AttestationRejected::reason)
        .containsExactlyInAnyOrder("WRONG_DIGEST", "NOT_A_VALIDATOR", "UNREADABLE");

    kafka.send(honest);
    mined("DELIVER", block, CHAINS.beta());
  }

  @Test
  void aValidatorWhoSignsTwoThingsAboutOneMessageIsRememberedAndCountedOnce() {
    List<MessageFinal> block = CHAINS.sendInOneBlock(List.of(41L, 42L));
    TxId byTwoBundles = block.get(0).txid();
    TxId byItself = block.get(1).txid();
    ChainSettings beta = CHAINS.beta().settings();
    Hash lie = new Hash("0x" + "cd".repeat(32));
    tell(block);
    BundleSigned honest = Signed.receive(block, beta, TestKeys.VALIDATOR_1);
    AttestationSigned other = Signed.by(TestKeys.VALIDATOR_1, byTwoBundles, Kind.RECEIVE, lie);
    kafka.send(honest);
    kafka.send(
        Signed.together(
            List.of(other, Signed.by(TestKeys.VALIDATOR_1, byTwoBundles, Kind.RECEIVE, lie)),
            beta.name(),
            TestKeys.VALIDATOR_1));
    kafka.send(Signed.by(TestKeys.VALIDATOR_1, byItself, Kind.RECEIVE, lie));

    await()
        .untilAsserted(
            () ->
                assertThat(evidence())
                    .contains(byTwoBundles.hex(), byItself.hex(), lie.hex())
                    .contains(TestKeys.VALIDATOR_1.address().hex()));
    assertThat(report(byItself)).contains("\"complete\":false");

    kafka.send(Signed.receive(block, beta, TestKeys.VALIDATOR_2));
    mined("DELIVER", block, CHAINS.beta());
  }

  private String evidence() {
    return get("/v1/equivocations");
  }

  private static BundleSigned with(BundleSigned of, Hash root, String signature) {
    return new BundleSigned(
        root, of.kind(), of.receiver(), of.members(), of.validator(), signature, of.at());
  }

  private void tell(List<MessageFinal> block) {
    kafka.send(block);
    block.forEach(one -> kafka.send(covered(one.txid())));
  }

  private static List<BundleSigned> receive(List<MessageFinal> block) {
    return List.of(
        Signed.receive(block, CHAINS.beta().settings(), TestKeys.VALIDATOR_2),
        Signed.receive(block, CHAINS.beta().settings(), TestKeys.VALIDATOR_1));
  }

  private static List<SuiteEvent> callBack(
      List<MessageFinal> block, List<MessageDelivered> delivered) {
    List<SuiteEvent> signed = new ArrayList<>();
    for (var key : List.of(TestKeys.VALIDATOR_1, TestKeys.VALIDATOR_2)) {
      List<AttestationSigned> members = new ArrayList<>();
      for (MessageDelivered one : delivered) {
        MessageFinal sent =
            block.stream().filter(it -> it.txid().equals(one.txid())).findFirst().orElseThrow();
        members.add(Signed.callback(sent.message(), one.outcome(), CHAINS.alpha().settings(), key));
      }
      signed.add(Signed.together(members, CHAINS.alpha().settings().name(), key));
    }
    return signed;
  }

  private List<AttestationWanted> wanted(List<MessageFinal> block) {
    Set<TxId> txids = block.stream().map(MessageFinal::txid).collect(Collectors.toSet());
    return kafka.facts(
        Topics.MESSAGE_EVENTS, AttestationWanted.class, it -> txids.contains(it.txid()));
  }

  private static List<MessageDelivered> delivered(Receipt receipt) {
    EvmReader beta = CHAINS.beta();
    var costs = CostShares.of(beta.settings().name(), receipt);
    return receipt.logs().stream()
        .filter(log -> log.topics().getFirst().equals(SettlementAbi.HANDLE_RESULT))
        .map(
            log -> {
              var result = SettlementAbi.handleResult(log);
              return new MessageDelivered(
                  result.txid(),
                  result.outcome(),
                  refOf(log),
                  Objects.requireNonNull(costs.get(result.txid())),
                  Instant.EPOCH);
            })
        .toList();
  }

  private static LogRef refOf(ChainLog log) {
    return new LogRef(
        CHAINS.beta().settings().name(),
        log.blockNumber(),
        log.blockHash(),
        Instant.EPOCH,
        log.txHash(),
        log.logIndex());
  }

  /** The transactions that brought all of these, in the end. */
  private List<Receipt> mined(String purpose, List<MessageFinal> messages, EvmReader chain) {
    Set<Hash> hashes =
        messages.stream()
            .map(
                one ->
                    kafka
                        .await(
                            Topics.MESSAGE_EVENTS,
                            TransactionSent.class,
                            it -> it.txid().equals(one.txid()) && it.purpose().equals(purpose))
                        .txHash())
            .collect(Collectors.toSet());
    List<Receipt> receipts =
        List.copyOf(
            await()
                .until(() -> chain.receipts(hashes), found -> found.size() == hashes.size())
                .values());
    await()
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql(
                                "SELECT count(*) FROM intent WHERE purpose = ? AND txid = ANY(?)"
                                    + " AND state IN ('MINED', 'DONE')")
                            .params(
                                purpose,
                                messages.stream()
                                    .map(one -> one.txid().hex())
                                    .toArray(String[]::new))
                            .query(Integer.class)
                            .single())
                    .isEqualTo(messages.size()));
    return receipts;
  }

  private String report(TxId txid) {
    return get("/v1/messages/" + txid.hex() + "/attestations");
  }

  private String get(String path) {
    return Objects.requireNonNull(
        RestClient.create("http://localhost:" + port)
            .get()
            .uri(path)
            .header("Authorization", TestTokens.partner())
            .retrieve()
            .body(String.class));
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
  }
}
