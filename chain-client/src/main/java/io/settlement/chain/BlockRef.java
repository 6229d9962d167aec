// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.Hash;
import io.settlement.events.value.Wei;
import java.time.Instant;

/**
 * A block, as far as settlement cares.
 *
 * @param number height
 * @param hash the block itself
 * @param parentHash the block before it
 * @param time the block's own time
 * @param baseFee wei for one unit of gas; zero on chains without one
 */
public record BlockRef(long number, Hash hash, Hash parentHash, Instant time, Wei baseFee) {}
