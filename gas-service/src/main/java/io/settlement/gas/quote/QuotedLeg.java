// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.chain.contract.GasPromise;
import io.settlement.gas.cost.LegPrice;
import org.jspecify.annotations.Nullable;

/**
 * A leg as it was promised.
 *
 * @param time null when too few messages were measured
 */
record QuotedLeg(LegPrice price, @Nullable LegTime time) {

  GasPromise.Leg told() {
    return new GasPromise.Leg(
        price.leg().name(),
        price.chain(),
        price.gasLimit(),
        price.baseFee(),
        price.priorityFee(),
        price.dataFee(),
        price.feeNative(),
        price.feeInSource());
  }
}
