// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

import io.settlement.events.value.Hash;

/**
 * One output of a transaction.
 *
 * @param txid the transaction, as explorers write it
 * @param vout number of the output, from 0
 */
public record Outpoint(Hash txid, long vout) {

  @Override
  public String toString() {
    return txid.hex().substring(2) + ":" + vout;
  }
}
