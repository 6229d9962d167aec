// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.chain.FinalityTag;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.Digests;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.chain.contract.Signatures;
import io.settlement.events.MessageEvent.MessageParked;
import io.settlement.events.Topics;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.LaneId;
import io.settlement.events.value.TxId;
import io.settlement.kit.test.Anvil;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import io.settlement.relayer.chain.Fees;
import io.settlement.relayer.chain.keys.TestKeys;
import io.settlement.relayer.world.Accounts;
import io.settlement.relayer.world.Submitter;
import io.settlement.relayer.world.TwoChains;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
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
      "settlement.relayer.courier.receipts=50ms",
      "settlement.relayer.courier.finality=100ms",
      "settlement.relayer.courier.resubmit-after=1s",
      "settlement.relayer.courier.max-attempts=2",
      "settlement.relayer.courier.lease=2s"
    })
class LaneTest {
  private static final TwoChains CHAINS = new TwoChains();
  private static final LaneId BETA = LaneId.parse("Beta/0");
  private static final Duration NO_TIME = Duration.ofMillis(600);

  @Autowired private LaneQueue queue;
  @Autowired private Lanes lanes;
  @Autowired private LaneWorkers workers;
  @Autowired private LeaseTable leases;
  @Autowired private LaneStore store;
  @Autowired private Crew crew;
  @Autowired private KafkaProbe kafka;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transactions;
  @Autowired private Clock clock;

  @DynamicPropertySource
  static void chains(DynamicPropertyRegistry properties) {
    CHAINS.register(properties, FinalityTag.FINALIZED);
    Submitter.register(properties);
  }

  @AfterAll
  static void close() {
    CHAINS.close();
  }

  @BeforeEach
  void work() {
    await().until(() -> working(BETA));
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
    IntentTable.Load load = store.intents().ready(BETA, clock.instant()).getFirst();

    assertThatThrownBy(() -> crew.dispatch().sign(lane, former, load, fees()))
        .isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> leases.renew(former)).isInstanceOf(LeaseLost.class);
    assertThat(state(message.txid())).isEqualTo("READY");

    leases.release(owner);
    workers.start(List.of(BETA));
    await().until(() -> state(message.txid()).equals("MINED"));
  }

  @Test
  void aMemberThatFailsHurtsNobodyElseAndIsParkedAfterItsLastAttempt() {
    CrossChainMessage good = CHAINS.send(103, 0);
    CrossChainMessage bad = CHAINS.send(104, 0);
    Work.Deliver unsigned = new Work.Deliver(bad, Hex.encode(new byte[Signatures.BYTES * 2]));

    enqueue(unsigned, deliver(good));

    await().until(() -> state(good.txid()).equals("MINED"));
    assertThat(state(bad.txid())).isEqualTo("READY");
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
  void aKeyThatWasUsedElsewhereParksItsLaneUntilAnOperatorResumesIt() {
    workers.stop(List.of(BETA));
    CHAINS.transact("Beta", Accounts.REFUNDER, Accounts.STRANGER, new byte[0], 1);
    CrossChainMessage message = CHAINS.send(107, 0);
    enqueue(deliver(message));

    workers.start(List.of(BETA));
    await().until(() -> alarm().equals("FOREIGN_NONCE"));
    assertThat(state(message.txid())).isEqualTo("READY");

    assertThat(leases.resume(BETA)).isTrue();
    await().until(() -> state(message.txid()).equals("MINED"));
    assertThat(alarm()).isEmpty();
  }

  @Test
  void whatWasSignedForANonceThatOthersUsedIsSentAgainAfterwards() {
    workers.stop(List.of(BETA));
    CrossChainMessage message = CHAINS.send(108, 0);
    enqueue(deliver(message));
    Flight signed = signWithoutBroadcasting();
    CHAINS.transact("Beta", Accounts.REFUNDER, Accounts.STRANGER, new byte[0], 1);

    workers.start(List.of(BETA));
    await().until(() -> alarm().equals("FOREIGN_NONCE"));
    assertThat(leases.resume(BETA)).isTrue();

    await().until(() -> state(message.txid()).equals("MINED"));
    assertThat(CHAINS.beta().receipts(signed.hashes())).isEmpty();
    assertThat(deliveriesOf(message.txid())).isEqualTo(1);
  }

  @Test
  void aDeliveryThatRevertsIsDoneWhenTheDestinationHasReceivedTheMessage() {
    Anvil node = CHAINS.deployed().node("Beta");
    EvmAddress settlement = CHAINS.beta().settings().settlement();
    CrossChainMessage message = CHAINS.send(109, 0);
    String code = node.rpc("eth_getCode", settlement.hex(), "latest").asString();
    // Short calls, such as questions, are answered with 2, which is Success; long ones revert.
    String revertsAndSaysReceived = "0x366101001060105760025f5260205ff35b5f5ffd";
    node.rpc("anvil_setCode", settlement.hex(), revertsAndSaysReceived);
    try {
      enqueue(deliver(message));
      await().until(() -> state(message.txid()).equals("MINED"));
    } finally {
      node.rpc("anvil_setCode", settlement.hex(), code);
    }
    assertThat(submissionsOf(message.txid())).isEqualTo(1);
    assertThat(deliveriesOf(message.txid())).isZero();
  }

  @Test
  void manyMessagesShareFewTransactions() {
    workers.stop(List.of(BETA));
    List<CrossChainMessage> messages =
        IntStream.range(0, 20).mapToObj(i -> CHAINS.send(200 + i, 0)).toList();
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

  private void enqueue(Work... works) {
    transactions.executeWithoutResult(status -> queue.enqueue(List.of(works)));
  }

  private Flight signWithoutBroadcasting() {
    Lane lane = lanes.lane(BETA).orElseThrow();
    Lease lease = leases.acquire(lane).orElseThrow();
    IntentTable.Load load = store.intents().ready(BETA, clock.instant()).getFirst();
    Flight signed = crew.dispatch().sign(lane, lease, load, fees()).orElseThrow();
    leases.release(lease);
    return signed;
  }

  private static Fees fees() {
    return Fees.of(CHAINS.beta().fees());
  }

  private static Work.Deliver deliver(CrossChainMessage message) {
    var beta = CHAINS.beta().settings();
    Hash digest = Digests.receive(message, beta.chainId(), beta.settlement());
    Map<EvmAddress, byte[]> signatures = new HashMap<>();
    for (var key : List.of(TestKeys.VALIDATOR_1, TestKeys.VALIDATOR_2)) {
      signatures.put(key.address(), key.sign(digest));
    }
    return new Work.Deliver(message, Hex.encode(Signatures.bundle(signatures)));
  }

  private static Receipt awaitReceipt(Hash hash) {
    return await()
        .until(() -> CHAINS.beta().receipts(List.of(hash)).get(hash), receipt -> receipt != null);
  }

  private static long deliveriesOf(TxId txid) {
    long head = CHAINS.beta().head(FinalityTag.LATEST).number();
    return CHAINS
        .beta()
        .logs(
            0,
            head,
            List.of(CHAINS.beta().settings().settlement()),
            List.of(SettlementAbi.HANDLE_RESULT))
        .stream()
        .filter(log -> SettlementAbi.handleResult(log).txid().equals(txid))
        .count();
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
