// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.events.TransactionEvent;
import io.settlement.events.TransactionEvent.TransactionPaid;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Wei;
import io.settlement.kit.test.Anvil;
import io.settlement.relayer.account.OperatorAccounts;
import io.settlement.relayer.world.Accounts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Lanes share what is ready and go from owner to owner; one whose key cannot pay or sign leaves its
 * work to the others.
 */
class LaneOwnersTest extends LaneScene {
  @Autowired private OperatorAccounts accounts;

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
  void whicheverLaneIsFreeTakesWhatIsReady() {
    workers.stop(List.of(BETA));
    Anvil node = CHAINS.deployed().node("Beta");
    // More than one lane may have in flight, and less than both.
    List<CrossChainMessage> messages = send(300, 30);
    node.rpc("evm_setAutomine", false);
    try {
      enqueue(messages.stream().map(LaneScene::deliver).toArray(Work[]::new));
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
        enqueue(portions.get(i).stream().map(LaneScene::deliver).toArray(Work[]::new));
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

  private List<String> lanesOf(List<CrossChainMessage> messages) {
    return jdbc.sql("SELECT DISTINCT lane FROM intent WHERE txid = ANY(?)")
        .param(messages.stream().map(it -> it.txid().hex()).toArray(String[]::new))
        .query((row, n) -> row.getString("lane"))
        .list();
  }

  private long toppedUp() {
    return jdbc.sql("SELECT count(*) FROM top_up WHERE state = 'MINED'").query(Long.class).single();
  }
}
