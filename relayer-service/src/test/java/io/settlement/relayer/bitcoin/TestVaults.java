// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin;

import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.events.value.ChainName;
import java.time.Duration;
import java.util.List;

/** Vaults on regtest, as an operator would configure them. */
public final class TestVaults {
  private TestVaults() {}

  /** One of them. */
  public static Vaults of(ChainName chain, VaultSettings settings) {
    return of(chain, 1_000, settings);
  }

  /** One whose addresses end at this index. */
  public static Vaults of(ChainName chain, int lastIndex, VaultSettings settings) {
    return new Vaults(
        chain,
        BitcoinNetwork.REGTEST,
        new VaultsSettings(List.of(settings), 1, lastIndex, Duration.ofMinutes(10)));
  }
}
