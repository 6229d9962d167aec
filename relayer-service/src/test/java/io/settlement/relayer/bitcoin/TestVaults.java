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
    VaultsSettings one = new VaultsSettings(List.of(settings), 1, 1_000, Duration.ofMinutes(10));
    return new Vaults(chain, BitcoinNetwork.REGTEST, one);
  }
}
