// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Wei;
import io.settlement.gas.price.Price;
import java.util.function.UnaryOperator;

/**
 * What one leg is expected to cost at most.
 *
 * @param chain where it is paid
 * @param baseFee with headroom, wei of that chain for one unit
 * @param priorityFee wei of that chain for one unit
 * @param dataFee what its bytes cost beside gas, wei of that chain; zero where data has no price of
 *     its own
 * @param feeNative gasLimit × (baseFee + priorityFee) + dataFee, wei of that chain
 * @param feeInSource the same in wei of the source chain, rounded up
 */
public record LegPrice(
    Leg leg,
    ChainName chain,
    Gas gasLimit,
    GasSource gasSource,
    Wei baseFee,
    Wei priorityFee,
    Wei dataFee,
    Wei feeNative,
    Wei feeInSource) {

  /** What it pays for one unit at most, wei of its chain. */
  Wei unitPrice() {
    return baseFee.plus(priorityFee);
  }

  /** The same for other units. */
  LegPrice with(Units units, UnaryOperator<Wei> toSource) {
    Wei fee = units.gas().at(unitPrice()).plus(dataFee);
    return new LegPrice(
        leg,
        chain,
        units.gas(),
        units.source(),
        baseFee,
        priorityFee,
        dataFee,
        fee,
        toSource.apply(fee));
  }

  /** A leg on the source chain. */
  static LegPrice onSource(Leg leg, Units units, Price price, Wei dataFee) {
    return of(leg, units, price, dataFee, UnaryOperator.identity());
  }

  /**
   * A leg.
   *
   * @param toSource turns wei of its chain into wei of the source chain, rounded up
   */
  static LegPrice of(Leg leg, Units units, Price price, Wei dataFee, UnaryOperator<Wei> toSource) {
    Wei feeNative = price.fee(units.gas()).plus(dataFee);
    return new LegPrice(
        leg,
        price.chain(),
        units.gas(),
        units.source(),
        price.baseFee(),
        price.priorityFee(),
        dataFee,
        feeNative,
        toSource.apply(feeNative));
  }
}
