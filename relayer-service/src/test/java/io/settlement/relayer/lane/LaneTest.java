// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.Digests;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.chain.contract.Signatures;
import io.settlement.chain.keys.SigningServer;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.ArtifactEvent.ImbalanceCleared;
import io.settlement.events.ArtifactEvent.MintingPauseWanted;
import io.settlement.events.GasBooksEvent.ReceiptsBuilt;
import io.settlement.events.MessageEvent.MessageHeld;
import io.settlement.events.MessageEvent.MessageParked;
import io.settlement.events.PauseEvent.MintingPauseReported;
import io.settlement.events.PauseEvent.Progress;
import io.settlement.events.PriceEvent.PricesSigned;
import io.settlement.events.Topics;
import io.settlement.events.TransactionEvent;
import io.settlement.events.TransactionEvent.AccountOpened;
import io.settlement.events.TransactionEvent.TransactionPaid;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.LaneId;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.Reason;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.test.Anvil;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import io.settlement.relayer.account.OperatorAccounts;
import io.settlement.relayer.chain.Fees;
import io.settlement.relayer.limit.Scope;
import io.settlement.relayer.world.Accounts;
import io.settlement.relayer.world.Submitter;
import io.settlement.relayer.world.TestArtifact;
import io.settlement.relayer.world.TestPrices;
import io.settlement.relayer.world.TwoChains;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;

@SuiteTest(
    properties = {
      "settlement.relayer.roles=courier",
      "settlement.relayer.courier.poll=50ms",
      "settlement.relayer.accounts.look=200ms",
      "settlement.relayer.courier.receipts=50ms",
      "settlement.relayer.courier.finality=100ms",
      "settlement.relayer.courier.resubmit-after=1s",
      "settlement.relayer.courier.max-attempts=2",
      "settlement.relayer.courier.lease=2s",
      "settlement.relayer.courier.in-flight=2",
      "settlement.relayer.courier.batch-gas-budget=1400000",
      "settlement.relayer.courier.patience.watch=100ms",
      "settlement.relayer.pauses.look=200ms",
      "settlement.relayer.courier.patience.balance=200ms",
      "settlement.relayer.courier.patience.cancel-after=5s",
      "settlement.relayer.courier.patience.foreign=4",
      "settlement.relayer.courier.chains.Alpha.fee-type=LEGACY",
      "settlement.relayer.courier.chains.Beta.max-fee=200000000000",
      "settlement.relayer.courier.chains.Beta.pause-max-fee=6000000000000",
      "settlement.relayer.courier.chains.Beta.tip-percentile=50"
    })
class LaneTest {
  private static final TwoChains CHAINS = new TwoChains();
  private static final SigningServer SIGNER = Submitter.signerOfSecond();
  private static final LaneId BETA = LaneId.parse("Beta/0");
  private static final LaneId SECOND = LaneId.parse("Beta/1");
  private static final LaneId TREASURY = LaneId.parse("Beta/999");
  private static final Duration NO_TIME = Duration.ofMillis(600);

  @Autowired private LaneQueue queue;
  @Autowired private Lanes lanes;
  @Autowired private LaneWorkers workers;
  @Autowired private Publications publications;
  @Autowired private LeaseTable leases;
  @Autowired private OperatorAccounts accounts;
  @Autowired private LaneStore store;
  @Autowired private Crew crew;
  @Autowired private GuardianHealth guardians;
  @Autowired private KafkaProbe kafka;
  @Autowired private JdbcClient jdbc;
  @Autowired private MeterRegistry meters;
  @Autowired private TransactionOperations transactions;
  @Autowired private Clock clock;

  @DynamicPropertySource
  static void chains(DynamicPropertyRegistry properties) {
    CHAINS.register(properties, FinalityTag.FINALIZED);
    Submitter.register(properties);
    Submitter.registerSecondAndTreasury(properties, SIGNER);
  }

  @AfterAll
  static void close() {
    CHAINS.close();
    SIGNER.close();
  }

  /** The other lanes of Beta work where a test says so. */
  @BeforeEach
  void work() {
    for (LaneId other : List.of(SECOND, TREASURY)) {
      String account = lanes.lane(other).orElseThrow().key().address().hex();
      CHAINS.deployed().node("Beta").rpc("anvil_setBalance", account, "0x21e19e0c9bab2400000");
    }
    await().until(() -> working(BETA));
    workers.stop(List.of(SECOND, TREASURY));
    jdbc.sql("UPDATE lane SET foreign_seen = 0, foreign_at = NULL").update();
  }

  @AfterEach
  void goOn() {
    workers.start(List.of(BETA));
  }

  @Test
  void aCrashBetweenSigningAndBroadcastingEndsInOneDeliveryWithTheSameNonce() {
    workers.stop(List.of(BETA));
    CrossChainMessage message = CHAINS.send(101, 0);
    enqueue(deliver(message));
    Flight signed = signWithoutBroadcasting();
    assertThat(CHAINS.beta().receipts(signed.hashes())).isEmpty();

    workers.start(List.of(BETA));

    Receipt receipt = awaitReceipt(signed.hashes().getFirst());
    assertThat(receipt.success()).isTrue();
    await().until(() -> state(message.txid()).equals("MINED"));
    assertThat(deliveriesOf(message.txid())).isEqualTo(1);
    assertThat(submissionsAt(signed.nonce())).isEqualTo(1);
  }

  @Test
  void aFormerOwnerCanNeitherSignNorDecide() {
    workers.stop(List.of(BETA));
    Lane lane = lanes.lane(BETA).orElseThrow();
    Lease former = leases.acquire(lane).orElseThrow();
    Lease owner = leases.acquire(lane).orElseThrow();
    CrossChainMessage message = CHAINS.send(102, 0);
    enqueue(deliver(message));
    List<Work> taken = claim(lane, owner);

    assertThatThrownBy(() -> crew.dispatch().sign(lane, former, taken, price()))
        .isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> leases.renew(former)).isInstanceOf(LeaseLost.class);
    assertThat(state(message.txid())).isEqualTo("CLAIMED");

