// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.PsbtEvent.PsbtProposed;
import io.settlement.events.PsbtEvent.PsbtRefused;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.BitcoinWitness.Testimony;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A withdrawal that is called failed has no payment that could still be mined. */
class FailedPayoutsTest extends PayoutScene {

  @Test
  void whatCanNeverBePaidFailsWithoutATransaction() {
    World world = new World(200);
    TxId elsewhere = world.withdraw(100_000, "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq");
    TxId dust = world.withdraw(200, address("bech32"));
    TxId late = world.withdraw(100_000, address("bech32"), Duration.ofMinutes(30));
    world.turn();
    world.turn();

    assertThat(world.all(PsbtProposed.class)).isEmpty();
    assertThat(world.all(MessageDelivered.class))
        .allMatch(one -> one.outcome() == Outcome.FAILED)
        .extracting(MessageDelivered::txid)
        .containsExactlyInAnyOrder(elsewhere, dust, late);
    assertThat(List.of(elsewhere, dust, late)).extracting(world.desk::state).containsOnly("FAILED");
  }

  @Test
  void whatWasSignedButNotSentIsNotSentAfterTheDeadlineAndCosignersSignNothingThen() {
    World world = new World(200);
    world.withdraw(100_000, address("bech32"));
    world.desk.run();
    world.carry();
    Hash signed = world.lastSent();
    world.pass(World.LIFETIME);
    world.turn();

    assertThat(READER.mempoolEntry(signed)).isEmpty();
    World late = new World(200);
    late.withdraw(100_000, address("bech32"));
    late.desk.run();
    late.pass(World.LIFETIME);
    late.carry();
    assertThat(late.all(PsbtRefused.class))
        .isNotEmpty()
        .allMatch(one -> one.reason().equals("TOO_LATE"));
  }

  @Test
  void whatFailedIsConfirmedByEveryKeyThatSignedNothingAndNeverSignedAfterwards() {
    World world = new World(200);
    TxId small = world.withdraw(400, address("bech32"));
    world.turn();
    assertThat(world.all(PsbtProposed.class)).as("its share of the fee leaves dust").isEmpty();
    TxId unheard = world.withdraw(100_000, address("bech32"));
    world.desk.run();
    world.pass(World.LIFETIME);
    world.desk.run();
    assertThat(world.desk.state(unheard)).as("nobody has signed it").isEqualTo("WAITING");
    world.desk.run();

    for (TxId txid : List.of(small, unheard)) {
      MessageDelivered told = world.outcome(txid);
      assertThat(told.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(told.ref().txHash()).isEqualTo(new Hash("0x" + "00".repeat(32)));
      assertThat(world.witnesses(told)).allMatch(Testimony.Confirmed.class::isInstance);
      assertThat(world.outsider(told))
          .as("without a key nobody knows what was signed")
          .isInstanceOf(Testimony.Contradicted.class);
      assertThat(world.signers).allMatch(one -> one.table.isNever(txid));
    }
  }

  @Test
  void aSignatureThatCameTooLateContradictsAFailureUntilItsNodeShowsTheCoinSpentOtherwise() {
    World world = new World(200);
    TxId late = world.withdraw(1_500_000, address("bech32"));
    world.desk.run();
    TestCosigner signer = world.signers.getFirst();
    signer.ask(world.all(PsbtProposed.class).getFirst());
    world.pass(World.LIFETIME);
    world.desk.run();
    world.desk.run();
    MessageDelivered told = world.outcome(late);
    world.carry();
    assertThat(world.witnesses(told))
        .hasExactlyElementsOfTypes(
            Testimony.Contradicted.class, Testimony.Confirmed.class, Testimony.Confirmed.class);

    TxId next = world.withdraw(1_600_000, address("bech32"));
    world.turn();
    Hash spender = world.lastSent();
    NODE.mine(1);
    long height = NODE.height();
    assertThatThrownBy(() -> signer.show(late, spender, height)).hasMessageContaining("deep");
    Hash unrelated = NODE.pay(address("bech32"), 10_000);
    NODE.mine(1);
    world.turn();
    assertThat(world.desk.state(next)).isEqualTo("PAID");
    NODE.mine(1);
    assertThatThrownBy(() -> signer.show(late, unrelated, height + 1))
        .hasMessageContaining("no coin of what");
    assertThatThrownBy(() -> signer.show(late, spender, height + 1))
        .hasMessageContaining("in that block");
    assertThatThrownBy(() -> signer.show(next, spender, height))
        .hasMessageContaining("may have paid it");
    assertThat(signer.shown).isZero();

    signer.show(late, spender, height);

    assertThat(signer.shown).isEqualTo(1);
    assertThat(signer.dead.of(late))
        .singleElement()
        .satisfies(one -> assertThat(one.spentBy()).isEqualTo(spender));
    assertThat(world.witnesses(told)).allMatch(Testimony.Confirmed.class::isInstance);
    assertThat(signer.table.couldPayTwice(late, Set.of("00".repeat(32) + ":0"))).isFalse();
    assertThat(signer.table.isNever(late)).isTrue();
  }

  @Test
  void whoIsTooLateIsLeftOutOfWhatWasNotSentAndFailsOnceTheOthersArePaid() {
    World world = new World(200);
    TxId patient = world.withdraw(100_000, address("bech32"));
    TxId hasty = world.withdraw(150_000, address("bech32"), Duration.ofHours(3));
    world.desk.run();
    world.carry();
    world.pass(Duration.ofHours(2));
    world.turn();
    assertThat(world.all(PsbtProposed.class).getLast().members()).containsExactly(patient);
    assertThat(world.desk.state(hasty)).isEqualTo("HELD");
    assertThatThrownBy(() -> world.desk.fail(hasty)).hasMessageContaining("may still be mined");
    assertThatThrownBy(() -> world.desk.release(hasty)).hasMessageContaining("deadline");
    NODE.mine(2);
    world.turn();
    world.turn();

    assertThat(world.desk.state(patient)).isEqualTo("PAID");
    assertThat(world.desk.state(hasty)).isEqualTo("FAILED");
    MessageDelivered told = world.outcome(hasty);
    assertThat(told.ref().txHash()).isEqualTo(world.outcome(patient).ref().txHash());
    assertThat(world.witnesses(told)).allMatch(Testimony.Confirmed.class::isInstance);
    assertThat(world.witnesses(world.claim(patient, Outcome.FAILED, told)))
        .allMatch(Testimony.Contradicted.class::isInstance);
  }
}
