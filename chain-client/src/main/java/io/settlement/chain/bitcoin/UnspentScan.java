// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

import io.settlement.events.value.Hash;
import java.util.List;

/**
 * Everything unspent under some descriptors, at one block.
 *
 * @param height of the block
 * @param block the block
 * @param outputs ordered by transaction and number
 */
public record UnspentScan(long height, Hash block, List<UnspentOutput> outputs) {

  /** Copies the list. */
  public UnspentScan {
    outputs = List.copyOf(outputs);
  }
}
