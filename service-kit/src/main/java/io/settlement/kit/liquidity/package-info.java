// SPDX-License-Identifier: Apache-2.0
/** How much can arrive over each route, held by each instance itself. */
@NullMarked
package io.settlement.kit.liquidity;

import org.jspecify.annotations.NullMarked;
