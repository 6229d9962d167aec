// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

import io.settlement.events.value.Wei;
import java.math.BigInteger;

/**
 * What one unit of gas may cost.
 *
 * @param delivery wei of the destination chain
 * @param callback wei of the source chain
 */
public record UnitPrices(Wei delivery, Wei callback) {

  /** The same for another sum of money, rounded down: no more than the money covers. */
  UnitPrices times(Wei money, Wei of) {
    return new UnitPrices(scaled(delivery, money, of), scaled(callback, money, of));
  }

  private static Wei scaled(Wei price, Wei money, Wei of) {
    BigInteger product = price.value().multiply(money.value());
    return new Wei(product.divide(of.value()));
  }
}
