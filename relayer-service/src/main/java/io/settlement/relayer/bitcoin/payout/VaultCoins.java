// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.TxId;
import io.settlement.chain.bitcoin.UnspentOutput;
import io.settlement.chain.bitcoin.UnspentScan;
import io.settlement.relayer.bitcoin.wallet.Coin;
import io.settlement.relayer.bitcoin.wallet.VaultDescriptor;
import io.settlement.relayer.bitcoin.wallet.VaultScripts;
import java.util.ArrayList;
import java.util.List;

/** The vault's confirmed coins, as the node's set of unspent outputs has them. */
final class VaultCoins {
  /** What is mined rests for so many blocks, whoever it pays. */
  private static final int MATURITY = 100;

  private final PayoutVault vault;
  private final VaultScripts scripts;

  VaultCoins(PayoutVault vault) {
    this.vault = vault;
    this.scripts = new VaultScripts(vault.descriptor(), vault.lastIndex());
  }

  /**
   * What the vault has.
   *
   * @param rested those that the next block may spend
   * @param resting how many it may not
   */
  record Coins(List<Coin> rested, long resting) {}

  Coins confirmed() {
    VaultDescriptor descriptor = vault.descriptor();
    List<String> both =
        List.of(
            descriptor.forNode(VaultDescriptor.DEPOSITS),
            descriptor.forNode(VaultDescriptor.CHANGE));
    UnspentScan scan = vault.reader().unspentUnder(both, vault.lastIndex());
    List<UnspentOutput> rested =
        scan.outputs().stream().filter(one -> hasRested(one, scan.height())).toList();
    return new Coins(coins(rested), (long) scan.outputs().size() - rested.size());
  }

  /**
   * A block may spend it that is {@code rest} above its own: the next one is one above the head.
   */
  private boolean hasRested(UnspentOutput one, long head) {
    int rest = Math.max(vault.descriptor().rest(), one.coinbase() ? MATURITY : 0);
    return head + 1 - one.height() >= rest;
  }

  private List<Coin> coins(List<UnspentOutput> unspent) {
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
