// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Wei;
import org.jspecify.annotations.Nullable;

/**
 * Everything the chains have said so far about a message's gas; null is what has not been said yet.
 *
 * @param prepaid sum of all payments
 * @param deliveryFee wei of the destination chain
 * @param refunded what the vault paid back
 * @param refundCost what the refund's transaction cost its submitter
 */
record ChainFacts(
    @Nullable Sent sent,
    Wei prepaid,
    @Nullable EvmAddress refundTo,
    @Nullable Wei deliveryFee,
    @Nullable Wei callbackFee,
    @Nullable Wei refunded,
    @Nullable Wei refundCost) {}
