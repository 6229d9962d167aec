// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin;

import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.events.value.ChainName;
import java.util.List;

/** Vaults on regtest, as an operator would configure them. */
public final class TestVaults {
  private TestVaults() {}

  /** One of them. */
  public static Vaults of(ChainName chain, VaultSettings settings) {
    return new Vaults(chain, BitcoinNetwork.REGTEST, 1, List.of(settings));
  }
}
