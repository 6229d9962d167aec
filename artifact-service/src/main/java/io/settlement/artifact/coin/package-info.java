// SPDX-License-Identifier: Apache-2.0
/** Bookings of what messages say about BTC: what came into custody, and what left it. */
@NullMarked
package io.settlement.artifact.coin;

import org.jspecify.annotations.NullMarked;
