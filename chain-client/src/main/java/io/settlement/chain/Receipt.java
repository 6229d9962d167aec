// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Wei;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a mined transaction.
 *
 * @param txHash the transaction
 * @param blockNumber height of its block
 * @param blockHash its block
 * @param success false when it reverted as a whole
 * @param from who paid
 * @param to the contract it called; null when it created one
 * @param gasUsed what it used, refunds of the machine deducted
 * @param effectiveGasPrice what one unit cost
 * @param dataFee what was paid beside gas: the L1 data fee of OP-stack chains and Scroll ({@code
 *     l1Fee}), wei; zero elsewhere, also on Arbitrum, whose gas used holds it already
 * @param logs its logs in order
 */
public record Receipt(
    Hash txHash,
    long blockNumber,
    Hash blockHash,
    boolean success,
    EvmAddress from,
    @Nullable EvmAddress to,
    Gas gasUsed,
    Wei effectiveGasPrice,
    Wei dataFee,
    List<ChainLog> logs) {

  /** Keeps its own list of logs. */
  public Receipt {
    logs = List.copyOf(logs);
  }

  /** What its sender paid for it, beside the value that went along, wei. */
  public Wei fee() {
    return gasUsed.at(effectiveGasPrice).plus(dataFee);
  }

  /** The same with some of its logs only. */
  public Receipt withLogs(List<ChainLog> some) {
    return new Receipt(
        txHash,
        blockNumber,
        blockHash,
        success,
        from,
        to,
        gasUsed,
        effectiveGasPrice,
        dataFee,
        some);
  }
}
