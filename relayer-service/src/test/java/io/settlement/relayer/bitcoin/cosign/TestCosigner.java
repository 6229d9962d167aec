// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import static io.settlement.relayer.bitcoin.cosign.PayoutScene.START;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.events.PsbtEvent.PsbtProposed;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.BitcoinWitness;
import io.settlement.relayer.bitcoin.Withdrawals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;

/** A cosigner of a world's vault, and the validator beside it. */
final class TestCosigner {
  final Store store;
  final CosignTable table;
  final Withdrawals checked;
  final Cosigner cosigner;
  final BitcoinWitness witness;
  final DeadPayments dead;
  int read;
  int shown;

  TestCosigner(World world, Store store, int key) {
    this.store = store;
    this.table = new CosignTable(store.jdbc());
    this.witness =
        world.witness(
            store,
            Optional.of(
                new KeptPromise(
                    Set.of(world.vault.id()), table, store.transactions(), world.clock)));
    this.checked = new Withdrawals(store.jdbc());
    this.dead = new DeadPayments(table, checked, witness, store.transactions(), world.clock);
    this.cosigner =
        new Cosigner(
            world.vault,
            world.keys.keys().get(key),
            new Escrows() {
              @Override
              public Optional<CrossChainMessage> checked(TxId txid) {
                return world.unknown.contains(txid)
                    ? Optional.empty()
                    : Optional.ofNullable(world.escrowed.get(txid));
              }

              @Override
              public void note(LongSupplier height) {
                if (checked.areUnnoted()) {
                  checked.note(height.getAsLong());
                }
              }

              @Override
              public OptionalLong seenAt(TxId txid) {
                return checked.notedAt(txid);
              }

              @Override
              public boolean isPending(CrossChainMessage message) {
                return true;
              }
            },
            new CosignSettings(
                Path.of("none"),
                Path.of("none"),
                250,
                20_000,
                100_000,
                Duration.ofHours(1),
                0,
                Duration.ofSeconds(1)),
            new Cosigner.Desk(table, world::tell, store.transactions(), world.clock),
            new SimpleMeterRegistry());
  }

  /** Only this one is asked. */
  void ask(PsbtProposed fact) {
    store.transactions().executeWithoutResult(s -> cosigner.onFacts(List.of(fact)));
    cosigner.run();
  }

  /** An operator points at a transaction. */
  void show(TxId withdrawal, Hash transaction, long height) {
    dead.show(withdrawal, transaction, height, () -> shown++);
  }

  boolean neverSign(TxId txid) {
    return Boolean.TRUE.equals(
        store.transactions().execute(status -> table.neverSign(txid, null, START)));
  }
}
