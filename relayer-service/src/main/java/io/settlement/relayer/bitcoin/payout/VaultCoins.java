// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.TxId;
import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.chain.bitcoin.UnspentOutput;
import io.settlement.events.value.Hex;
import io.settlement.relayer.bitcoin.wallet.Coin;
import io.settlement.relayer.bitcoin.wallet.VaultDescriptor;
import io.settlement.relayer.bitcoin.wallet.VaultScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The vault's confirmed coins, as the node's set of unspent outputs has them. */
final class VaultCoins {
  /** How far nodes look below a descriptor's wildcard. */
  private static final int RANGE = 1_000;

  private final VaultDescriptor vault;
  private final BitcoinReader reader;
  private final Map<String, VaultScript> scripts = new HashMap<>();

  VaultCoins(VaultDescriptor vault, BitcoinReader reader) {
    this.vault = vault;
    this.reader = reader;
  }

  synchronized List<Coin> confirmed() {
    List<String> both =
        List.of(vault.forNode(VaultDescriptor.DEPOSITS), vault.forNode(VaultDescriptor.CHANGE));
    List<UnspentOutput> unspent = reader.unspentUnder(both).outputs();
    derive(unspent);
    List<Coin> coins = new ArrayList<>();
    for (UnspentOutput one : unspent) {
      VaultScript script = scripts.get(one.output().script());
      if (script != null) {
        coins.add(
            new Coin(
                new OutPoint(
                    new TxId(one.output().outpoint().txid().hex().substring(2)),
                    one.output().outpoint().vout()),
                one.output().sats(),
                script.branch(),
                script.index()));
      }
    }
    return coins;
  }

  /** Only as far as these outputs need it: deriving takes a while. */
  private void derive(List<UnspentOutput> unspent) {
    for (long index = scripts.size() / 2; index <= RANGE; index++) {
      if (unspent.stream().allMatch(one -> scripts.containsKey(one.output().script()))) {
        return;
      }
      for (int branch : List.of(VaultDescriptor.DEPOSITS, VaultDescriptor.CHANGE)) {
        VaultScript script = vault.script(branch, index);
        scripts.put(Hex.encode(script.output().toByteArray()), script);
      }
    }
  }
}
