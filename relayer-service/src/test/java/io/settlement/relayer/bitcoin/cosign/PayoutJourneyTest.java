// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.PsbtEvent.PayoutConfirmed;
import io.settlement.events.PsbtEvent.PsbtProposed;
import io.settlement.events.VaultEvent.PayoutFees;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * From the withdrawal to its payment, with as many replacements, children and crashes as it takes.
 */
class PayoutJourneyTest extends PayoutScene {

  @Test
  void threeWithdrawalsAreOneTransactionThatIsMadeWorthMoreUntilItIsMined() {
    World world = new World(200);
    List<TxId> three =
        List.of(
            world.withdraw(100_000, address("bech32m")),
            world.withdraw(200_000, address("legacy")),
            world.withdraw(300_000, address("bech32")));
    world.turn();
    Hash first = world.lastSent();
    assertThat(READER.mempoolEntry(first)).isPresent();
    assertThat(world.all(PsbtProposed.class).getFirst().members())
        .containsExactlyInAnyOrderElementsOf(three);

    world.pass(Duration.ofHours(1));
    world.turn();
    Hash second = world.lastSent();
    assertThat(second).isNotEqualTo(first);
    assertThat(READER.mempoolEntry(first)).isEmpty();
    long fee = READER.mempoolEntry(second).orElseThrow().feeSats();

    Hash block = NODE.mine(1);
    world.turn();
    assertThat(world.all(PayoutConfirmed.class)).as("one block is not two").isEmpty();
    NODE.mine(1);
    world.turn();
    world.turn();

    PayoutConfirmed paid = world.all(PayoutConfirmed.class).getFirst();
    assertThat(world.all(PayoutConfirmed.class)).hasSize(1);
    assertThat(paid.txHash()).isEqualTo(second);
    assertThat(paid.blockHash()).isEqualTo(block);
    assertThat(paid.fee()).isEqualTo(fee);
    var outputs = READER.transactionIn(block, second).orElseThrow().outputs();
    long shares = 0;
    for (PayoutConfirmed.Paid one : paid.members()) {
      assertThat(outputs.get((int) one.vout()).sats()).isEqualTo(one.paid());
      shares += one.amount() - one.paid();
    }
    assertThat(shares).isEqualTo(fee);
    assertThat(world.all(MessageDelivered.class))
        .hasSize(3)
        .allMatch(one -> one.outcome() == Outcome.SUCCESS && one.ref().txHash().equals(second));
    assertThat(three).allMatch(txid -> world.desk.state(txid).equals("PAID"));
    assertThat(outputs.getLast().sats()).isEqualTo(World.FUNDS / 2 - 600_000);
  }

  @Test
  void whatAPayoutWouldCostIsToldBeforeAndIsWhatIsDeductedFromOneThatGoesAlone() {
    World world = new World(200);
    world.turn();
    PayoutFees told = world.all(PayoutFees.class).getFirst();
    assertThat(told.satsPerKvb()).isBetween(1_000L, told.mostSatsPerKvb());
    world.pass(Duration.ofMinutes(2));
    world.turn();
    assertThat(world.all(PayoutFees.class)).as("nothing has moved").hasSize(1);

    TxId txid = world.withdraw(100_000, address("bech32m"));
    world.turn();
    NODE.mine(2);
    world.turn();
    PayoutConfirmed.Paid paid = world.all(PayoutConfirmed.class).getFirst().members().getFirst();
    assertThat(paid.txid()).isEqualTo(txid);
    assertThat(paid.amount() - paid.paid()).isEqualTo(told.aloneSats());

    world.pass(Duration.ofMinutes(10));
    world.turn();
    assertThat(world.all(PayoutFees.class)).as("what is old counts no more").hasSize(2);
  }

  @Test
  void whenNoReplacementIsAllowedAChildPays() {
    World world = new World(1);
    TxId txid = world.withdraw(100_000, address("bech32"));
    world.turn();
    Hash parent = world.lastSent();
    world.pass(Duration.ofHours(1));
    world.turn();

    PsbtProposed child = world.all(PsbtProposed.class).getLast();
    assertThat(child.members()).isEmpty();
    assertThat(READER.mempoolEntry(parent).orElseThrow().descendants()).isEqualTo(2);
    NODE.mine(2);
    world.turn();
    assertThat(world.desk.state(txid)).isEqualTo("PAID");
    assertThat(world.all(PayoutConfirmed.class).getFirst().vaultFee()).isEqualTo(child.fee());
  }

  @Test
  void afterACrashBetweenSigningAndSendingTheSameTransactionIsSentOnce() {
    World world = new World(200);
    TxId txid = world.withdraw(100_000, address("bech32"));
    world.desk.run();
    world.carry();
    Hash signed = world.lastSent();
    assertThat(READER.mempoolEntry(signed)).as("not sent yet").isEmpty();

    world.restart();
    world.desk.run();
    assertThat(READER.mempoolEntry(signed)).isPresent();
    world.restart();
    world.turn();
    assertThat(world.all(PsbtProposed.class)).hasSize(1);
    NODE.mine(2);
    world.restart();
    world.turn();
    world.restart();
    world.turn();
    assertThat(world.desk.state(txid)).isEqualTo("PAID");
    assertThat(world.all(MessageDelivered.class)).hasSize(1);
  }

  @Test
  void aSmallPaymentIsToldAfterTheBlocksOfItsTierAndAnOperatorGivesUpWhatNobodySigned() {
    World world = new World(200);
    TxId txid = world.withdraw(World.SMALL, address("bech32"));
    TxId tiny = world.withdraw(400, address("bech32"));
    world.turn();
    NODE.mine(1);
    world.turn();
    assertThat(world.desk.state(txid)).isEqualTo("PAID");

    assertThat(world.desk.state(tiny)).as("it waits for a lower fee").isEqualTo("WAITING");
    world.desk.fail(tiny);
    assertThat(world.outcome(tiny).outcome()).isEqualTo(Outcome.FAILED);
    assertThatThrownBy(() -> world.desk.fail(tiny)).hasMessageContaining("it is FAILED");
  }
}
