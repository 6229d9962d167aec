// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.Gas;
import io.settlement.events.value.Wei;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What was prepaid for the gas of one leg of a message.
 *
 * @param price most for a unit of gas, wei of the leg's chain
 * @param units how many of them it was computed with; null when that was not said
 */
public record PrepaidGas(Wei price, @Nullable Gas units) {

  /** Null where no price was said: nothing limits it. */
  public static @Nullable PrepaidGas of(@Nullable Wei price, @Nullable Gas units) {
    return price == null ? null : new PrepaidGas(price, units);
  }

  /**
   * The same money for another quantity of gas, rounded down: what a unit may cost when so many are
   * used. Where no quantity was said, it is taken to be as expected.
   */
  BigDecimal priceFor(@Nullable Gas used) {
    BigDecimal known = new BigDecimal(price.value());
    Gas priced = units;
    return priced == null || used == null || used.units() == 0
        ? known
        : known
            .multiply(BigDecimal.valueOf(priced.units()))
            .divide(BigDecimal.valueOf(used.units()), 0, RoundingMode.DOWN);
  }

  /** Whether a unit may cost more than by the other; anything is more than nothing. */
  public boolean isMoreThan(@Nullable PrepaidGas other) {
    return other == null || price.compareTo(other.price()) > 0;
  }
}
