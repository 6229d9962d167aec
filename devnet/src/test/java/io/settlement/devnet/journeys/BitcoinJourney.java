// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static io.settlement.devnet.journeys.BtcHolder.await;
import static io.settlement.devnet.journeys.BtcHolder.awaitAmount;
import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.devnet.journey.BitcoinPurse;
import io.settlement.devnet.journey.Chain;
import io.settlement.devnet.journey.MessageView;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.Sending;
import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.process.Pause;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.Stage;
import io.settlement.events.value.TxId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Native BTC comes in, works as an artifact on two chains, and goes home. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(SharedWorld.BITCOIN)
@ResourceLock(SharedWorld.OTHER_USER)
class BitcoinJourney {
  private static final String BTC = "btc";
  private static final String LOCKED = "lockedBtc";
  private static final int CONFIRMATIONS = 3;
  private static final long RESTS_MILLIS = 6_000;
  private static final long FIRST_TICKET = 1;
  private static final int CREATED = 201;
  private static final long BETWEEN_BLOCKS_MILLIS = 1_000;

  private final Network network = SharedWorld.network();
  private final WorldFile.Bitcoin bitcoin = Objects.requireNonNull(network.file().bitcoin());
  private final BitcoinPurse purse = BitcoinPurse.of(bitcoin);
  private final BtcHolder holder = BtcHolder.of(network, network.otherUser());
  private final Chain home = holder.home();
  private final EvmAddress basket = Objects.requireNonNull(home.contracts().basket());
  private final Agreement agreement = new Agreement(holder, purse);
  private final long btcBefore = holder.supply(BTC);
  private final long lockedBefore = holder.supply(LOCKED);

  /** Only where nobody else mines: a payment must wait until it is made worth more. */
  @Test
  void comesInWorksGoesHomeAndEverythingAgreesToTheSatoshiAfterEachStep() {
    SharedWorld.requireOurs();
    String address = holder.depositAddress(BTC);
    String lockedAddress = holder.depositAddress(LOCKED);

    purse.pay(address, 3_000_000);
    purse.pay(address, 2_000_000);
    purse.pay(lockedAddress, 4_000_000);
    purse.mine(CONFIRMATIONS);
    awaitAmount("sBTC", () -> holder.holds(BTC), 5_000_000);
    awaitAmount("tlBTC", () -> holder.holds(LOCKED), 4_000_000);
    agree(BTC, 5_000_000);
    agree(LOCKED, 4_000_000);

    aDepositThatIsReorganisedAwayBeforeItIsFinalIsNeverMinted(address);

    travelToAnotherChainAndBack();
    agree(BTC, 5_000_000);

    holder.stake(BTC, 1_000_000);
    holder.wrap(BTC, 500_000);
    holder.pool(basket, List.of(BTC, LOCKED), List.of(800_000L, 1_200_000L));
    awaitAmount("basket shares", () -> holder.units(home, basket), 2_000_000);
    agree(BTC, 5_000_000);
    agree(LOCKED, 4_000_000);

    holder.redeem(basket, 2_000_000);
    Pause.millis(RESTS_MILLIS);
    holder.claim(basket, List.of(FIRST_TICKET));
    holder.unwrap(BTC, 500_000);
    holder.unstake(BTC, 1_000_000);
    assertThat(holder.holds(BTC)).isEqualTo(5_000_000);
    assertThat(holder.holds(LOCKED)).isEqualTo(4_000_000);
    agree(LOCKED, 4_000_000);

    threeWithdrawalsGoHomeInOneBatchThatIsBumped();
    agree(BTC, 2_000_000);

    long converted = someBecomesTheOtherArtifact(lockedAddress);
    agree(BTC, 1_500_000);
    agree(LOCKED, 4_000_000 + converted);

    whatIsLockedGoesHomeOnceItHasRested();
    agree(LOCKED, 3_000_000 + converted);
  }

  private void aDepositThatIsReorganisedAwayBeforeItIsFinalIsNeverMinted(String address) {
    String transaction = purse.pay(address, 700_000);
    purse.mine(CONFIRMATIONS - 1);
    await(() -> "the deposit was not seen", () -> deposits(Stage.OBSERVED) == 1);
    purse.takeBack(CONFIRMATIONS - 1);
    purse.payItselfInstead(transaction, 650_000);
    purse.mine(CONFIRMATIONS + 1);
    await(() -> "it is still there", () -> deposits(Stage.ORPHANED) == 1);
    assertThat(deposits(Stage.OBSERVED)).isZero();
    agree(BTC, 5_000_000);
  }

