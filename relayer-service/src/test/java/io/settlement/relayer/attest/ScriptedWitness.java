// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.BitcoinWitness;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Says of Bitcoin what a test lets it say; its own node is the subject of other tests. */
final class ScriptedWitness implements BitcoinWitness {
  static final ChainName BITCOIN = new ChainName("Bitcoin");

  private final Map<Hash, Testimony> said = new ConcurrentHashMap<>();

  /** From now on, of what is in a transaction. */
  void say(Hash transaction, Testimony what) {
    said.put(transaction, what);
  }

  @Override
  public ChainName chain() {
    return BITCOIN;
  }

  @Override
  public long height() {
    return 1_000_000;
  }

  @Override
  public Testimony deposit(LogRef ref, TxId txid) {
    return said.getOrDefault(ref.txHash(), new Testimony.Absent());
  }

  @Override
  public Spending elsewhere(CrossChainMessage withdrawal, Hash transaction, long height) {
    return new Spending.Not(new Testimony.Absent());
  }

  @Override
  public Testimony outcome(CrossChainMessage withdrawal, Outcome outcome, LogRef ref) {
    return outcome == Outcome.SUCCESS ? deposit(ref, withdrawal.txid()) : new Testimony.Absent();
  }
}
