// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.TxId;
import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.chain.bitcoin.UnspentOutput;
import io.settlement.relayer.bitcoin.wallet.Coin;
import io.settlement.relayer.bitcoin.wallet.VaultDescriptor;
import io.settlement.relayer.bitcoin.wallet.VaultScripts;
import java.util.ArrayList;
import java.util.List;

/** The vault's confirmed coins, as the node's set of unspent outputs has them. */
final class VaultCoins {
  private final VaultDescriptor vault;
  private final BitcoinReader reader;
  private final VaultScripts scripts;

  VaultCoins(VaultDescriptor vault, BitcoinReader reader) {
    this.vault = vault;
    this.reader = reader;
    this.scripts = new VaultScripts(vault);
  }

  List<Coin> confirmed() {
    List<String> both =
        List.of(vault.forNode(VaultDescriptor.DEPOSITS), vault.forNode(VaultDescriptor.CHANGE));
    List<UnspentOutput> unspent = reader.unspentUnder(both).outputs();
    List<Coin> coins = new ArrayList<>();
    for (UnspentOutput one : unspent) {
      scripts
          .find(one.output().script())
          .ifPresent(
              script ->
                  coins.add(
                      new Coin(
                          new OutPoint(
                              new TxId(one.output().outpoint().txid().hex().substring(2)),
                              one.output().outpoint().vout()),
                          one.output().sats(),
                          script.branch(),
                          script.index())));
    }
    return coins;
  }
}
