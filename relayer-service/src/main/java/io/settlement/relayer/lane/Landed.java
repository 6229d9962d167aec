// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.Receipt;
import io.settlement.events.value.Hash;

/**
 * A mined submission whose block may still be replaced. Its bytes stay in the tables.
 *
 * @param txHash which of its attempts was mined
 */
record Landed(long id, long nonce, Hash txHash, long blockNumber, Hash blockHash) {

  static Landed of(Flight flight, Receipt receipt) {
    return new Landed(
        flight.id(), flight.nonce(), receipt.txHash(), receipt.blockNumber(), receipt.blockHash());
  }

  boolean isIn(Receipt receipt) {
    return blockHash.equals(receipt.blockHash());
  }
}
