// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.contract.Digests;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.Wei;
import io.settlement.kit.test.Anvil;
import io.settlement.relayer.chain.Fees;
import io.settlement.relayer.world.Accounts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a lane offers for its transactions, and for what replaces them. */
class LaneFeesTest extends LaneScene {

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
}
