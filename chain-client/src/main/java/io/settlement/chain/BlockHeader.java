// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

/**
 * A block with what its header says of its logs.
 *
 * @param block the block
 * @param bloom what its logs may name
 */
public record BlockHeader(BlockRef block, Bloom bloom) {}
