// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

import java.time.Instant;

/**
 * Where on a chain a fact was read. A status is a function of the block hash: the same log in
 * another block is another observation.
 *
 * @param chain the chain
 * @param blockNumber height of the block
 * @param blockHash the block itself
 * @param blockTime the block's own time
 * @param txHash the transaction
 * @param logIndex position of the log in the block
 */
public record LogRef(
    ChainName chain,
    long blockNumber,
    Hash blockHash,
    Instant blockTime,
    Hash txHash,
    long logIndex) {}
