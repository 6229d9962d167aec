// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

import io.settlement.events.value.Hash;
import java.time.Instant;

/**
 * A block without its transactions.
 *
 * @param height blocks before it
 * @param hash as explorers write it
 * @param parent the block before it; of the first, the zero hash
 * @param time what its miner says
 * @param medianTime median of the last eleven blocks' times: never runs backwards
 */
public record BitcoinHeader(
    long height, Hash hash, Hash parent, Instant time, Instant medianTime) {}
