// SPDX-License-Identifier: Apache-2.0
/** Proves at final blocks that what is booked of keys and vaults is what they hold on chain. */
@NullMarked
package io.settlement.gas.proof;

import org.jspecify.annotations.NullMarked;
