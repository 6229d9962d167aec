// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.chain.contract.SettlementAbi;
import io.settlement.devnet.journey.Sending;
import io.settlement.devnet.journey.Sent;
import io.settlement.devnet.world.RpcProxy;
import io.settlement.devnet.world.Service;
import io.settlement.events.value.EvmAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated
class CrashJourney {
  private final Service relayer = SharedWorld.world().service("relayer");
  private final RpcProxy destination = SharedWorld.world().proxy("Beta");

  @AfterEach
  void bringsTheRelayerBack() {
    if (!relayer.isAlive()) {
      relayer.start();
    }
    awaitReady();
  }

  /**
   * The relayer dies while its signed transaction is on the way to the node. Either the transaction
   * is lost with it, or it arrives late, beside the one that the restarted relayer repeats.
   */
  @ParameterizedTest(name = "the first broadcast arrives late: {0}")
  @ValueSource(booleans = {false, true})
  void deliversExactlyOnceWhenTheRelayerIsKilledBetweenSigningAndBroadcasting(boolean arrives) {
    Sending sending = SharedWorld.network().from("Alpha").to("Beta");
    Holdings before = Holdings.of(sending);
    long transactions = deliveries(sending);
    RpcProxy.Hold hold = destination.hold("eth_sendRawTransaction");

    Sent sent = sending.send("1.25");
    await().atMost(Duration.ofSeconds(60)).until(() -> !hold.held().isEmpty());
    relayer.kill();
    assertThat(sent.look().has("MessageDelivered")).isFalse();
    if (arrives) {
      destination.release(hold);
    } else {
      destination.drop(hold);
    }
    relayer.start();
    sent.awaitRefunded();

    assertThat(
            sending
                .to()
                .logs(
                    sending.to().contracts().settlement(),
                    SettlementAbi.HANDLE_RESULT,
                    sent.txid()))
        .hasSize(1);
    assertThat(Holdings.of(sending).receiver()).isEqualTo(before.receiver().plus(sent.amount()));
    assertThat(Holdings.of(sending).sender()).isEqualTo(before.sender().minus(sent.amount()));
    assertThat(deliveries(sending)).isEqualTo(transactions + 1);
  }

  private static long deliveries(Sending sending) {
    List<EvmAddress> submitters =
        SharedWorld.world().file().chain(sending.to().name()).submitters();
    return submitters.stream().mapToLong(sending.to()::transactionCount).sum();
  }

  private void awaitReady() {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(300))
        .until(relayer::isReady);
  }
}
