// SPDX-License-Identifier: Apache-2.0
/** Measurements with worlds of their own: bursts, destinations, a long run. */
@NullMarked
package io.settlement.devnet.bench;

import org.jspecify.annotations.NullMarked;
