// SPDX-License-Identifier: Apache-2.0
/** Payouts from admission to confirmation, with cosigners of their own databases. */
@NullMarked
package io.settlement.relayer.bitcoin.cosign;

import org.jspecify.annotations.NullMarked;
