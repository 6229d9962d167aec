// SPDX-License-Identifier: Apache-2.0
/**
 * Pays withdrawals on Bitcoin: collects them into batches, has each batch signed by the cosigners,
 * sends it, makes it worth more while it is not mined, and says what became of every withdrawal.
 */
@NullMarked
package io.settlement.relayer.bitcoin.payout;

import org.jspecify.annotations.NullMarked;