    leases.release(owner);
    workers.start(List.of(BETA));
    await().until(() -> state(message.txid()).equals("MINED"));
  }

  @Test
  void aMemberThatWouldFailIsNotSentHurtsNobodyElseAndIsParkedAfterItsLastAttempt() {
    CrossChainMessage good = CHAINS.send(103, 0);
    CrossChainMessage bad = CHAINS.send(104, 0);
    Work.Deliver unsigned = new Work.Deliver(bad, Hex.encode(new byte[Signatures.BYTES * 2]));

    enqueue(unsigned, deliver(good));

    await().until(() -> state(good.txid()).equals("MINED"));
    await()
        .untilAsserted(
            () ->
                assertThat(text("SELECT detail FROM intent WHERE txid = ?", bad.txid()))
                    .isEqualTo("InvalidSignatures"));
    assertThat(state(bad.txid())).isEqualTo("READY");
    assertThat(attemptsOf(bad.txid())).as("never on chain").isEmpty();
    jdbc.sql("UPDATE intent SET ready_at = now() WHERE txid = ?").param(bad.txid().hex()).update();
    MessageParked parked =
        kafka.await(Topics.MESSAGE_EVENTS, MessageParked.class, it -> it.txid().equals(bad.txid()));
    assertThat(parked.purpose()).isEqualTo("DELIVER");
    assertThat(parked.reason()).isEqualTo("REVERTED");
    assertThat(state(bad.txid())).isEqualTo("PARKED");

    transactions.executeWithoutResult(
        status -> queue.restart(bad.txid(), Purpose.DELIVER, Optional.of(deliver(bad))));
    await().until(() -> state(bad.txid()).equals("MINED"));
    assertThat(deliveriesOf(bad.txid())).isEqualTo(1);
  }

  @Test
  void aTransactionThatIsNotMinedIsReplacedWithTheSameNonceForMore() {
    Anvil node = CHAINS.deployed().node("Beta");
    CrossChainMessage message = CHAINS.send(105, 0);
    node.rpc("evm_setAutomine", false);
    try {
      enqueue(deliver(message));
      await().until(() -> attemptsOf(message.txid()).size() >= 2);
    } finally {
      node.rpc("evm_setAutomine", true);
      node.mine(1);
    }

    await().until(() -> state(message.txid()).equals("MINED"));
    assertThat(deliveriesOf(message.txid())).isEqualTo(1);
    List<Long> offered = attemptsOf(message.txid());
    assertThat(offered.get(1)).isGreaterThanOrEqualTo(offered.get(0) * 1125 / 1000);
    assertThat(submissionsOf(message.txid())).isEqualTo(1);
  }

  @Test
  void aTransactionWhoseBlockWasReplacedIsMinedOnceMore() {
    Anvil node = CHAINS.deployed().node("Beta");
    CrossChainMessage message = CHAINS.send(106, 0);
    enqueue(deliver(message));
    await().until(() -> state(message.txid()).equals("MINED"));
    String before = blockOf(message.txid());

    node.rpc("evm_setAutomine", false);
    node.rpc("anvil_reorg", 1, List.of());
    node.rpc("anvil_dropAllTransactions");
    node.rpc("evm_setAutomine", true);

    await()
        .until(
            () -> state(message.txid()).equals("MINED") && !blockOf(message.txid()).equals(before));
    assertThat(deliveriesOf(message.txid())).isEqualTo(1);
  }

  @Test
  void aKeyThatWasUsedElsewhereRaisesAnAlarmAndItsLaneGoesOn() {
    workers.stop(List.of(BETA));
    useElsewhere();
    CrossChainMessage message = CHAINS.send(107, 0);
    enqueue(deliver(message));

    workers.start(List.of(BETA));

    await().until(() -> state(message.txid()).equals("MINED"));
    assertThat(alarm()).isEmpty();
    assertThat(report(BETA).alarms()).contains("NONCE_TAKEN");
    assertThat(report(BETA).nonces().foreign()).isEqualTo(1);
  }

  @Test
  void aKeyThatIsUsedElsewhereAgainAndAgainParksItsLaneUntilAnOperatorResumesIt() {
    workers.stop(List.of(BETA));
    IntStream.range(0, 4).forEach(i -> useElsewhere());
    CrossChainMessage message = CHAINS.send(110, 0);
    enqueue(deliver(message));

    workers.start(List.of(BETA));
    await().until(() -> alarm().equals("FOREIGN_NONCE"));
    assertThat(state(message.txid())).isEqualTo("READY");

    assertThat(leases.resume(BETA)).isTrue();
    await().until(() -> state(message.txid()).equals("MINED"));
    assertThat(alarm()).isEmpty();
  }

  @Test
  void whatWasSignedForANonceThatOthersUsedIsSentAgainWithAnotherByItself() {
    workers.stop(List.of(BETA));
    CrossChainMessage message = CHAINS.send(108, 0);
    enqueue(deliver(message));
    Flight signed = signWithoutBroadcasting();
    useElsewhere();

    workers.start(List.of(BETA));

    await().until(() -> state(message.txid()).equals("MINED"));
    assertThat(CHAINS.beta().receipts(signed.hashes())).isEmpty();
    assertThat(deliveriesOf(message.txid())).isEqualTo(1);
    assertThat(alarm()).isEmpty();
  }

  @Test
  void aTransactionThatPoolsDroppedIsBroadcastAgain() {
    Anvil node = CHAINS.deployed().node("Beta");
    CrossChainMessage message = CHAINS.send(111, 0);
    node.rpc("evm_setAutomine", false);
    try {
      enqueue(deliver(message));
      await()
          .until(
              () ->
                  CHAINS.beta().transactionCount(Accounts.REFUNDER, true)
                      > CHAINS.beta().transactionCount(Accounts.REFUNDER, false));
      node.rpc("anvil_dropAllTransactions");
    } finally {
      node.rpc("evm_setAutomine", true);
    }

    await().until(() -> state(message.txid()).equals("MINED"));
    assertThat(deliveriesOf(message.txid())).isEqualTo(1);
    assertThat(submissionsOf(message.txid())).isEqualTo(1);
  }

  @Test
  void aTransactionBelowTheBaseFeeNeverOffersMoreThanTheLimitAndLandsWhenTheFeeFalls() {
    Anvil node = CHAINS.deployed().node("Beta");
    CrossChainMessage stuck = CHAINS.send(112, 0);
    CrossChainMessage waiting = CHAINS.send(113, 0);
    node.rpc("evm_setAutomine", false);
    try {
      enqueue(deliver(stuck));
      await().until(() -> state(stuck.txid()).equals("SENT"));
      node.rpc("anvil_setNextBlockBaseFeePerGas", "0x746a528800");
      node.rpc("evm_mine");
      node.rpc("evm_setIntervalMining", 1);
      await().until(() -> report(BETA).alarms().contains("GAS_PRICE"));
      enqueue(deliver(waiting));
      await().until(() -> attemptsOf(stuck.txid()).size() >= 2);
      assertThat(state(waiting.txid())).isEqualTo("READY");
    } finally {
      node.rpc("evm_setIntervalMining", 0);
      node.rpc("anvil_setNextBlockBaseFeePerGas", "0x3b9aca00");
      node.rpc("evm_setAutomine", true);
      node.rpc("evm_mine");
    }

    await().until(() -> state(stuck.txid()).equals("MINED"));
    await().until(() -> state(waiting.txid()).equals("MINED"));
    assertThat(deliveriesOf(stuck.txid())).isEqualTo(1);
    assertThat(attemptsOf(stuck.txid())).allMatch(offered -> offered <= 200_000_000_000L);
  }

  @Test
  void aNonceIsGivenUpWhenItsTransactionMayNotOfferEnoughAndItsMessageGoesWithAnother() {
    workers.stop(List.of(BETA));
    CrossChainMessage message = CHAINS.send(114, 0);
    enqueue(deliver(message));
    Lane lane = lanes.lane(BETA).orElseThrow();
    Lease lease = leases.acquire(lane).orElseThrow();
    Dispatch.Price tooLow = new Dispatch.Price(new Fees(Wei.of(7), Wei.of(1)), false, Wei.of(9));
    Flight poor = crew.dispatch().sign(lane, lease, claim(lane, lease), tooLow).orElseThrow();
    leases.release(lease);

    workers.start(List.of(BETA));

    await().until(() -> state(message.txid()).equals("MINED"));
    assertThat(deliveriesOf(message.txid())).isEqualTo(1);
    assertThat(nonceOf(message.txid())).isGreaterThan(poor.nonce());
    assertThat(
            jdbc.sql("SELECT count(*) FROM attempt WHERE submission = ? AND noop")
                .param(poor.id())
                .query(Long.class)
                .single())
        .isPositive();
  }

  @Test
  void whatCannotPayTodaysBaseFeeWaitsWhileItsNeighbourGoesAndGoesOnWhenTheFeeFalls() {
    Anvil node = CHAINS.deployed().node("Beta");
    CrossChainMessage poor = CHAINS.send(126, 0);
    CrossChainMessage rich = CHAINS.send(127, 0);
    prepay(poor, gwei(10));
    prepay(rich, gwei(90));
    baseFee(node, gwei(60));
    // What a lane knows of prices is up to a second old.
    await().until(() -> gwei(100).compareTo(offered(BETA)) < 0);

    enqueue(deliver(poor), deliver(rich));

    awaitOnce(List.of(rich));
    await().until(() -> reason(poor.txid()).equals("UNDERFUNDED"));
    assertThat(state(poor.txid())).isEqualTo("READY");
    assertThat(attemptsOf(poor.txid())).isEmpty();
    assertThat(feeCapOf(rich.txid())).isEqualTo(gwei(180));
    assertThat(report(BETA).work().underfunded()).isEqualTo(1);
    MessageHeld held =
        kafka.await(Topics.MESSAGE_EVENTS, MessageHeld.class, it -> it.txid().equals(poor.txid()));
    assertThat(held.reason()).isEqualTo("UNDERFUNDED");

    baseFee(node, gwei(1));
    awaitOnce(List.of(poor));
    assertThat(feeCapOf(poor.txid())).isEqualTo(gwei(20));
  }

  @Test
  void aBundleIsTakenWholeByOneLaneAndWhoeverCannotPayIsNotTakenUntilGasCostsWhatHePaid() {
    LaneId nobodys = LaneId.parse("Gamma/0");
    List<Work> large = bundle("Gamma", 1, 5);
    List<Work> small = bundle("Gamma", 2, 2);
    List<Work> poor = bundle("Gamma", 3, 5);
    Instant now = clock.instant();
    store.intents().add(small, now.minusSeconds(9));
    store.intents().add(large, now.minusSeconds(8));
    store.intents().add(List.of(bundle("Gamma", 4, 1).getFirst()), now.minusSeconds(7));
    store.intents().add(poor, now.minusSeconds(10));
    jdbc.sql(
            "UPDATE intent SET reason = 'UNDERFUNDED', prepaid_price = 10 WHERE txid = ANY(?::text[])")
        .param(poor.stream().map(work -> work.txid().hex()).toArray(String[]::new))
        .update();

    assertThat(taken(nobodys, Wei.of(11))).as("few share a transaction").hasSize(3);
    assertThat(taken(nobodys, Wei.of(11))).containsExactlyInAnyOrderElementsOf(large);
    assertThat(taken(nobodys, Wei.of(11))).isEmpty();
    assertThat(taken(nobodys, Wei.of(10))).containsExactlyInAnyOrderElementsOf(poor);
  }

  @Test
  void aRefundWaitsForGasAtThePriceItWasQuotedWithButNotForEver() {
    TxId txid = new TxId("0x" + "%064x".formatted(0xfee));
    jdbc.sql(
            "INSERT INTO message (txid, callback_price, callback_units, updated_at)"
                + " VALUES (?, ?, 1, now())")
        .params(txid.hex(), gwei(10).value())
        .update();
    baseFee(CHAINS.deployed().node("Beta"), gwei(40));
    await().until(() -> gwei(60).compareTo(offered(BETA)) < 0);

    enqueue(new Work.Refund(txid, BETA.chain(), Accounts.HOLDER, Wei.ZERO, gwei(10 * 60_000L)));
    await().until(() -> reason(txid), "UNDERFUNDED"::equals);
    assertThat(attemptsOf(txid)).isEmpty();

    jdbc.sql("UPDATE intent SET created_at = created_at - interval '10 minutes' WHERE txid = ?")
        .param(txid.hex())
        .update();
    // It was tried at today's price: nobody paid into this account, so there is nothing to close.
    await().until(() -> reason(txid), "DONE_ELSEWHERE"::equals);
  }

  private List<Work> taken(LaneId lane, Wei price) {
    return transactions.execute(
        status ->
            store.intents().ready(lane.chain(), Set.of(), price, clock.instant()).stream()
                .flatMap(
                    load ->
                        store
                            .intents()
                            .claim(lane, load, 64, 4, price, Instant.EPOCH, clock.instant())
                            .stream())
                .map(IntentTable.Claimed::work)
                .toList());
  }

  private static List<Work> bundle(String chain, int number, int members) {
    Hash root = new Hash("0x" + "%064x".formatted(0xbe00 + number));
    HandlerId source = new HandlerId(new ChainName(chain), Accounts.HOLDER.hex());
    HandlerId target = new HandlerId(new ChainName("Beta"), Accounts.HOLDER.hex());
    return IntStream.range(0, members)
        .<Work>mapToObj(
            place ->
                new Work.CallBack(
                    new TxId("0x" + "%064x".formatted(0xbe000 + 16 * number + place)),
                    target,
                    source,
                    Outcome.SUCCESS,
                    "0x01",
                    new Work.Membership(root, members, place, List.of())))
        .toList();
  }

  @Test
  void whoseShareIsTooDearAloneWaitsForCompanionsToShareWithButNotForEver() {
    Anvil node = CHAINS.deployed().node("Beta");
    CrossChainMessage poor = CHAINS.send(136, 0);
    // As a member of a large batch would use it; alone it takes about twice as much.
    prepay(poor, gwei(25), 70_000L);
    baseFee(node, gwei(40));
    await().until(() -> gwei(60).compareTo(offered(BETA)) < 0);

    enqueue(deliver(poor));
    await().until(() -> reason(poor.txid()).equals("UNDERFUNDED"));
    assertThat(attemptsOf(poor.txid())).isEmpty();

    List<CrossChainMessage> companions =
        IntStream.range(137, 145).mapToObj(amount -> CHAINS.send(amount, 0)).toList();
    enqueue(companions.stream().map(LaneTest::deliver).toArray(Work[]::new));

    awaitOnce(List.of(poor));
    awaitOnce(companions);
    assertThat(transactionOf(poor.txid())).isEqualTo(transactionOf(companions.getFirst().txid()));
    assertThat(feeCapOf(poor.txid())).isGreaterThan(gwei(40));

    CrossChainMessage lonely = CHAINS.send(146, 0);
    prepay(lonely, gwei(25), 70_000L);
    enqueue(deliver(lonely));
    await().until(() -> reason(lonely.txid()).equals("UNDERFUNDED"));
    jdbc.sql("UPDATE intent SET created_at = now() - interval '1 hour' WHERE txid = ?")
        .param(lonely.txid().hex())
        .update();

    awaitOnce(List.of(lonely));
    assertThat(feeCapOf(lonely.txid())).as("by the price alone").isEqualTo(gwei(50));
    baseFee(node, gwei(1));
  }

  @Test
  void aReplacementOffersNoMoreThanThePrepaymentOfItsPoorestMessageAllows() {
    Anvil node = CHAINS.deployed().node("Beta");
    CrossChainMessage poor = CHAINS.send(128, 0);
    CrossChainMessage rich = CHAINS.send(129, 0);
    baseFee(node, gwei(1));
    // A fifth more than the first offer: room for one replacement and no second one.
    Wei cap = new Wei(offerNow().value().multiply(BigInteger.valueOf(6)).divide(BigInteger.TEN));
    prepay(poor, cap);
    prepay(rich, gwei(90));
    node.rpc("evm_setAutomine", false);
    try {
      enqueue(deliver(poor), deliver(rich));
      await().until(() -> state(poor.txid()).equals("SENT"));
      baseFee(node, gwei(40));
      await().until(() -> attemptsOf(poor.txid()).size() >= 2);
    } finally {
      baseFee(node, gwei(1));
      node.rpc("evm_setAutomine", true);
      node.mine(1);
    }

    awaitOnce(List.of(poor, rich));
    assertThat(feeCapOf(poor.txid())).isEqualTo(cap.times(2)).isEqualTo(feeCapOf(rich.txid()));
    assertThat(attemptsOf(poor.txid()))
        .allMatch(offer -> offer <= cap.times(2).value().longValue());
  }

  @Test
  void aTransactionOfTheKeyThatANodeHoldsInItsPlaceIsOutbid() {
    Anvil node = CHAINS.deployed().node("Beta");
    CrossChainMessage message = CHAINS.send(115, 0);
    node.rpc("evm_setAutomine", false);
    try {
      node.rpc(
          "eth_sendTransaction",
          Map.of(
              "from", Accounts.REFUNDER.hex(),
              "to", Accounts.STRANGER.hex(),
              "value", "0x1",
              "maxFeePerGas", "0x12a05f2000",
              "maxPriorityFeePerGas", "0x12a05f200"));
      enqueue(deliver(message));
      await()
          .until(() -> attemptsOf(message.txid()).stream().anyMatch(fee -> fee >= 90_000_000_000L));
    } finally {
      node.rpc("evm_setAutomine", true);
      node.mine(1);
    }

    await().until(() -> state(message.txid()).equals("MINED"));
    assertThat(deliveriesOf(message.txid())).isEqualTo(1);
    assertThat(report(BETA).nonces().foreign()).isZero();
  }

  @Test
  void aNonceNobodyUsesIsFilledWithNothing() {
    workers.stop(List.of(BETA));
    jdbc.sql("UPDATE lane SET next_nonce = next_nonce + 2 WHERE lane = ?")
        .param(BETA.toString())
        .update();
    CrossChainMessage message = CHAINS.send(116, 0);
    enqueue(deliver(message));

    workers.start(List.of(BETA));

    await().until(() -> state(message.txid()).equals("MINED"));
    assertThat(deliveriesOf(message.txid())).isEqualTo(1);
  }

  @Test
  void aMessageThatAStrangerDeliveredIsNotSentAndIsNoFailure() {
    CrossChainMessage message = CHAINS.send(117, 0);
    CHAINS.deliver(List.of(message));

    enqueue(deliver(message));

    await().until(() -> reason(message.txid()).equals(Fates.DONE_ELSEWHERE));
    assertThat(attemptsOf(message.txid())).isEmpty();
    assertThat(deliveriesOf(message.txid())).isEqualTo(1);
    jdbc.sql("UPDATE intent SET state = 'DONE' WHERE txid = ?")
        .param(message.txid().hex())
        .update();
  }

  @Test
  void whicheverLaneIsFreeTakesWhatIsReady() {
    workers.stop(List.of(BETA));
    Anvil node = CHAINS.deployed().node("Beta");
    // More than one lane may have in flight, and less than both.
    List<CrossChainMessage> messages = send(300, 30);
    node.rpc("evm_setAutomine", false);
    try {
      enqueue(messages.stream().map(LaneTest::deliver).toArray(Work[]::new));
      workers.start(List.of(BETA, SECOND));
      await().until(() -> messages.stream().allMatch(it -> state(it.txid()).equals("SENT")));
    } finally {
      node.rpc("evm_setAutomine", true);
      node.mine(1);
    }

    awaitOnce(messages);
    assertThat(lanesOf(messages)).containsExactlyInAnyOrder(BETA.toString(), SECOND.toString());
  }

  @Test
  void whatADeadOwnerTookGoesWithAnotherLaneOnceItsLeaseIsOver() {
    workers.stop(List.of(BETA));
    CrossChainMessage taken = CHAINS.send(118, 0);
    enqueue(deliver(taken));
    LeaseTable dead = new LeaseTable(jdbc, accounts, "dead", Duration.ofSeconds(2));
    Lane lane = lanes.lane(BETA).orElseThrow();
    claim(lane, dead.acquire(lane).orElseThrow());
    assertThat(state(taken.txid())).isEqualTo("CLAIMED");

    workers.start(List.of(SECOND));

    awaitOnce(List.of(taken));
    assertThat(lanesOf(List.of(taken))).containsExactly(SECOND.toString());
  }

  @Test
  void lanesThatMoveBetweenInstancesLoseAndRepeatNothing() {
    LaneStore others =
        new LaneStore(
            new LeaseTable(jdbc, accounts, "other", Duration.ofSeconds(2)),
            store.submissions(),
            store.intents(),
            store.own(),
            store.outbox(),
            store.transactions());
    LaneWorkers second =
        new LaneWorkers(
            lanes,
            new Crew(others, crew.hands(), crew.broadcaster(), crew.rules(), clock),
            new SimpleMeterRegistry());
    List<CrossChainMessage> messages = send(400, 40);
    List<List<CrossChainMessage>> portions =
        IntStream.range(0, 8).mapToObj(i -> messages.subList(i * 5, i * 5 + 5)).toList();
    try {
      for (int i = 0; i < portions.size(); i++) {
        enqueue(portions.get(i).stream().map(LaneTest::deliver).toArray(Work[]::new));
        LaneWorkers from = i % 2 == 0 ? workers : second;
        LaneWorkers to = i % 2 == 0 ? second : workers;
        from.stop(List.of(BETA));
        to.start(List.of(BETA));
        to.start(List.of(SECOND));
        from.stop(List.of(SECOND));
      }
      awaitOnce(messages);
    } finally {
      second.stopAll();
    }
    assertThat(alarm()).isEmpty();
    assertThat(report(BETA).nonces().foreign()).isZero();
  }

  @Test
  void aKeyWithoutFundsLeavesItsWorkToOthersAndTheTreasuryTopsItUpWithinItsLimit() {
    Anvil node = CHAINS.deployed().node("Beta");
    node.rpc("anvil_setBalance", Accounts.REFUNDER.hex(), "0x0");
    await().until(() -> report(BETA).alarms().contains("KEY_WITHOUT_FUNDS"));
    workers.start(List.of(SECOND));
    CrossChainMessage message = CHAINS.send(119, 0);
    enqueue(deliver(message));
    awaitOnce(List.of(message));
    assertThat(lanesOf(List.of(message))).containsExactly(SECOND.toString());

    workers.start(List.of(TREASURY));
    await().until(() -> toppedUp() == 1);
    await().until(() -> report(BETA).alarms().isEmpty());
    CHAINS.makeFinal();
    TransactionPaid topUp = awaitPaid(it -> it.purpose() == TransactionEvent.Purpose.TOP_UP);
    assertThat(topUp.to()).isEqualTo(Accounts.REFUNDER);
    assertThat(topUp.value()).isEqualTo(Wei.parse("1000000000000000000"));
    assertThat(CHAINS.beta().balance(Accounts.REFUNDER))
        .isEqualTo(Wei.parse("1000000000000000000"));
    assertThat(
            jdbc.sql("SELECT cost FROM top_up WHERE state = 'MINED'")
                .query(BigDecimal.class)
                .single())
        .isPositive();

    node.rpc("anvil_setBalance", Accounts.REFUNDER.hex(), "0x1");
    await().until(() -> report(BETA).alarms().contains("LOW_BALANCE"));
    await().during(NO_TIME).until(() -> toppedUp() == 1);
    node.rpc("anvil_setBalance", Accounts.REFUNDER.hex(), "0x21e19e0c9bab2400000");
    await().until(() -> report(BETA).alarms().isEmpty());
  }

  @Test
  void everyNonceOfAnAccountIsToldOnceInItsOrderWithWhatItPaid() {
    CrossChainMessage message = CHAINS.send(130, 0);
    enqueue(deliver(message));
    await().until(() -> state(message.txid()).equals("MINED"));
    workers.stop(List.of(BETA));
    useElsewhere();
    CHAINS.makeFinal();

    TransactionPaid delivery = awaitPaid(it -> it.members().contains(message.txid()));
    Receipt receipt = awaitReceipt(delivery.txHash());
    assertThat(delivery.purpose()).isEqualTo(TransactionEvent.Purpose.DELIVER);
    assertThat(delivery.account()).isEqualTo(Accounts.REFUNDER);
    assertThat(delivery.succeeded()).isTrue();
    assertThat(delivery.fee()).isEqualTo(receipt.fee());
    assertThat(delivery.to()).isEqualTo(CHAINS.beta().settings().settlement());
    TransactionPaid foreign =
        awaitPaid(
            it ->
                it.purpose() == TransactionEvent.Purpose.FOREIGN
                    && it.nonce() == delivery.nonce() + 1);
    assertThat(foreign.value()).isEqualTo(Wei.of(1));
    assertThat(foreign.to()).isEqualTo(Accounts.STRANGER);

    List<AccountOpened> opened =
        kafka.facts(
            Topics.TRANSACTION_EVENTS,
            AccountOpened.class,
            it -> isBeta(it) && it.account().equals(Accounts.REFUNDER));
    assertThat(opened).hasSize(1);
    List<Long> nonces =
        kafka
            .facts(
                Topics.TRANSACTION_EVENTS,
                TransactionPaid.class,
                it -> isBeta(it) && it.account().equals(Accounts.REFUNDER))
            .stream()
            .map(TransactionPaid::nonce)
            .toList();
    assertThat(nonces)
        .containsExactlyElementsOf(
            LongStream.range(opened.getFirst().nonce(), opened.getFirst().nonce() + nonces.size())
                .boxed()
                .toList());
  }

  @Test
  void aTreeOfReceiptsIsPublishedOnceWhoeverAsksAgain() {
    EvmAddress vault = CHAINS.beta().settings().gasService();
    Hash root = new Hash("0x" + "77".repeat(32));
    ReceiptsBuilt built =
        new ReceiptsBuilt(BETA.chain(), vault, root, 3, "https://example.org/r", Instant.EPOCH);

    kafka.send(built);
    kafka.send(built);
    await().until(() -> publication(root.hex()).equals("MINED"));
    jdbc.sql("UPDATE publication SET state = 'ASKED' WHERE name = ?").param(root.hex()).update();
    await().until(() -> publication(root.hex()).equals("MINED"));

    long head = CHAINS.beta().head(FinalityTag.LATEST).number();
    assertThat(
            CHAINS
                .beta()
                .logs(0, head, List.of(vault), List.of(GasServiceAbi.RECEIPTS_PUBLISHED))
                .stream()
                .map(GasServiceAbi::published))
        .containsExactly(new GasServiceAbi.Published(root, 3));
    CHAINS.makeFinal();
    TransactionPaid paid =
        awaitPaid(it -> it.purpose() == TransactionEvent.Purpose.PUBLISH_RECEIPTS);
    assertThat(paid.to()).isEqualTo(vault);
    assertThat(paid.members()).isEmpty();
  }

  @Test
  void whatAContractRefusesIsCountedAndTriedAgainLater() {
    EvmAddress stranger = CHAINS.beta().settings().verifier();
    String name = "refused";
    byte[] nothingItKnows = {1, 2, 3, 4};
    double before = unpublished();

    transactions.executeWithoutResult(
        status ->
            crew.publications()
                .add(
                    new Publication(
                        BETA.chain(), Errand.PUBLISH_RECEIPTS, stranger, name, nothingItKnows),
                    Instant.now()));

    await().until(() -> attemptsToPublish(name) == 1);
    assertThat(publication(name)).isEqualTo("ASKED");
    assertThat(unpublished()).isEqualTo(before + 1);
    jdbc.sql("DELETE FROM publication WHERE name = ?").param(name).update();
  }

  private int attemptsToPublish(String name) {
    return jdbc.sql("SELECT attempts FROM publication WHERE name = ?")
        .param(name)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  private double unpublished() {
    return meters.find("settlement.lane.unpublished").counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  @Test
  void ofSignedPricesOnlyTheNewestArePublished() {
    TestPrices.allowSigner(CHAINS);
    long round = Instant.now().getEpochSecond();
    PricesSigned newest = TestPrices.signed(CHAINS, round);
    PricesSigned older = TestPrices.signed(CHAINS, round - 10);

    transactions.executeWithoutResult(status -> publications.onPrices(List.of(newest, older)));

    await().until(() -> publication(Long.toString(round)).equals("MINED"));
    assertThat(publication(Long.toString(round - 10))).isEqualTo("OUTDATED");
    String hash =
        jdbc.sql(
                "SELECT s.tx_hash FROM submission s JOIN publication p ON p.submission = s.id"
                    + " WHERE p.name = ?")
            .param(Long.toString(round))
            .query(String.class)
            .single();
    Receipt receipt = awaitReceipt(new Hash(hash));
    assertThat(receipt.success()).isTrue();
    assertThat(receipt.logs())
        .singleElement()
        .satisfies(log -> assertThat(log.topics()).hasSizeGreaterThan(1));
  }

  @Test
  void anArtifactIsPausedOnceByTheLaneThatIsItsGuardianAndNoOtherArtifactIs() {
    TestArtifact unsound = TestArtifact.deploy(CHAINS, Accounts.SECOND);
    TestArtifact sound = TestArtifact.deploy(CHAINS, Accounts.SECOND);
    workers.start(List.of(SECOND));
    MintingPauseWanted order = pauseWanted("unsound", unsound, 1);

    kafka.send(order);
    kafka.send(order);

    MintingPauseReported sent = reported("unsound", 1, Progress.SENT);
    assertThat(sent.guardian()).isEqualTo(Accounts.SECOND);
    assertThat(reported("unsound", 1, Progress.PAUSED).txHash()).isEqualTo(sent.txHash());
    assertThat(unsound.isPaused()).isTrue();
    assertThat(sound.isPaused()).isFalse();
    sound.mint();
    CHAINS.makeFinal();
    TransactionPaid paid = awaitPaid(it -> unsound.address().equals(it.to()));
    assertThat(paid.purpose()).isEqualTo(TransactionEvent.Purpose.PAUSE_MINTING);
    assertThat(paid.account()).isEqualTo(Accounts.SECOND);

    kafka.send(pauseWanted("unsound", unsound, 2));

    assertThat(reported("unsound", 2, Progress.PAUSED).txHash()).isNull();
    assertThat(unsound.pauses()).isEqualTo(1);
    assertThat(publication("2 unsound")).isEqualTo("MINED");
  }

  @Test
  void aPauseWaitsForItsOwnLimitAloneAndNeverBehindWorkThatWaitsForCheaperGas() {
    Anvil node = CHAINS.deployed().node("Beta");
    TestArtifact unsound = TestArtifact.deploy(CHAINS, Accounts.SECOND);
    List<CrossChainMessage> stuck = List.of(CHAINS.send(131, 0), CHAINS.send(132, 0));
    workers.stop(List.of(BETA));
    workers.start(List.of(SECOND));
    node.rpc("evm_setAutomine", false);
    try {
      for (CrossChainMessage asManyAsMayBeInFlight : stuck) {
        enqueue(deliver(asManyAsMayBeInFlight));
        await().until(() -> state(asManyAsMayBeInFlight.txid()).equals("SENT"));
      }
      node.rpc("anvil_setNextBlockBaseFeePerGas", "0x82f79cd9000");
      node.rpc("evm_setIntervalMining", 1);
      await().until(() -> report(SECOND).alarms().contains("GAS_PRICE"));
      kafka.send(pauseWanted("dear", unsound, 1));

      Hash txHash = Objects.requireNonNull(reported("dear", 1, Progress.PAUSED).txHash());
      assertThat(awaitReceipt(txHash).effectiveGasPrice())
          .as(
              "max-fee is less, and nine thousand gwei were asked before they fell to"
                  + " pause-max-fee")
          .isBetween(Wei.parse("200000000001"), Wei.parse("6000000000000"));
      assertThat(unsound.isPaused()).isTrue();
      assertThat(stuck).allMatch(one -> deliveriesOf(one.txid()) == 0);
    } finally {
      node.rpc("evm_setIntervalMining", 0);
      node.rpc("anvil_setNextBlockBaseFeePerGas", "0x3b9aca00");
      node.rpc("evm_setAutomine", true);
      node.rpc("evm_mine");
    }

    await().until(() -> stuck.stream().allMatch(one -> state(one.txid()).equals("MINED")));
    assertThat(stuck).allMatch(one -> deliveriesOf(one.txid()) == 1);
  }

  @Test
  void anArtifactThatNoLaneMayPauseIsAnAlarmUntilItsBooksBalance() {
    TestArtifact unguarded = TestArtifact.deploy(CHAINS, Accounts.STRANGER);

    kafka.send(pauseWanted("unguarded", unguarded, 1));

    assertThat(reported("unguarded", 1, Progress.NO_GUARDIAN).txHash()).isNull();
    assertThat(meters.get("settlement.guardian.orders").gauge().value()).isEqualTo(1);
    assertThat(meters.get("settlement.guardian.unguarded").gauge().value()).isEqualTo(1);
    assertThat(guardians.health().getDetails())
        .containsEntry("Beta:" + unguarded.address(), "NO_GUARDIAN");

    kafka.send(new ImbalanceCleared("unguarded", Instant.EPOCH));

    await().until(() -> publication("1 unguarded").equals("OUTDATED"));
    assertThat(unguarded.isPaused()).isFalse();
    await().until(() -> meters.get("settlement.guardian.unguarded").gauge().value(), it -> it == 0);
  }

  private static MintingPauseWanted pauseWanted(
      String artifact, TestArtifact contract, long order) {
    return new MintingPauseWanted(
        artifact, BETA.chain(), contract.address(), order, "one is missing", Instant.EPOCH);
  }

  private MintingPauseReported reported(String artifact, long order, Progress progress) {
    return kafka.await(
        Topics.PAUSE_EVENTS,
        MintingPauseReported.class,
        it -> it.artifact().equals(artifact) && it.order() == order && it.progress() == progress);
  }

  private String publication(String name) {
    return jdbc.sql("SELECT state FROM publication WHERE name = ?")
        .param(name)
        .query(String.class)
        .optional()
        .orElse("");
  }

  private TransactionPaid awaitPaid(Predicate<TransactionPaid> which) {
    return kafka.await(
        Topics.TRANSACTION_EVENTS, TransactionPaid.class, it -> isBeta(it) && which.test(it));
  }

  private static boolean isBeta(TransactionEvent fact) {
    return fact.chain().equals(BETA.chain());
  }

  @Test
  void aLaneOfALegacyChainSendsTransactionsOfTypeZero() {
    CrossChainMessage message = CHAINS.send(120, 0);
    CHAINS.deliver(List.of(message));

    enqueue(callBack(message));

    await().until(() -> state(message.txid()).equals("MINED"));
    String hash = transactionOf(message.txid());
    assertThat(
            CHAINS
                .deployed()
                .node("Alpha")
                .rpc("eth_getTransactionByHash", hash)
                .get("type")
                .asString())
        .isEqualTo("0x0");
  }

  @Test
  void aDeliveryThatRevertsIsDoneWhenTheDestinationHasReceivedTheMessage() {
    workers.stop(List.of(BETA));
    Anvil node = CHAINS.deployed().node("Beta");
    EvmAddress settlement = CHAINS.beta().settings().settlement();
    CrossChainMessage message = CHAINS.send(109, 0);
    CrossChainMessage unsent = CHAINS.send(121, 0);
    enqueue(deliver(message));
    signWithoutBroadcasting();
    String code = node.rpc("eth_getCode", settlement.hex(), "latest").asString();
    // Short calls, such as questions, are answered with 2, which is Success; long ones revert.
    String revertsAndSaysReceived = "0x366101001060105760025f5260205ff35b5f5ffd";
    node.rpc("anvil_setCode", settlement.hex(), revertsAndSaysReceived);
    try {
      enqueue(deliver(unsent));
      workers.start(List.of(BETA));
      await().until(() -> state(message.txid()).equals("MINED"));
      await().until(() -> reason(unsent.txid()).equals(Fates.DONE_ELSEWHERE));
    } finally {
      node.rpc("anvil_setCode", settlement.hex(), code);
      jdbc.sql("UPDATE intent SET state = 'DONE' WHERE txid = ?")
          .param(unsent.txid().hex())
          .update();
    }
    assertThat(submissionsOf(message.txid())).isEqualTo(1);
    assertThat(deliveriesOf(message.txid())).isZero();
    assertThat(attemptsOf(unsent.txid())).isEmpty();
  }

  @Test
  void manyMessagesShareFewTransactions() {
    workers.stop(List.of(BETA));
    List<CrossChainMessage> messages = send(200, 10);
    enqueue(messages.stream().map(LaneTest::deliver).toArray(Work[]::new));

    workers.start(List.of(BETA));

    await().until(() -> messages.stream().allMatch(it -> state(it.txid()).equals("MINED")));
    assertThat(messages.stream().mapToLong(it -> deliveriesOf(it.txid())).sum())
        .isEqualTo(messages.size());
    assertThat(
            jdbc.sql("SELECT count(DISTINCT submission) FROM intent WHERE txid = ANY(?)")
                .param(messages.stream().map(it -> it.txid().hex()).toArray(String[]::new))
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void nothingIsSentToAStoppedChainUntilTheStopEnds() {
    CrossChainMessage message = CHAINS.send(125, 0);
    crew.stops().stop(Scope.CHAIN, "Beta", Reason.PAUSED, "maintenance", "test");
    try {
      enqueue(deliver(message));
      await().during(NO_TIME).until(() -> state(message.txid()).equals("READY"));
      assertThat(attemptsOf(message.txid())).isEmpty();
    } finally {
      crew.stops().resume(Scope.CHAIN, "Beta", Reason.PAUSED, "over", "test");
    }
    awaitOnce(List.of(message));
  }

  @Test
  void aMessageWhoseRouteIsStoppedIsPutAsideWithTheReason() {
    CrossChainMessage message = CHAINS.send(126, 0);
    String route = CHAINS.route().toString();
    crew.stops().stop(Scope.ROUTE, route, Reason.PAUSED, "maintenance", "test");
    try {
      enqueue(deliver(message));
      await().until(() -> reason(message.txid()).equals("PAUSED"));
      assertThat(state(message.txid())).isEqualTo("READY");
      assertThat(attemptsOf(message.txid())).isEmpty();
    } finally {
      crew.stops().resume(Scope.ROUTE, route, Reason.PAUSED, "over", "test");
    }
    jdbc.sql("UPDATE intent SET ready_at = now() WHERE txid = ?")
        .param(message.txid().hex())
        .update();
    awaitOnce(List.of(message));
  }

  @Test
  void aLaneWhoseSignerIsDownWaitsAndGoesOnWithTheSameNonce() {
    workers.stop(List.of(BETA));
    CrossChainMessage before = CHAINS.send(122, 0);
    enqueue(deliver(before));
    workers.start(List.of(SECOND));
    awaitOnce(List.of(before));
    long nonce = nonceOf(before.txid());
    CrossChainMessage message = CHAINS.send(123, 0);
    SIGNER.goDown();
    try {
      enqueue(deliver(message));
      await().until(() -> report(SECOND).alarms().contains(SignerRest.SIGNER_SILENT));
      assertThat(reason(message.txid())).isEqualTo("RPC");
      assertThat(text("SELECT detail FROM intent WHERE txid = ?", message.txid()))
          .contains(SIGNER.url().toString(), "does not answer");
      assertThat(state(message.txid())).as("any lane may take it").isEqualTo("READY");
      assertThat(report(SECOND).nonces().next()).isEqualTo(nonce + 1);
    } finally {
      SIGNER.comeBack();
    }

    awaitOnce(List.of(message));
    assertThat(lanesOf(List.of(message))).containsExactly(SECOND.toString());
    assertThat(nonceOf(message.txid())).isEqualTo(nonce + 1);
    await().until(() -> report(SECOND).alarms().isEmpty());
  }

  @Test
  void workOfALaneWhoseSignerIsDownGoesWithAnother() {
    workers.stop(List.of(BETA));
    CrossChainMessage message = CHAINS.send(124, 0);
    SIGNER.goDown();
    try {
      enqueue(deliver(message));
      workers.start(List.of(SECOND));
      await().until(() -> reason(message.txid()).equals("RPC"));
      workers.start(List.of(BETA));
      awaitOnce(List.of(message));
    } finally {
      SIGNER.comeBack();
    }
    assertThat(lanesOf(List.of(message))).containsExactly(BETA.toString());
  }

  /** As gas-service says of a prepayment, before it said how much gas that is for. */
  private void prepay(CrossChainMessage message, Wei deliveryPrice) {
    prepay(message, deliveryPrice, null);
  }

  private void prepay(CrossChainMessage message, Wei deliveryPrice, @Nullable Long units) {
    jdbc.sql(
            "INSERT INTO message (txid, delivery_price, delivery_units, updated_at)"
                + " VALUES (?, ?, ?, now())")
        .params(Arrays.asList(message.txid().hex(), deliveryPrice.value(), units))
        .update();
  }

  /** Of the newest block; that of the next one follows from it. */
  private static void baseFee(Anvil node, Wei fee) {
    node.rpc("anvil_setNextBlockBaseFeePerGas", "0x" + fee.value().toString(16));
    node.rpc("evm_mine");
  }

  private static Wei gwei(long amount) {
    return Wei.of(amount * 1_000_000_000);
  }

  /** What the lane offered for a unit of gas when it looked at its chain last. */
  private Wei offered(LaneId lane) {
    return Objects.requireNonNull(report(lane).purse().maxFee());
  }

  private static Wei offerNow() {
    return Fees.of(CHAINS.beta().fees(50)).max();
  }

  private String transactionOf(TxId txid) {
    return text(
        "SELECT s.tx_hash FROM submission s JOIN intent i ON i.submission = s.id"
            + " WHERE i.txid = ?",
        txid);
  }

  private Wei feeCapOf(TxId txid) {
    return jdbc.sql(
            "SELECT s.fee_cap FROM submission s JOIN intent i ON i.submission = s.id"
                + " WHERE i.txid = ?")
        .param(txid.hex())
        .query((row, n) -> new Wei(row.getBigDecimal("fee_cap").toBigIntegerExact()))
        .single();
  }

  private static List<CrossChainMessage> send(int firstAmount, int count) {
    return IntStream.range(0, count).mapToObj(i -> CHAINS.send(firstAmount + i, 0)).toList();
  }

  private void awaitOnce(List<CrossChainMessage> messages) {
    await().until(() -> messages.stream().allMatch(it -> state(it.txid()).equals("MINED")));
    Map<TxId, Long> deliveries = deliveries();
    assertThat(messages).allMatch(it -> deliveries.getOrDefault(it.txid(), 0L) == 1);
  }

  private static void useElsewhere() {
    CHAINS.transact("Beta", Accounts.REFUNDER, Accounts.STRANGER, new byte[0], 1);
  }

  private LaneReport report(LaneId lane) {
    return LaneReport.all(jdbc, crew.settings()).stream()
        .filter(report -> report.lane().equals(lane))
        .findFirst()
        .orElseThrow();
  }

  private List<String> lanesOf(List<CrossChainMessage> messages) {
    return jdbc.sql("SELECT DISTINCT lane FROM intent WHERE txid = ANY(?)")
        .param(messages.stream().map(it -> it.txid().hex()).toArray(String[]::new))
        .query((row, n) -> row.getString("lane"))
        .list();
  }

  private long toppedUp() {
    return jdbc.sql("SELECT count(*) FROM top_up WHERE state = 'MINED'").query(Long.class).single();
  }

  private static Work.CallBack callBack(CrossChainMessage message) {
    var alpha = CHAINS.alpha().settings();
    Hash digest =
        Digests.callback(
            message.txid(),
            message.to(),
            message.from(),
            Outcome.SUCCESS,
            alpha.chainId(),
            alpha.settlement());
    return new Work.CallBack(
        message.txid(), message.to(), message.from(), Outcome.SUCCESS, signed(digest));
  }

  private static String signed(Hash digest) {
    Map<EvmAddress, byte[]> signatures = new HashMap<>();
    for (var key : List.of(TestKeys.VALIDATOR_1, TestKeys.VALIDATOR_2)) {
      signatures.put(key.address(), key.sign(digest));
    }
    return Hex.encode(Signatures.bundle(signatures));
  }

  private void enqueue(Work... works) {
    transactions.executeWithoutResult(status -> queue.enqueue(List.of(works)));
  }

  private Flight signWithoutBroadcasting() {
    Lane lane = lanes.lane(BETA).orElseThrow();
    Lease lease = leases.acquire(lane).orElseThrow();
    Flight signed = crew.dispatch().sign(lane, lease, claim(lane, lease), price()).orElseThrow();
    leases.release(lease);
    return signed;
  }

  private List<Work> claim(Lane lane, Lease lease) {
    return store.fenced(
        lease,
        held -> {
          IntentTable.Load load =
              store
                  .intents()
                  .ready(lane.id().chain(), Set.of(), Wei.ZERO, clock.instant())
                  .getFirst();
          return store
              .intents()
              .claim(lane.id(), load, 10, 4, Wei.ZERO, Instant.EPOCH, clock.instant())
              .stream()
              .map(IntentTable.Claimed::work)
              .toList();
        });
  }

  private static Dispatch.Price price() {
    return new Dispatch.Price(Fees.of(CHAINS.beta().fees()), false, null);
  }

  private static Work.Deliver deliver(CrossChainMessage message) {
    var beta = CHAINS.beta().settings();
    Hash digest = Digests.receive(message, beta.chainId(), beta.settlement());
    return new Work.Deliver(message, signed(digest));
  }

  private static Receipt awaitReceipt(Hash hash) {
    return await()
        .until(() -> CHAINS.beta().receipts(List.of(hash)).get(hash), receipt -> receipt != null);
  }

  private static long deliveriesOf(TxId txid) {
    return deliveries().getOrDefault(txid, 0L);
  }

  private static Map<TxId, Long> deliveries() {
    long head = CHAINS.beta().head(FinalityTag.LATEST).number();
    return CHAINS
        .beta()
        .logs(
            0,
            head,
            List.of(CHAINS.beta().settings().settlement()),
            List.of(SettlementAbi.HANDLE_RESULT))
        .stream()
        .collect(
            Collectors.groupingBy(
                log -> SettlementAbi.handleResult(log).txid(), Collectors.counting()));
  }

  private String reason(TxId txid) {
    return text("SELECT coalesce(reason, '') FROM intent WHERE txid = ?", txid);
  }

  private long nonceOf(TxId txid) {
    return jdbc.sql(
            "SELECT s.nonce FROM submission s JOIN intent i ON i.submission = s.id WHERE i.txid ="
                + " ?")
        .param(txid.hex())
        .query(Long.class)
        .single();
  }

  private String state(TxId txid) {
    return text("SELECT state FROM intent WHERE txid = ?", txid);
  }

  private String blockOf(TxId txid) {
    return text(
        "SELECT s.block_hash FROM submission s JOIN intent i ON i.submission = s.id"
            + " WHERE i.txid = ?",
        txid);
  }

  private List<Long> attemptsOf(TxId txid) {
    return jdbc.sql(
            """
            SELECT a.max_fee FROM attempt a JOIN intent i ON i.submission = a.submission
             WHERE i.txid = ? ORDER BY a.max_fee
            """)
        .param(txid.hex())
        .query((row, n) -> row.getLong("max_fee"))
        .list();
  }

  private long submissionsOf(TxId txid) {
    return jdbc.sql(
            """
            SELECT count(*) FROM submission
             WHERE nonce = (SELECT s.nonce FROM submission s JOIN intent i ON i.submission = s.id
                             WHERE i.txid = ?) AND lane = ?
            """)
        .params(txid.hex(), BETA.toString())
        .query(Long.class)
        .single();
  }

  private long submissionsAt(long nonce) {
    return jdbc.sql("SELECT count(*) FROM submission WHERE lane = ? AND nonce = ?")
        .params(BETA.toString(), nonce)
        .query(Long.class)
        .single();
  }

  private String text(String sql, TxId txid) {
    return jdbc.sql(sql).param(txid.hex()).query(String.class).optional().orElse("");
  }

  private String alarm() {
    return jdbc.sql("SELECT coalesce(alarm, '') FROM lane WHERE lane = ?")
        .param(BETA.toString())
        .query(String.class)
        .single();
  }

  private boolean working(LaneId lane) {
    return jdbc.sql("SELECT lease_until > now() FROM lane WHERE lane = ?")
        .param(lane.toString())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  private static ConditionFactory await() {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(NO_TIME.dividedBy(10));
  }
}
