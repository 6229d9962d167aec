// SPDX-License-Identifier: Apache-2.0
/** What each leg of a message costs: units of gas, measured or assumed, at current prices. */
@NullMarked
package io.settlement.gas.cost;

import org.jspecify.annotations.NullMarked;
