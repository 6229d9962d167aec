// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Wei;
import org.jspecify.annotations.Nullable;

/**
 * Everything the chains have said so far about a message's gas; null is what has not been said yet.
 *
 * @param prepaid sum of all payments
 * @param seen payments of a message that is final early, while they are not final themselves
 * @param deliveryFee wei of the destination chain
 * @param refunded what the vault paid back
 * @param refundCost what the refund's transaction cost its submitter
 */
record ChainFacts(
    @Nullable Sent sent,
    Wei prepaid,
    Wei seen,
    @Nullable EvmAddress refundTo,
    @Nullable Wei deliveryFee,
    @Nullable Wei callbackFee,
    @Nullable Wei refunded,
    @Nullable Wei refundCost) {

  /** What it may be delivered on: the final payments, or those seen while they are more. */
  Wei paidOrSeen() {
    return seen.compareTo(prepaid) > 0 ? seen : prepaid;
  }
}
