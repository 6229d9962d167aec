// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.psbt.Global;
import fr.acinq.bitcoin.psbt.Psbt;
import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.chain.bitcoin.FeeRate;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.TransactionSent;
import io.settlement.events.PsbtEvent.PsbtProposed;
import io.settlement.events.PsbtEvent.PsbtRefused;
import io.settlement.events.PsbtEvent.PsbtSigned;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.wallet.Coin;
import io.settlement.relayer.bitcoin.wallet.Destination;
import io.settlement.relayer.bitcoin.wallet.PayoutOrder;
import io.settlement.relayer.bitcoin.wallet.Spend;
import io.settlement.relayer.bitcoin.wallet.VaultPsbt;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What cosigners sign and what they refuse, and what a refusal changes for the others of a batch.
 */
class CosigningTest extends PayoutScene {

  @Test
  void aWithdrawalThatCosignersRefuseIsLeftOutAndTheOthersArePaid() {
    World world = new World(200);
    TxId good = world.withdraw(100_000, address("bech32"));
    TxId forged = world.withdraw(150_000, address("bech32"));
    world.unknown.add(forged);
    world.turn();
    world.turn();

    assertThat(world.all(PsbtRefused.class))
        .allMatch(one -> one.reason().equals("NOT_ESCROWED") && forged.equals(one.member()));
    PsbtProposed second = world.all(PsbtProposed.class).getLast();
    assertThat(second.members()).containsExactly(good);
    assertThat(world.desk.state(forged)).isEqualTo("HELD");
    NODE.mine(2);
    world.turn();
    assertThat(world.desk.state(good)).isEqualTo("PAID");
    assertThat(world.all(MessageDelivered.class)).hasSize(1);

    assertThat(world.desk.timeline(forged).getFirst())
        .startsWith("PAYMENT REFUSED paid 149")
        .endsWith("signed 0 refused [NOT_ESCROWED]");
    assertThatThrownBy(() -> world.desk.release(good)).hasMessageContaining("it is PAID");
    world.unknown.clear();
    world.desk.release(forged);
    world.turn();
    NODE.mine(2);
    world.turn();
    assertThat(world.desk.state(forged)).as("it was there after all").isEqualTo("PAID");
    assertThat(world.desk.timeline(forged)).hasSize(3);
  }

  @Test
  void aBatchOfWhichNothingWillBeSignedLetsItsCoinsGo() {
    World world = new World(200);
    TxId forged = world.withdraw(1_500_000, address("bech32"));
    world.unknown.add(forged);
    world.turn();
    assertThat(world.desk.state(forged)).isEqualTo("HELD");

    TxId good = world.withdraw(1_600_000, address("bech32"));
    world.turn();
    NODE.mine(2);
    world.turn();
    assertThat(world.desk.state(good)).as("it takes both coins").isEqualTo("PAID");
    world.desk.fail(forged);
    assertThat(world.outcome(forged).ref().txHash()).isEqualTo(new Hash("0x" + "00".repeat(32)));
  }

  @Test
  void oneCosignerThatRefusesOrSignsAnotherAmountChangesNothing() throws Exception {
    World world = new World(200);
    String address = address("bech32");
    TxId txid = world.withdraw(100_000, address);
    world.desk.run();
    PsbtProposed asked = world.all(PsbtProposed.class).getFirst();

    String crooked = crooked(world, asked, address);
    world.desk.onFacts(
        List.of(
            new PsbtSigned(asked.batch(), 0, asked.vault(), "00000001", crooked, START),
            new PsbtSigned(asked.batch(), 0, asked.vault(), "00000001", "nonsense", START),
            new PsbtRefused(
                asked.batch(), 0, asked.vault(), "00000002", null, "FEE_TOO_HIGH", "x", START)));
    world.desk.run();
    assertThat(world.all(TransactionSent.class)).isEmpty();

    world.turn();
    assertThat(READER.mempoolEntry(world.lastSent())).isPresent();
    NODE.mine(2);
    world.turn();
    assertThat(world.desk.state(txid)).isEqualTo("PAID");
  }

