// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import io.settlement.relayer.bitcoin.wallet.VaultDescriptor;

/**
 * A vault and the nodes through which it is seen.
 *
 * @param descriptor its keys
 * @param reader the own nodes
 * @param lastIndex as far as its scripts are looked for in each branch
 */
public record PayoutVault(VaultDescriptor descriptor, BitcoinReader reader, int lastIndex) {

  /** What Bitcoin is called here. */
  public ChainName chain() {
    return reader.settings().chain();
  }

  /** Which of its networks. */
  public BitcoinNetwork network() {
    return reader.settings().network();
  }

  /** The vault as a handler. */
  public HandlerId id() {
    return descriptor.handler(chain());
  }
}
