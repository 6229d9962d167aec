// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.chain.bitcoin.BitcoinOutput;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.LogRef;
import io.settlement.relayer.bitcoin.Vault;
import org.jspecify.annotations.Nullable;

/**
 * An output of a block that pays a vault.
 *
 * @param vault which
 * @param address the script it pays to
 * @param output what it holds
 * @param ref where
 * @param confirmations blocks that must stand, its own counted, before it is final here
 * @param message what is credited; null when its address was given to nobody, or it is too small
 */
record Sighting(
    Vault vault,
    VaultAddress address,
    BitcoinOutput output,
    LogRef ref,
    int confirmations,
    @Nullable CrossChainMessage message) {

  /** Whether its address was given to nobody. */
  boolean isUnassigned() {
    return address.owner() == null;
  }
}
