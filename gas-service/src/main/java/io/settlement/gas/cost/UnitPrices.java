// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

import io.settlement.events.value.Gas;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What gas may cost.
 *
 * @param delivery in wei of the destination chain
 * @param callback in wei of the source chain
 */
public record UnitPrices(OfLeg delivery, OfLeg callback) {

  /**
   * Of one leg.
   *
   * @param price of one unit
   * @param gas units that were priced; null when that was not kept yet
   */
  public record OfLeg(Wei price, @Nullable Gas gas) {
    private OfLeg times(Wei money, Wei of) {
      BigInteger product = price.value().multiply(money.value());
      return new OfLeg(new Wei(product.divide(of.value())), gas);
    }
  }

  /** The same for another sum of money, rounded down: no more than the money covers. */
  UnitPrices times(Wei money, Wei of) {
    return new UnitPrices(delivery.times(money, of), callback.times(money, of));
  }
}
