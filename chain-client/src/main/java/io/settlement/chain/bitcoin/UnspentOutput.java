// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

/**
 * An output nobody has spent.
 *
 * @param output what it holds
 * @param height of the block it is in; -1 while it is in the mempool
 * @param coinbase whether it was mined, and so may not be spent before 100 blocks
 */
public record UnspentOutput(BitcoinOutput output, long height, boolean coinbase) {
  /** The height of what is in no block yet. */
  public static final long IN_MEMPOOL = -1;
}
