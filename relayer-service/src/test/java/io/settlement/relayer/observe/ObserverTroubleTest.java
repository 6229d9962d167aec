// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.BlockRef;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.Topics;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.Reason;
import io.settlement.kit.test.Anvil;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import io.settlement.relayer.limit.Scope;
import io.settlement.relayer.limit.Stops;
import io.settlement.relayer.world.Accounts;
import io.settlement.relayer.world.LateNode;
import io.settlement.relayer.world.TwoChains;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SuiteTest(
    properties = {
      "settlement.relayer.roles=observer",
      "settlement.relayer.observer.first-retry=50ms",
      "settlement.relayer.observer.last-retry=200ms",
      "settlement.relayer.observer.halted-recheck=100ms",
      "settlement.relayer.observer.reorg-confirmation=200ms",
      "settlement.relayer.observer.backfill-beyond=50",
      "settlement.relayer.observer.backfill-pause=50ms",
      "settlement.relayer.observer.hole-recheck=200ms",
      "settlement.relayer.observer.hole-alarm=0s"
    })
@TestMethodOrder(MethodOrderer.MethodName.class) // the chain that is down at start comes first
class ObserverTroubleTest {
  private static final TwoChains CHAINS = new TwoChains();
  private static final LateNode LATE = new LateNode(CHAINS.deployed().chain("Beta").rpcUrl());

  @Autowired private KafkaProbe kafka;
  @Autowired private JdbcClient jdbc;
  @Autowired private MeterRegistry meters;
  @Autowired private ObserverHealth health;
  @Autowired private Observers observers;
  @Autowired private ObservationController reports;
  @Autowired private Stops stops;

  @DynamicPropertySource
  static void chains(DynamicPropertyRegistry properties) {
    CHAINS.register(properties, FinalityTag.FINALIZED);
    properties.add("settlement.chains[1].rpc-urls", LATE::url);
    properties.add("settlement.chains[0].max-log-range", () -> 5);
  }

  @AfterAll
  static void close() {
    LATE.close();
    CHAINS.close();
  }

