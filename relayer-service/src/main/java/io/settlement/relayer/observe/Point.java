// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.BlockRef;
import io.settlement.events.value.Hash;
import org.jspecify.annotations.Nullable;

/**
 * A block up to which a chain was read.
 *
 * @param number its height; −1 when nothing was read
 * @param hash the block itself; null before the first range, when there is nothing to compare with
 */
record Point(long number, @Nullable Hash hash) {

  static Point at(BlockRef block) {
    return new Point(block.number(), block.hash());
  }

  /** Whether the block at this height is another one now. */
  boolean isContradictedBy(BlockRef block) {
    return hash != null && !hash.equals(block.hash());
  }
}
