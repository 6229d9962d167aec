// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

/**
 * What one message's share of a transaction cost its submitter. In a batch the gas metered on chain
 * is the message's own, but for what the first one warmed for all (at most 50,000 beyond the median
 * of the others); the rest of the receipt is shared equally and the first message carries the
 * remainder, so the shares of a transaction add up to its receipt exactly.
 *
 * @param chain where it was paid
 * @param txHash the transaction
 * @param submitter the account that paid
 * @param gasUsed this message's share of the receipt's gas
 * @param gasPrice effective price of one unit, from the receipt
 * @param dataFee this message's share of what the receipt says beside gas (the L1 data fee of a
 *     rollup), wei; shared equally, the first message carries the remainder
 * @param fee gasUsed × gasPrice + dataFee
 * @param stranger whether the submitter is no account of the operator: then it cost him nothing
 */
public record ExecutionCost(
    ChainName chain,
    Hash txHash,
    EvmAddress submitter,
    Gas gasUsed,
    Wei gasPrice,
    @MayBeAbsent("in facts written before there were data fees: it is 0") Wei dataFee,
    Wei fee,
    boolean stranger) {

  /** What was told before there were data fees had none. */
  @SuppressWarnings("ConstantValue")
  public ExecutionCost {
    dataFee = dataFee == null ? Wei.ZERO : dataFee;
  }

  /** Paid by the operator, without a data fee. */
  public ExecutionCost(
      ChainName chain, Hash txHash, EvmAddress submitter, Gas gasUsed, Wei gasPrice, Wei fee) {
    this(chain, txHash, submitter, gasUsed, gasPrice, Wei.ZERO, fee, false);
  }
}
