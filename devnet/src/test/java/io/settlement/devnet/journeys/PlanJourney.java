// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.devnet.evm.Account;
import io.settlement.devnet.journey.BitcoinPurse;
import io.settlement.devnet.journey.Gateway;
import io.settlement.devnet.journey.Network;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.TxId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Plans over both artifacts, both chains and Bitcoin, followed by what the chains say. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(SharedWorld.BITCOIN)
class PlanJourney {
  private static final String BTC = "btc";
  private static final String LOCKED = "lockedBtc";
  private static final int CONFIRMATIONS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final long IN = 1_000_000;
  private static final long STAKED = 200_000;
  private static final long WRAPPED = 100_000;
  private static final long SENT = 300_000;
  private static final long OUT = 600_000;

  private final Network network = SharedWorld.network();
  private final BitcoinPurse purse =
      BitcoinPurse.of(Objects.requireNonNull(network.file().bitcoin()));
  private final BtcHolder traveller = BtcHolder.of(network, Account.ofAnvil(8));
  private final BtcHolder saver = BtcHolder.of(network, Account.ofAnvil(9));
  private final Agreement agreement = new Agreement(saver, purse);
  private boolean isGivenUp;

  @Test
  void onePlanEndsWithNativeBtcAndOneIsTakenBackBecauseItsWithdrawalFails() {
    long btcBefore = saver.supply(BTC);
    long lockedBefore = saver.supply(LOCKED);
    String address = purse.address();
    Strategy whole =
        Strategy.make(
            traveller,
            purse,
            List.of(
                step("DEPOSIT", BTC, IN),
                step("STAKE", BTC, STAKED),
                step("WRAP", BTC, WRAPPED),
                Map.of(
                    "kind", "TRANSFER",
                    "artifact", BTC,
                    "from", carrier("Alpha"),
                    "to", carrier("Beta"),
                    "amount", Long.toString(SENT)),
                Map.of(
                    "kind",
                    "TRANSFER",
                    "artifact",
                    BTC,
                    "from",
                    carrier("Beta"),
                    "to",
                    carrier("Alpha")),
                withdrawal(BTC, address)));
    Strategy failing =
        Strategy.make(
            saver,
            purse,
            List.of(
                step("DEPOSIT", LOCKED, IN),
                step("STAKE", LOCKED, STAKED),
                withdrawal(LOCKED, purse.address())));

    BtcHolder.await(
        PATIENCE,
        () -> whole.look() + "\n" + failing.look(),
        () -> {
          whole.goOn();
          failing.goOn();
          confirmWhatWaits();
          giveUpWhatIsBound(failing.message(3));
          return whole.state().equals("DONE") && failing.state().equals("COMPENSATED");
        });

    assertThat(whole.steps())
        .containsExactly(
            "DEPOSIT DONE",
            "STAKE DONE",
            "WRAP DONE",
            "TRANSFER DONE",
            "TRANSFER DONE",
            "WITHDRAW DONE");
    assertThat(purse.received(address)).isBetween(OUT - 50_000, OUT - 1);
    assertThat(traveller.holds(BTC)).isEqualTo(IN - STAKED - WRAPPED - OUT);
    agreement.on(BTC, btcBefore + IN - OUT);

    JsonNode takenBack = failing.look();
    assertThat(failing.steps())
        .containsExactly("DEPOSIT DONE", "STAKE DONE", "WITHDRAW FAILED", "UNSTAKE DONE");
    assertThat(takenBack.path("reason").asString()).startsWith("step 3 failed");
    assertThat(takenBack.path("staying").valueStream().map(JsonNode::asInt)).containsExactly(1);
    assertThat(takenBack.path("steps").path(3).path("compensates").asInt()).isEqualTo(2);
    assertThat(saver.holds(LOCKED)).isEqualTo(IN);
    agreement.on(LOCKED, lockedBefore + IN);
  }

  private static Map<String, Object> step(String kind, String artifact, long amount) {
    return Map.of(
        "kind", kind, "artifact", artifact, "chain", "Alpha", "amount", Long.toString(amount));
  }

  private static Map<String, Object> withdrawal(String artifact, String address) {
    return Map.of(
        "kind",
        "WITHDRAW",
        "artifact",
        artifact,
        "chain",
        "Alpha",
        "amount",
        Long.toString(OUT),
        "btcAddress",
        address);
  }

  private HandlerId carrier(String chain) {
    return network.chain(chain).contracts().carrier(BTC).on(chain);
  }

  private void confirmWhatWaits() {
    if (!purse.call("getrawmempool").isEmpty()) {
      purse.mine(CONFIRMATIONS);
    }
  }

  /** While the vault's time lock binds it, nobody has signed a payment: its escrow goes home. */
  private void giveUpWhatIsBound(Optional<TxId> withdrawal) {
    if (!isGivenUp && withdrawal.isPresent()) {
      Gateway.Answer answer =
          network
              .operator()
              .post(
                  "/v1/withdrawals/" + withdrawal.get() + "/fail",
                  Map.of("because", "to see its plan taken back"));
      isGivenUp = answer.status() == 200;
      assertThat(answer.status()).as(answer.body()).isIn(200, 404);
    }
  }
}
