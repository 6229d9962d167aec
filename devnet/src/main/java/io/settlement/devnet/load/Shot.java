// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import io.settlement.devnet.evm.Wallet;
import io.settlement.devnet.journey.Sending;
import io.settlement.events.value.Hash;

/**
 * One message to be sent: a transfer, signed beforehand.
 *
 * @param sending who sends from where to where
 * @param raw the transaction
 * @param hash its hash
 */
record Shot(Sending sending, String raw, Hash hash) {
  Shot(Sending sending, String raw) {
    this(sending, raw, Wallet.hashOf(raw));
  }
}
