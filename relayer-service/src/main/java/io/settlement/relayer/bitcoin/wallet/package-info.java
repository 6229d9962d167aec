// SPDX-License-Identifier: Apache-2.0
/**
 * The vault's arithmetic: which scripts are its own, what a spend of its coins costs, who bears
 * that, and the PSBT its cosigners pass around; no chain and no database is asked here.
 */
@NullMarked
package io.settlement.relayer.bitcoin.wallet;

import org.jspecify.annotations.NullMarked;
