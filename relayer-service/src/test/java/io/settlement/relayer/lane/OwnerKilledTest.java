// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.events.MessageEvent.RefundPaid;
import io.settlement.events.Topics;
import io.settlement.events.TransactionEvent;
import io.settlement.events.TransactionEvent.TransactionPaid;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LaneId;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import io.settlement.relayer.account.OperatorAccounts;
import io.settlement.relayer.chain.Verdict;
import io.settlement.relayer.world.Accounts;
import io.settlement.relayer.world.Submitter;
import io.settlement.relayer.world.TestPrices;
import io.settlement.relayer.world.TwoChains;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A lane's owner that is killed right after it broadcast: nothing was written since it signed, and
 * its lease runs on. The observer tells what came of it.
 */
@SuiteTest(
    properties = {
      "settlement.relayer.roles=observer,courier",
      "settlement.relayer.courier.poll=50ms",
      "settlement.relayer.courier.receipts=50ms",
      "settlement.relayer.courier.finality=100ms",
      "settlement.relayer.courier.lease=2s",
      "settlement.relayer.accounts.look=200ms"
    })
class OwnerKilledTest {
  private static final TwoChains CHAINS = new TwoChains();
  private static final LaneId BETA = LaneId.parse("Beta/0");
  private static final Wei AMOUNT = Wei.of(3_000);

  @Autowired private LaneQueue queue;
  @Autowired private Lanes lanes;
  @Autowired private LaneWorkers workers;
  @Autowired private OperatorAccounts accounts;
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
  void takeTheLane() {
    await().until(() -> !owner().isEmpty());
    workers.stop(List.of(BETA));
  }

  @AfterEach
  void mineAgain() {
    CHAINS.deployed().node("Beta").rpc("evm_setAutomine", true);
  }

  @ParameterizedTest(name = "mined before the next owner comes: {0}")
  @ValueSource(booleans = {true, false})
  void aRefundIsPaidOnceAndToldOnce(boolean mined) {
    TxId txid = TxId.of(BigInteger.valueOf(mined ? 801 : 802));
    CHAINS.transact(
        "Beta", Accounts.STRANGER, vault(), GasServiceAbi.prepay(txid, Accounts.HOLDER), 5_000);
    transactions.executeWithoutResult(
        status ->
            queue.enqueue(
                List.of(new Work.Refund(txid, BETA.chain(), Accounts.HOLDER, AMOUNT, null))));
    CHAINS.deployed().node("Beta").rpc("evm_setAutomine", mined);

    Flight orphan = broadcastAndDie();

    assertThat(receiptOf(orphan) != null).isEqualTo(mined);
    workers.start(List.of(BETA));
    await().until(() -> !owner().equals("killed"));
    CHAINS.deployed().node("Beta").rpc("evm_setAutomine", true);
    CHAINS.deployed().node("Beta").mine(1);
    await().until(() -> stateOf(txid).equals("MINED"));
    CHAINS.makeFinal();

    RefundPaid told =
        kafka.await(Topics.MESSAGE_EVENTS, RefundPaid.class, it -> it.txid().equals(txid));
    assertThat(told.amount()).isEqualTo(AMOUNT);
    assertThat(told.cost().txHash()).isEqualTo(orphan.hashes().getFirst());
    awaitPaid(orphan);
    assertThat(refundsOf(txid)).isEqualTo(1);
    assertOnlyOneOf(orphan);
    assertThat(kafka.facts(Topics.MESSAGE_EVENTS, RefundPaid.class, it -> it.txid().equals(txid)))
        .hasSize(1);
    assertThat(paidFor(orphan)).hasSize(1);
  }

  @Test
  void signedPricesArePublishedOnceAndTheirTransactionIsToldOnce() {
    TestPrices.allowSigner(CHAINS);
    long round = Instant.now().getEpochSecond();
    kafka.send(TestPrices.signed(CHAINS, round));
    await().until(() -> publication(round).equals("ASKED"));

    Flight orphan = broadcastAndDie();

    workers.start(List.of(BETA));
    await().until(() -> publication(round).equals("MINED"));
    CHAINS.makeFinal();
    awaitPaid(orphan);
    assertOnlyOneOf(orphan);
    assertThat(paidFor(orphan))
        .singleElement()
        .returns(TransactionEvent.Purpose.PUBLISH_PRICES, TransactionPaid::purpose);
  }

