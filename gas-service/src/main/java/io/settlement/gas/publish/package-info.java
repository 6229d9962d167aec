// SPDX-License-Identifier: Apache-2.0
/** Prices for the contracts that tell other chains what gas costs: signed, and said as facts. */
@NullMarked
package io.settlement.gas.publish;

import org.jspecify.annotations.NullMarked;
