// SPDX-License-Identifier: Apache-2.0
/**
 * The suite's contracts as bytes: calldata, logs, digests and signatures, without any I/O. Encoding
 * and decoding are written out rather than reflected, so that a log is either read completely or
 * refused, and so that a batch costs microseconds; tests compare them with web3j's.
 */
@NullMarked
package io.settlement.chain.contract;

import org.jspecify.annotations.NullMarked;
