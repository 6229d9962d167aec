// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import fr.acinq.bitcoin.OutPoint;
import java.util.Comparator;

/**
 * An unspent output of the vault.
 *
 * @param value satoshi
 * @param branch of its script
 * @param index of its script
 */
public record Coin(OutPoint outpoint, long value, int branch, long index) {
  /** The order of inputs: by transaction as explorers write it, then by output. */
  public static final Comparator<Coin> BY_PLACE =
      Comparator.comparing((Coin coin) -> coin.outpoint().txid.toString())
          .thenComparingLong(coin -> coin.outpoint().index);
}
