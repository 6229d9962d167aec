// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

/**
 * What one message's share of a transaction cost its submitter. In a batch the gas metered on chain
 * is the message's own; the rest of the receipt is shared equally and the first message carries the
 * remainder, so the shares of a transaction add up to its receipt exactly.
 *
 * @param chain where it was paid
 * @param txHash the transaction
 * @param submitter the account that paid
 * @param gasUsed this message's share of the receipt's gas
 * @param gasPrice effective price of one unit, from the receipt
 * @param fee gasUsed × gasPrice
 */
public record ExecutionCost(
    ChainName chain, Hash txHash, EvmAddress submitter, Gas gasUsed, Wei gasPrice, Wei fee) {}