  /** Another process up to and including the broadcast. It neither notes that nor gives back. */
  private Flight broadcastAndDie() {
    LeaseTable killed = new LeaseTable(jdbc, accounts, "killed", Duration.ofSeconds(2));
    LaneStore its =
        new LaneStore(
            killed,
            store.submissions(),
            store.intents(),
            store.own(),
            store.outbox(),
            store.transactions());
    Crew hands = new Crew(its, crew.hands(), crew.broadcaster(), crew.rules(), clock);
    Lane lane = lanes.lane(BETA).orElseThrow();
    LaneMeters meters = new LaneMeters(new SimpleMeterRegistry(), BETA);
    SignerRest rest = new SignerRest(lane, meters, clock);
    Purse purse = new Purse(lane, hands, meters);
    Loading loading =
        new PublicationLoading(
            lane, hands, rest, new MessageLoading(lane, hands, purse, rest, meters), meters);
    FeeDesk fees = new FeeDesk(lane.chain(), crew.settings().policy(BETA.chain()), clock);
    Lease lease = killed.acquire(lane).orElseThrow();
    Flight flight =
        Objects.requireNonNull(
            await()
                .until(
                    () -> {
                      killed.renew(lease);
                      return loading.next(lease, fees).flight();
                    },
                    Objects::nonNull));
    assertThat(crew.broadcaster().broadcast(BETA.chain(), flight.attempt().transaction()))
        .isEqualTo(Verdict.ACCEPTED);
    return flight;
  }

  /** The key signed nothing else for it, and nothing after it. */
  private void assertOnlyOneOf(Flight flight) {
    assertThat(submissionsAt(flight.nonce())).isEqualTo(1);
    EvmAddress key = lanes.lane(BETA).orElseThrow().key().address();
    assertThat(CHAINS.beta().transactionCount(key, false)).isEqualTo(flight.nonce() + 1);
    Receipt receipt = Objects.requireNonNull(receiptOf(flight));
    assertThat(receipt.success()).isTrue();
    assertThat(receipt.logs()).hasSize(1);
  }

  private static @Nullable Receipt receiptOf(Flight flight) {
    Hash hash = flight.hashes().getFirst();
    return CHAINS.beta().receipts(List.of(hash)).get(hash);
  }

  private void awaitPaid(Flight flight) {
    await().until(() -> !paidFor(flight).isEmpty());
  }

  private List<TransactionPaid> paidFor(Flight flight) {
    return kafka.facts(
        Topics.TRANSACTION_EVENTS,
        TransactionPaid.class,
        it -> it.txHash().equals(flight.hashes().getFirst()));
  }

  private static long refundsOf(TxId txid) {
    return CHAINS.beta().logs(0, head(), List.of(vault()), List.of(GasServiceAbi.REFUNDED)).stream()
        .filter(log -> GasServiceAbi.refunded(log).txid().equals(txid))
        .count();
  }

  private static long head() {
    return CHAINS.beta().head(FinalityTag.LATEST).number();
  }

  private static EvmAddress vault() {
    return CHAINS.beta().settings().gasService();
  }

  private String owner() {
    return jdbc.sql("SELECT coalesce(owner, '') FROM lane WHERE lane = ?")
        .param(BETA.toString())
        .query(String.class)
        .optional()
        .orElse("");
  }

  private String stateOf(TxId txid) {
    return jdbc.sql("SELECT state FROM intent WHERE txid = ?")
        .param(txid.hex())
        .query(String.class)
        .single();
  }

  private String publication(long round) {
    return jdbc.sql("SELECT state FROM publication WHERE name = ?")
        .param(Long.toString(round))
        .query(String.class)
        .optional()
        .orElse("");
  }

  private long submissionsAt(long nonce) {
    return jdbc.sql("SELECT count(*) FROM submission WHERE lane = ? AND nonce = ?")
        .params(BETA.toString(), nonce)
        .query(Long.class)
        .single();
  }

  private static ConditionFactory await() {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(60));
  }
}
