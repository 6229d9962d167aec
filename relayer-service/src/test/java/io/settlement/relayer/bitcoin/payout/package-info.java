// SPDX-License-Identifier: Apache-2.0
/** The payout desk as tests drive it. */
@NullMarked
package io.settlement.relayer.bitcoin.payout;

import org.jspecify.annotations.NullMarked;
