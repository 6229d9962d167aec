// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Wei;
import io.settlement.gas.price.Price;

/**
 * What one leg is expected to cost at most.
 *
 * @param chain where it is paid
 * @param baseFee with headroom, wei of that chain for one unit
 * @param priorityFee wei of that chain for one unit
 * @param feeNative gasLimit × (baseFee + priorityFee), wei of that chain
 * @param feeInSource the same in wei of the source chain, rounded up
 */
public record LegPrice(
    Leg leg,
    ChainName chain,
    Gas gasLimit,
    GasSource gasSource,
    Wei baseFee,
    Wei priorityFee,
    Wei feeNative,
    Wei feeInSource) {

  /** What it pays for one unit at most, wei of its chain. */
  Wei unitPrice() {
    return baseFee.plus(priorityFee);
  }

  /** A leg on the source chain. */
  static LegPrice onSource(Leg leg, Units units, Price price) {
    Wei fee = price.fee(units.gas());
    return of(leg, units, price, fee, fee);
  }

  static LegPrice of(Leg leg, Units units, Price price, Wei feeNative, Wei feeInSource) {
    return new LegPrice(
        leg,
        price.chain(),
        units.gas(),
        units.source(),
        price.baseFee(),
        price.priorityFee(),
        feeNative,
        feeInSource);
  }
}