  @Test
  void aChainThatIsDownAtStartJoinsLaterAndHoldsNobodyUp() {
    awaitFinal(CHAINS.send(1, 0));
    Awaitility.await().until(() -> detail("Beta").startsWith("unreachable"));
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    assertThat(checkpoint("Beta")).isNegative();

    LATE.openOnce();

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> checkpoint("Beta") > 0 && detail("Beta").isEmpty());
  }

  @Test
  void logsThatCannotBeReadAreCountedAndHoldNobodyUp() {
    Anvil node = CHAINS.deployed().node("Alpha");
    EvmAddress settlement = CHAINS.deployed().chain("Alpha").settlement();
    String code = node.rpc("eth_getCode", settlement.hex(), "latest").asString();
    String emitsNothingButTheTopic =
        "0x7f" + SettlementAbi.MESSAGE.hex().substring(2) + "60006000a100";

    node.rpc("anvil_setCode", settlement.hex(), emitsNothingButTheTopic);
    CHAINS.transact("Alpha", Accounts.STRANGER, settlement, new byte[0], 0);
    node.rpc("anvil_setCode", settlement.hex(), code);

    awaitFinal(CHAINS.send(2, 0));
    assertThat(
            meters.get("settlement.observer.undecodable").tag("chain", "Alpha").counter().count())
        .isPositive();
  }

  @Test
  void aChainWhoseFinalBlocksWereReplacedIsStoppedUntilAnOperatorHasLooked() {
    awaitFinal(CHAINS.send(3, 0));
    String truth = setCheckpointHash("0x" + "22".repeat(32));
    CrossChainMessage unseen = CHAINS.send(4, 0);
    CHAINS.makeFinal();

    Awaitility.await().until(() -> health.health().getStatus().equals(Status.DOWN));
    assertThat(detail("Alpha")).contains("0x2222");
    assertThat(meters.get("settlement.observer.halted").tag("chain", "Alpha").gauge().value())
        .isEqualTo(1);
    assertThat(finals(unseen)).isZero();
    ChainName alpha = new ChainName("Alpha");
    assertThat(stops.now().everything(alpha)).isPresent();
    assertThat(reports.report(alpha).trouble()).anyMatch(why -> why.contains("0x2222"));

    setCheckpointHash(truth);
    Awaitility.await()
        .during(Duration.ofMillis(400))
        .until(() -> health.health().getStatus().equals(Status.DOWN));
    stops.resume(Scope.CHAIN, "Alpha", Reason.REORG, "the node was restored", "test");
    awaitFinal(unseen);
    Awaitility.await().until(() -> health.health().getStatus().equals(Status.UP));
  }

  @Test
  void whatLiesFarBelowTheHeadIsFilledInWhileTheHeadGoesOn() {
    awaitFinal(CHAINS.send(5, 0));
    observers.stop();
    long readBefore = checkpoint("Alpha");
    CrossChainMessage old = CHAINS.send(6, 1_000);
    CHAINS.deployed().node("Alpha").mine(200);
    CHAINS.deliver(List.of(old));
    long head = CHAINS.alpha().head(FinalityTag.FINALIZED).number();
    observers.start();
    Awaitility.await().until(() -> checkpoint("Alpha") >= head);
    CHAINS.callBack(old.txid(), Outcome.SUCCESS);
    CrossChainMessage young = CHAINS.send(7, 0);

    awaitFinal(young);
    awaitFinal(old);
    kafka.await(
        Topics.MESSAGE_EVENTS, MessageSettled.class, fact -> fact.txid().equals(old.txid()));

    assertThat(typesOf(old))
        .filteredOn(type -> !type.equals("MessageDelivered"))
        .containsExactly("MessageObserved", "GasPrepaid", "MessageFinal", "MessageSettled");
    ObservationReport report = reports.report(new ChainName("Alpha"));
    assertThat(report.backfills()).isEmpty();
    assertThat(report.gaps()).noneMatch(gap -> gap.to() > readBefore);
    assertThat(report.missing()).isEmpty();
    assertThat(report.certified()).isNotEmpty();
    assertThat(jdbc.sql("SELECT count(*) FROM deferred_fact").query(Long.class).single()).isZero();
  }

  @Test
  void aMessageThatWasMissedIsNoticedByItsNumberAndFoundAgain() {
    awaitFinal(CHAINS.send(8, 0));
    observers.stop();
    CrossChainMessage missed = CHAINS.send(9, 0);
    CHAINS.makeFinal();
    BlockRef passed = CHAINS.alpha().head(FinalityTag.FINALIZED);
    jdbc.sql(
            """
            UPDATE observer_checkpoint
               SET final_number = ?, final_hash = ?, head_number = ?, head_hash = ?
             WHERE chain = 'Alpha'\
            """)
        .params(passed.number(), passed.hash().hex(), passed.number(), passed.hash().hex())
        .update();
    observers.start();
    awaitFinal(CHAINS.send(10, 0));

    awaitFinal(missed);
    Awaitility.await().until(() -> gauge("settlement.observer.missing") == 0);
    assertThat(meters.get("settlement.observer.healed").tag("chain", "Alpha").counter().count())
        .isEqualTo(1);
    assertThat(reports.report(new ChainName("Alpha")).missing()).isEmpty();
  }

  @Test
  void logsThatANodeLeavesOutAreFoundInTheReceipts() {
    LATE.openOnce();
    LATE.omitLogs(true);
    CrossChainMessage message = CHAINS.send(11, 0);
    CHAINS.deliver(List.of(message));
    CHAINS.makeFinal();

    kafka.await(
        Topics.MESSAGE_EVENTS, MessageDelivered.class, fact -> fact.txid().equals(message.txid()));
    LATE.omitLogs(false);

    assertThat(meters.get("settlement.observer.omitted").tag("chain", "Beta").counter().count())
        .isPositive();
    assertThat(reports.report(new ChainName("Beta")).certified())
        .anyMatch(part -> part.verified() == Verification.RECEIPTS);
  }

  private List<String> typesOf(CrossChainMessage message) {
    return kafka
        .facts(
            Topics.MESSAGE_EVENTS, MessageEvent.class, fact -> fact.txid().equals(message.txid()))
        .stream()
        .map(MessageEvent::typeName)
        .toList();
  }

  private double gauge(String name) {
    return meters.get(name).tag("chain", "Alpha").gauge().value();
  }

  private void awaitFinal(CrossChainMessage message) {
    CHAINS.makeFinal();
    kafka.await(
        Topics.MESSAGE_EVENTS, MessageFinal.class, fact -> fact.txid().equals(message.txid()));
  }

  private long finals(CrossChainMessage message) {
    return kafka
        .facts(
            Topics.MESSAGE_EVENTS, MessageFinal.class, fact -> fact.txid().equals(message.txid()))
        .size();
  }

  private String detail(String chain) {
    Health now = health.health();
    Object detail = now.getDetails().get(chain);
    return detail == null ? "" : detail.toString();
  }

  private long checkpoint(String chain) {
    return jdbc.sql(
            "SELECT coalesce(max(final_number), -1) FROM observer_checkpoint WHERE chain = ?")
        .param(chain)
        .query((row, at) -> row.getLong(1))
        .single();
  }

  /** Returns what it was. */
  private String setCheckpointHash(String hash) {
    return jdbc.sql(
            """
            UPDATE observer_checkpoint c SET final_hash = ?, version = c.version + 1
              FROM (SELECT final_hash FROM observer_checkpoint WHERE chain = 'Alpha') before
             WHERE c.chain = 'Alpha' RETURNING before.final_hash\
            """)
        .param(hash)
        .query((row, at) -> row.getString(1))
        .single();
  }
}
