// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.chain.bitcoin.FeeRate;
import io.settlement.events.PsbtEvent.PayoutConfirmed;
import io.settlement.events.PsbtEvent.PsbtProposed;
import io.settlement.events.PsbtEvent.PsbtRefused;
import io.settlement.events.PsbtEvent.PsbtSigned;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.wallet.Destination;
import io.settlement.relayer.bitcoin.wallet.PayoutOrder;
import io.settlement.relayer.bitcoin.wallet.Spend;
import io.settlement.relayer.bitcoin.wallet.VaultPsbt;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Payouts of a vault whose withdrawals wait for blocks, and whose coins rest. */
class TimeLockedPayoutsTest extends PayoutScene {

  @Test
  void aWithdrawalFromATimeLockedVaultIsPaidWhenItsBlocksHaveComeAndSignedNoEarlier()
      throws Exception {
    World world = World.locked();
    String address = address("bech32");
    TxId txid = world.withdraw(100_000, address);
    world.turn();
    assertThat(world.desk.reason(txid)).isEqualTo("UNBONDING");
    NODE.mine(World.REST - 1);
    world.turn();
    assertThat(world.all(PsbtProposed.class)).isEmpty();

    tooEarly(world, txid, address);
    assertThat(world.all(PsbtSigned.class)).isEmpty();
    assertThat(world.all(PsbtRefused.class))
        .singleElement()
        .matches(one -> one.reason().equals("UNBONDING") && txid.equals(one.member()));

    NODE.mine(1);
    world.turn();
    Hash first = world.lastSent();
    assertThat(world.desk.reason(txid)).isEqualTo("NONE");
    assertThat(READER.mempoolEntry(first)).isPresent();
    world.pass(Duration.ofHours(1));
    world.turn();
    assertThat(world.lastSent()).as("replaced").isNotEqualTo(first);
    assertThat(world.all(PsbtProposed.class)).allMatch(one -> !one.members().isEmpty());
    NODE.mine(2);
    world.turn();
    assertThat(world.desk.state(txid)).isEqualTo("PAID");
  }

  @Test
  void aCosignerThatSawAWithdrawalLaterIsAskedAnewWithEachBlockAndNothingIsHeld() {
    World world = World.locked();
    world.late.addAll(world.signers.subList(1, 3));
    TxId txid = world.withdraw(100_000, address("bech32"));
    world.turn();
    NODE.mine(2);
    world.late.clear();
    world.turn();
    NODE.mine(World.REST - 2);
    world.turn();
    world.turn();
    assertThat(world.all(PsbtSigned.class)).hasSize(1);
    assertThat(world.all(PsbtRefused.class))
        .hasSize(2)
        .allMatch(one -> one.reason().equals("UNBONDING") && txid.equals(one.member()));
    assertThat(world.all(PsbtProposed.class)).hasSize(1);
    assertThat(world.desk.state(txid)).isEqualTo("BATCHED");

    NODE.mine(1);
    world.turn();
    NODE.mine(1);
    world.turn();
    assertThat(READER.mempoolEntry(world.lastSent())).isPresent();
    NODE.mine(2);
    world.turn();
    assertThat(world.desk.state(txid)).isEqualTo("PAID");
  }

  @Test
  void anArtifactOfOnePrimitiveBecomesOneOfTheOtherByAWithdrawalToItsVault() {
    World plain = new World(200);
    World locked = World.locked();
    TxId there = plain.withdraw(300_000, locked.address(7));
    plain.turn();
    NODE.mine(2);
    plain.turn();
    assertThat(plain.desk.state(there)).isEqualTo("PAID");
    PayoutConfirmed paid = plain.all(PayoutConfirmed.class).getFirst();
    assertThat(locked.holdings()).isEqualTo(World.FUNDS + paid.members().getFirst().paid());
    assertThat(plain.holdings()).isEqualTo(World.FUNDS - 300_000);

    long all = locked.holdings();
    TxId back = locked.withdraw(all, plain.address(9));
    locked.turn();
    NODE.mine(World.REST - 1);
    locked.turn();
    assertThat(locked.desk.reason(back)).isEqualTo("UNBONDING");
    NODE.mine(1);
    locked.turn();
    NODE.mine(2);
    locked.turn();
    assertThat(locked.desk.state(back)).isEqualTo("PAID");
    long returned = locked.all(PayoutConfirmed.class).getFirst().members().getFirst().paid();
    assertThat(plain.holdings()).isEqualTo(World.FUNDS - 300_000 + returned);
    assertThat(locked.holdings()).isZero();
  }

  @Test
  void aCoinThatWasPaidInLatelyIsNotUsedWhateverTheWithdrawalWaitedFor() {
    World world = World.locked();
    TxId txid = world.withdraw(World.FUNDS + 50_000, address("bech32"));
    world.turn();
    NODE.mine(World.REST - 4);
    NODE.pay(world.address(3), 100_000);
    NODE.mine(4);
    world.turn();
    assertThat(world.desk.reason(txid)).isEqualTo("COINS_REST");
    NODE.mine(World.REST - 4);
    world.turn();
    NODE.mine(2);
    world.turn();
    assertThat(world.desk.state(txid)).isEqualTo("PAID");
  }

  /** Everything is right but the time. */
  private static void tooEarly(World world, TxId txid, String address) throws Exception {
    Spend spend =
        Spend.of(
            world.keys.descriptor(),
            List.of(world.coins.getFirst()),
            List.of(
                new PayoutOrder(txid, Destination.parse(BitcoinNetwork.REGTEST, address), 100_000)),
            FeeRate.ofSatsPerVbyte(2),
            0);
    TestCosigner signer = world.signers.getFirst();
    String psbt = VaultPsbt.of(world.keys.descriptor(), spend).base64();
    signer.cosigner.onFacts(
        List.of(
            new PsbtProposed(
                "early-1",
                0,
                world.vault.id(),
                psbt,
                2_000,
                spend.fee(),
                List.of(txid),
                0,
                START)));
    signer.cosigner.run();
  }
}
