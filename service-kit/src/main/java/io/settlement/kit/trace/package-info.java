// SPDX-License-Identifier: Apache-2.0
/** One trace for each message, from observed to refunded, whichever services it passes. */
@NullMarked
package io.settlement.kit.trace;

import org.jspecify.annotations.NullMarked;