  /** Of the newest messages, those from Bitcoin that stand there. */
  private long deposits(Stage stage) {
    JsonNode newest =
        network.partner().get("/v1/messages?limit=50").orFail("asking for messages").json();
    return newest
        .path("items")
        .valueStream()
        .filter(message -> message.at("/route/from").asString().startsWith("Bitcoin:"))
        .filter(message -> message.path("stage").asString().equals(stage.name()))
        .count();
  }

  /** Locked at home, minted as stBTC on the other chain; burned there, unlocked at home. */
  private void travelToAnotherChainAndBack() {
    Sending out =
        network
            .from("Alpha")
            .to("Beta")
            .through(SettlementMode.LOCK_MINT)
            .carrying(BTC)
            .by(holder.account());
    Sending back =
        network
            .from("Beta")
            .to("Alpha")
            .through(SettlementMode.BURN_UNLOCK)
            .carrying(BTC)
            .by(holder.account());
    EvmAddress there = out.targetHandler().token();

    out.send("0.01500000").awaitSettled();
    assertThat(holder.holds(BTC)).isEqualTo(3_500_000);
    assertThat(holder.units(out.to(), there)).isEqualTo(1_500_000);
    agree(BTC, 5_000_000);

    // What can arrive at home is told a little later than it can.
    await(
        () -> "nobody quotes the way back", () -> back.askQuote("0.01500000").status() == CREATED);
    back.send("0.01500000").awaitSettled();
    assertThat(holder.holds(BTC)).isEqualTo(5_000_000);
    assertThat(holder.units(out.to(), there)).isZero();
  }

  private void threeWithdrawalsGoHomeInOneBatchThatIsBumped() {
    List<String> addresses = List.of(purse.address(), purse.address(), purse.address());
    List<TxId> withdrawals =
        addresses.stream().map(to -> holder.withdraw(BTC, to, 1_000_000)).toList();
    String first = waiting("");
    waiting(first);
    purse.mine(CONFIRMATIONS);

    List<MessageView> ended = withdrawals.stream().map(holder::awaitEnd).toList();
    assertThat(ended).allSatisfy(view -> assertThat(view.outcome()).isEqualTo("SUCCESS"));
    assertThat(addresses)
        .allSatisfy(to -> assertThat(purse.received(to)).isBetween(950_000L, 999_999L));
    assertThat(holder.holds(BTC)).isEqualTo(2_000_000);
  }

  /** Paid by one vault to an address of the other; the BTC really moves. */
  private long someBecomesTheOtherArtifact(String lockedAddress) {
    TxId conversion = holder.withdraw(BTC, lockedAddress, 500_000);
    waiting("");
    purse.mine(CONFIRMATIONS);
    assertThat(holder.awaitEnd(conversion).outcome()).isEqualTo("SUCCESS");
    await(() -> "nothing was converted", () -> holder.holds(LOCKED) > 4_000_000);
    long converted = holder.holds(LOCKED) - 4_000_000;
    assertThat(converted).isBetween(450_000L, 499_999L);
    return converted;
  }

  /** Nobody signs before; blocks are mined until somebody does. */
  private void whatIsLockedGoesHomeOnceItHasRested() {
    String address = purse.address();
    TxId withdrawal = holder.withdraw(LOCKED, address, 1_000_000);
    await(
        () -> "the payment of " + withdrawal + " does not wait to be mined",
        () -> {
          boolean waits = !purse.call("getrawmempool").isEmpty();
          if (!waits) {
            purse.mine(1);
            Pause.millis(BETWEEN_BLOCKS_MILLIS);
          }
          return waits;
        });
    purse.mine(CONFIRMATIONS);
    assertThat(holder.awaitEnd(withdrawal).outcome()).isEqualTo("SUCCESS");
    assertThat(purse.received(address)).isBetween(950_000L, 999_999L);
  }

  /** The one transaction that waits to be mined, once it is another one than before. */
  private String waiting(String before) {
    await(
        () -> "no other transaction waits than " + before + ": " + purse.call("getrawmempool"),
        () -> {
          JsonNode waiting = purse.call("getrawmempool");
          return waiting.size() == 1 && !waiting.path(0).asString().equals(before);
        });
    return purse.call("getrawmempool").path(0).asString();
  }

  /** Beside what others have in the same world. */
  private void agree(String artifact, long satoshi) {
    agreement.on(artifact, satoshi + (artifact.equals(BTC) ? btcBefore : lockedBefore));
  }
}
