// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

import io.settlement.events.value.Hash;
import java.util.List;

/**
 * A transaction of a block or of the mempool.
 *
 * @param txid as explorers write it
 * @param vbytes its virtual size
 * @param inputs what it spends, in its order
 * @param outputs what it makes, in its order
 */
public record BitcoinTransaction(
    Hash txid, long vbytes, List<BitcoinInput> inputs, List<BitcoinOutput> outputs) {

  /** Copies the lists. */
  public BitcoinTransaction {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
