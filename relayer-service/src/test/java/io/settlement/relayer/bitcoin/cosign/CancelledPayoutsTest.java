// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.chain.bitcoin.BitcoinBroadcast;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.PsbtEvent.PayoutConfirmed;
import io.settlement.events.PsbtEvent.PsbtProposed;
import io.settlement.events.PsbtEvent.PsbtRefused;
import io.settlement.events.PsbtEvent.PsbtSigned;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.BitcoinWitness.Testimony;
import io.settlement.relayer.bitcoin.wallet.Coin;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What was signed and is too late is cancelled: its coin is spent otherwise before it fails. */
class CancelledPayoutsTest extends PayoutScene {

  @Test
  void whatWasSignedAndNotSentInTimeIsCancelledAndItsEscrowGoesHome() {
    World world = new World(200);
    TxId txid = world.withdraw(100_000, address("bech32"));
    world.desk.run();
    world.carry();
    byte[] payment = world.desk.raw(txid);
    assertThat(world.witnesses(world.claim(txid, Outcome.FAILED)))
        .as("they have signed a payment of it")
        .allMatch(Testimony.Contradicted.class::isInstance);

    world.pass(World.LIFETIME);
    world.turn();
    world.restart();
    world.desk.run();
    PsbtProposed cancel = world.all(PsbtProposed.class).getLast();
    assertThat(cancel.cancels()).containsExactly(txid);
    Hash cancelled = world.waiting(cancel);
    assertThat(world.desk.state(txid)).isEqualTo("BATCHED");
    NODE.mine(1);
    world.desk.run();
    assertThat(world.all(MessageDelivered.class)).as("one block is not two").isEmpty();
    NODE.mine(1);
    world.desk.run();
    world.desk.run();

    assertThat(world.all(PsbtProposed.class)).hasSize(2);
    MessageDelivered told = world.outcome(txid);
    assertThat(told.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(told.ref().txHash()).isEqualTo(cancelled);
    assertThat(world.desk.state(txid)).isEqualTo("FAILED");
    assertThat(world.witnesses(told)).allMatch(Testimony.Confirmed.class::isInstance);
    PayoutConfirmed cost = world.all(PayoutConfirmed.class).getFirst();
    assertThat(cost.members()).isEmpty();
    assertThat(cost.vaultFee()).isEqualTo(cancel.fee());
    assertThat(READER.broadcast(payment).outcome())
        .isEqualTo(BitcoinBroadcast.Outcome.INPUTS_SPENT);
  }

  @Test
  void whatCostsMoreToCancelThanIsAllowedIsLeftAsItIsUntilMoreIsAllowed() {
    World world = new World(200);
    world.cancelFee = 20;
    TxId txid = world.withdraw(100_000, address("bech32"));
    world.desk.run();
    world.carry();
    world.restart();
    world.pass(World.LIFETIME);
    world.turn();
    world.turn();
    assertThat(world.all(PsbtProposed.class)).as("no cancellation").hasSize(1);
    assertThat(world.desk.state(txid)).isEqualTo("BATCHED");
    assertThatThrownBy(() -> world.desk.fail(txid)).hasMessageContaining("it is BATCHED");
    assertThat(world.witnesses(world.claim(txid, Outcome.FAILED)))
        .allMatch(Testimony.Contradicted.class::isInstance);

    world.cancelFee = 100_000;
    world.restart();
    world.turn();
    NODE.mine(2);
    world.turn();
    assertThat(world.desk.state(txid)).isEqualTo("FAILED");
    assertThat(world.witnesses(world.outcome(txid)))
        .allMatch(Testimony.Confirmed.class::isInstance);
  }

  @Test
  void whatWasSentAndIsMinedBeforeItsCancellationIsPaid() {
    World world = new World(200);
    TxId txid = world.withdraw(100_000, address("bech32"));
    world.desk.run();
    world.carry();
    READER.broadcast(world.desk.raw(txid));
    world.pass(World.LIFETIME);
    world.turn();
    assertThat(world.all(PsbtProposed.class).getLast().cancels()).containsExactly(txid);
    NODE.mine(2);
    world.turn();

    assertThat(world.desk.state(txid)).isEqualTo("PAID");
    MessageDelivered told = world.outcome(txid);
    assertThat(told.outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(world.witnesses(told)).allMatch(Testimony.Confirmed.class::isInstance);
    assertThat(world.witnesses(world.claim(txid, Outcome.FAILED)))
        .allMatch(Testimony.Contradicted.class::isInstance);
    assertThat(world.all(MessageDelivered.class)).hasSize(1);
  }

  @Test
  void whatIsJammedAtItsDeadlineIsReplacedByItsCancellation() {
    World world = new World(200);
    TxId txid = world.withdraw(100_000, address("bech32"));
    world.turn();
    Hash jammed = world.lastSent();
    world.pass(World.LIFETIME);
    world.turn();
    Hash cancelled = world.waiting(world.all(PsbtProposed.class).getLast());
    assertThat(READER.mempoolEntry(jammed)).isEmpty();
    assertThat(world.witnesses(world.claim(txid, Outcome.FAILED)))
        .allMatch(Testimony.Contradicted.class::isInstance);

    NODE.mine(2);
    world.turn();
    MessageDelivered told = world.outcome(txid);
    assertThat(told.ref().txHash()).isEqualTo(cancelled);
    assertThat(world.witnesses(told)).allMatch(Testimony.Confirmed.class::isInstance);
  }

  @Test
  void aCancellationIsNotSignedBeforeItIsTooLateNorForMoreThanItMayCostNorTwice() {
    World world = new World(200);
    TxId txid = world.withdraw(100_000, address("bech32"));
    world.desk.run();
    world.carry();
    PsbtProposed payment = world.all(PsbtProposed.class).getFirst();
    Coin coin = world.coin(payment, 0);
    Coin other = world.otherCoin(coin);
    PsbtProposed early = world.cancellation(payment, "y-1", coin, 500, txid);
    PsbtProposed elsewhere = world.cancellation(payment, "y-2", other, 500, txid);
    PsbtProposed dear = world.cancellation(payment, "y-3", coin, 100_001, txid);
    TestCosigner signer = world.signers.getFirst();
    signer.ask(early);
    assertThat(world.all(PsbtRefused.class).getLast().reason()).isEqualTo("TOO_EARLY");
    world.pass(World.LIFETIME);
    signer.ask(elsewhere);
    assertThat(world.all(PsbtRefused.class).getLast().reason()).isEqualTo("SIGNED_BEFORE");
    signer.ask(dear);
    assertThat(world.all(PsbtRefused.class).getLast().reason()).isEqualTo("FEE_TOO_HIGH");

    TxId unsigned = world.withdraw(90_000, address("bech32"), Duration.ZERO);
    signer.ask(world.cancellation(payment, "y-4", coin, 500, unsigned));
    signer.ask(world.cancellation(payment, "y-5", other, 500, unsigned));
    assertThat(world.all(PsbtSigned.class).getLast().batch()).isEqualTo("y-4");
    assertThat(world.all(PsbtRefused.class).getLast().reason()).isEqualTo("CANCELLED_BEFORE");
  }
}
