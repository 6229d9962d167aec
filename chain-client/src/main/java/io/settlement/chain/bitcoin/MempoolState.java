// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

/**
 * How full the queue for blocks is.
 *
 * @param transactions how many wait
 * @param vbytes how large they are together
 * @param leastRate what a transaction must pay to be taken at all
 */
public record MempoolState(long transactions, long vbytes, FeeRate leastRate) {}
