// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.FinalityTag;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.Digests;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.chain.contract.Signatures;
import io.settlement.chain.keys.SigningServer;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.Topics;
import io.settlement.events.TransactionEvent;
import io.settlement.events.TransactionEvent.TransactionPaid;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.LaneId;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import io.settlement.relayer.chain.Fees;
import io.settlement.relayer.world.Submitter;
import io.settlement.relayer.world.TwoChains;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lanes that send to real chains: one on Alpha, two and a treasury on Beta, of which the first one
 * works and the others where a test says so. All tests share one context and two chains, which end
 * with the process.
 */
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
abstract class LaneScene {
  static final TwoChains CHAINS = new TwoChains();
  static final SigningServer SIGNER = Submitter.signerOfSecond();
  static final LaneId BETA = LaneId.parse("Beta/0");
  static final LaneId SECOND = LaneId.parse("Beta/1");
  static final LaneId TREASURY = LaneId.parse("Beta/999");
  static final Duration NO_TIME = Duration.ofMillis(600);

  @Autowired LaneQueue queue;
  @Autowired Lanes lanes;
  @Autowired LaneWorkers workers;
  @Autowired LeaseTable leases;
  @Autowired LaneStore store;
  @Autowired Crew crew;
  @Autowired KafkaProbe kafka;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionOperations transactions;
  @Autowired Clock clock;

  @DynamicPropertySource
  static void chains(DynamicPropertyRegistry properties) {
    CHAINS.register(properties, FinalityTag.FINALIZED);
    Submitter.register(properties);
    Submitter.registerSecondAndTreasury(properties, SIGNER);
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

  static List<CrossChainMessage> send(int firstAmount, int count) {
    return IntStream.range(0, count).mapToObj(i -> CHAINS.send(firstAmount + i, 0)).toList();
  }

  static Work.Deliver deliver(CrossChainMessage message) {
    var beta = CHAINS.beta().settings();
    Hash digest = Digests.receive(message, beta.chainId(), beta.settlement());
    return new Work.Deliver(message, signed(digest));
  }

  static String signed(Hash digest) {
    Map<EvmAddress, byte[]> signatures = new HashMap<>();
    for (var key : List.of(TestKeys.VALIDATOR_1, TestKeys.VALIDATOR_2)) {
      signatures.put(key.address(), key.sign(digest));
    }
    return Hex.encode(Signatures.bundle(signatures));
  }

  void enqueue(Work... works) {
    transactions.executeWithoutResult(status -> queue.enqueue(List.of(works)));
  }

  /** Takes what is ready, as a lane does. */
  List<Work> claim(Lane lane, Lease lease) {
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

  static Dispatch.Price price() {
    return new Dispatch.Price(Fees.of(CHAINS.beta().fees()), false, null);
  }

  /** As an owner that is killed right after it signed. */
  Flight signWithoutBroadcasting() {
    Lane lane = lanes.lane(BETA).orElseThrow();
    Lease lease = leases.acquire(lane).orElseThrow();
    Flight signed = crew.dispatch().sign(lane, lease, claim(lane, lease), price()).orElseThrow();
    leases.release(lease);
    return signed;
  }

  static ConditionFactory await() {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(NO_TIME.dividedBy(10));
  }

  void awaitOnce(List<CrossChainMessage> messages) {
    await().until(() -> messages.stream().allMatch(it -> state(it.txid()).equals("MINED")));
    Map<TxId, Long> deliveries = deliveries();
    assertThat(messages).allMatch(it -> deliveries.getOrDefault(it.txid(), 0L) == 1);
  }

  static Receipt awaitReceipt(Hash hash) {
    return await()
        .until(() -> CHAINS.beta().receipts(List.of(hash)).get(hash), receipt -> receipt != null);
  }

  TransactionPaid awaitPaid(Predicate<TransactionPaid> which) {
    return kafka.await(
        Topics.TRANSACTION_EVENTS, TransactionPaid.class, it -> isBeta(it) && which.test(it));
  }

  static boolean isBeta(TransactionEvent fact) {
    return fact.chain().equals(BETA.chain());
  }

  LaneReport report(LaneId lane) {
    return LaneReport.all(jdbc, crew.settings()).stream()
        .filter(report -> report.lane().equals(lane))
        .findFirst()
        .orElseThrow();
  }

  String alarm() {
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

  String state(TxId txid) {
    return text("SELECT state FROM intent WHERE txid = ?", txid);
  }

  String reason(TxId txid) {
    return text("SELECT coalesce(reason, '') FROM intent WHERE txid = ?", txid);
  }

  String transactionOf(TxId txid) {
    return text(
        "SELECT s.tx_hash FROM submission s JOIN intent i ON i.submission = s.id"
            + " WHERE i.txid = ?",
        txid);
  }

  long nonceOf(TxId txid) {
    return jdbc.sql(
            "SELECT s.nonce FROM submission s JOIN intent i ON i.submission = s.id WHERE i.txid ="
                + " ?")
        .param(txid.hex())
        .query(Long.class)
        .single();
  }

  /** What was offered for a unit of gas, the least first. */
  List<Long> attemptsOf(TxId txid) {
    return jdbc.sql(
            """
            SELECT a.max_fee FROM attempt a JOIN intent i ON i.submission = a.submission
             WHERE i.txid = ? ORDER BY a.max_fee
            """)
        .param(txid.hex())
        .query((row, n) -> row.getLong("max_fee"))
        .list();
  }

  long submissionsOf(TxId txid) {
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

  String text(String sql, TxId txid) {
    return jdbc.sql(sql).param(txid.hex()).query(String.class).optional().orElse("");
  }

  static long deliveriesOf(TxId txid) {
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
}
