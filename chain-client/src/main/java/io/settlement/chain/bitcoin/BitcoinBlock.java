// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

import java.util.List;

/**
 * A block with its transactions, each with what its inputs held.
 *
 * @param header the block
 * @param transactions in the block's order, the coinbase first
 */
public record BitcoinBlock(BitcoinHeader header, List<BitcoinTransaction> transactions) {

  /** Copies the list. */
  public BitcoinBlock {
    transactions = List.copyOf(transactions);
  }
}
