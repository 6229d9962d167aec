// SPDX-License-Identifier: Apache-2.0
/** Prices promised to a partner for a while. */
@NullMarked
package io.settlement.gas.quote;

import org.jspecify.annotations.NullMarked;