  @Test
  void aProposalThatPaysAnotherAmountOrAddressOrTooMuchFeeIsNotSigned() {
    World world = new World(200);
    world.withdraw(100_000, address("bech32"));
    world.desk.run();
    PsbtProposed right = world.all(PsbtProposed.class).getFirst();
    TestCosigner signer = world.signers.getFirst();

    signer.cosigner.onFacts(
        List.of(
            proposal(right, "x-1", right.psbt(), right.satsPerKvb() + 700, right.changeIndex()),
            proposal(right, "x-2", right.psbt(), right.satsPerKvb(), right.changeIndex() + 1),
            proposal(right, "x-3", right.psbt(), 300_000, right.changeIndex()),
            proposal(right, "x-4", "AAAA", right.satsPerKvb(), right.changeIndex()),
            crookedProposal(right)));
    signer.cosigner.run();

    assertThat(world.all(PsbtSigned.class)).isEmpty();
    assertThat(world.all(PsbtRefused.class))
        .extracting(PsbtRefused::reason)
        .containsExactlyInAnyOrder(
            "OTHER_TRANSACTION",
            "OTHER_TRANSACTION",
            "FEE_TOO_HIGH",
            "UNREADABLE",
            "OTHER_TRANSACTION");
  }

  @Test
  void nothingIsSignedThatCouldPayAWithdrawalTwiceOrThatWasCalledFailed() {
    World world = new World(200);
    TxId txid = world.withdraw(100_000, address("bech32"));
    world.desk.run();
    world.carry();
    assertThat(world.all(PsbtSigned.class)).isNotEmpty();
    TestCosigner signer = world.signers.getFirst();
    Set<String> otherCoin = Set.of("00".repeat(32) + ":0");

    assertThat(signer.table.couldPayTwice(txid, otherCoin)).isTrue();
    assertThat(signer.neverSign(txid)).as("it signed a payment of it").isFalse();

    TxId failed = world.withdraw(120_000, address("bech32"));
    for (TestCosigner one : world.signers) {
      assertThat(one.neverSign(failed)).isTrue();
    }
    world.turn();
    assertThat(world.all(PsbtRefused.class))
        .isNotEmpty()
        .allMatch(one -> one.reason().equals("CALLED_FAILED") && failed.equals(one.member()));
  }

  /** The same coin, signed by a true key, for a satoshi more. */
  private static String crooked(World world, PsbtProposed asked, String address) throws Exception {
    var input = VaultPsbt.transactionOf(asked.psbt()).txIn.getFirst().outPoint;
    long index = VaultPsbt.placesOf(asked.psbt()).getFirst().index();
    Spend spend =
        Spend.of(
            world.keys.descriptor(),
            List.of(new Coin(input, World.FUNDS / 2, 0, index)),
            List.of(
                new PayoutOrder(
                    asked.members().getFirst(),
                    Destination.parse(BitcoinNetwork.REGTEST, address),
                    100_001)),
            new FeeRate(asked.satsPerKvb()),
            asked.changeIndex());
    return VaultPsbt.of(world.keys.descriptor(), spend).sign(world.keys.keys().get(1)).base64();
  }

  private static PsbtProposed crookedProposal(PsbtProposed right) {
    try {
      Transaction proposed = VaultPsbt.transactionOf(right.psbt());
      var input = proposed.txIn.getFirst();
      assertThat(input).isNotNull();
      return proposal(
          right,
          "x-5",
          withAnotherAmount(right, proposed),
          right.satsPerKvb(),
          right.changeIndex());
    } catch (VaultPsbt.Invalid e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whole and readable, only its amounts are others. */
  private static String withAnotherAmount(PsbtProposed right, Transaction proposed) {
    Psbt psbt =
        Objects.requireNonNull(Psbt.read(Base64.getDecoder().decode(right.psbt())).getRight());
    Transaction other =
        proposed.updateOutputs(
            List.of(
                proposed.txOut.getFirst().updateAmount(new Satoshi(99_000)),
                proposed.txOut.getLast()));
    var global =
        new Global(psbt.global.version, other, psbt.global.extendedPublicKeys, psbt.global.unknown);
    return Base64.getEncoder()
        .encodeToString(Psbt.write(new Psbt(global, psbt.inputs, psbt.outputs)).toByteArray());
  }

  private static PsbtProposed proposal(
      PsbtProposed right, String batch, String psbt, long rate, long changeIndex) {
    return new PsbtProposed(
        batch, 0, right.vault(), psbt, rate, right.fee(), right.members(), changeIndex, START);
  }
}
