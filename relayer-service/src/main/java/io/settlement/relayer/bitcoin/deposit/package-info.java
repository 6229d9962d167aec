// SPDX-License-Identifier: Apache-2.0
/**
 * BTC that comes in: addresses given out, outputs found in blocks, their messages told once they
 * are final, and what a validator's own node shows of them.
 */
@NullMarked
package io.settlement.relayer.bitcoin.deposit;

import org.jspecify.annotations.NullMarked;
