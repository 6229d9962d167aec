// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.Wei;

/**
 * What gas costs in the next block.
 *
 * @param baseFeeNextBlock base fee of the block after the newest; zero on chains without one
 * @param priorityFee tip; the whole gas price on chains without a base fee
 */
public record FeeSnapshot(Wei baseFeeNextBlock, Wei priorityFee) {

  /** What one unit of gas costs in the next block. */
  public Wei gasPrice() {
    return baseFeeNextBlock.plus(priorityFee);
  }
}
