// SPDX-License-Identifier: Apache-2.0
/** Gas prices of every chain and the rates between their native tokens, sampled and published. */
@NullMarked
package io.settlement.gas.price;

import org.jspecify.annotations.NullMarked;
