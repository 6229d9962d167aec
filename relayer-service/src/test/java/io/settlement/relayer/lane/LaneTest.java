// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.contract.Signatures;
import io.settlement.events.MessageEvent.MessageParked;
import io.settlement.events.Topics;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Reason;
import io.settlement.events.value.TxId;
import io.settlement.kit.test.Anvil;
import io.settlement.relayer.limit.Scope;
import io.settlement.relayer.world.Accounts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a message that a lane is given, whatever its transaction meets. */
class LaneTest extends LaneScene {

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

  private String blockOf(TxId txid) {
    return text(
        "SELECT s.block_hash FROM submission s JOIN intent i ON i.submission = s.id"
            + " WHERE i.txid = ?",
        txid);
  }
}
