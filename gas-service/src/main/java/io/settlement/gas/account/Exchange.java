// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.Wei;
import io.settlement.gas.price.Rates;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What money of the destination is worth at the rates of a message. Both ways round down, so a
 * payer in the destination's token is never charged more than his share.
 */
final class Exchange {
  private Exchange() {}

  /** Destination wei in source wei, rounded down: what a deposit covers. */
  static Wei worth(Rates rates, Wei onDestination) {
    return scaled(onDestination, rates.destination(), rates.source());
  }

  /** Source wei in destination wei, rounded down: what is taken from a deposit. */
  static Wei taken(Rates rates, Wei onSource) {
    return scaled(onSource, rates.source(), rates.destination());
  }

  /** Source wei in destination wei, rounded up and then up to what is worth no less. */
  static Wei enough(Rates rates, Wei onSource) {
    Wei floor = taken(rates, onSource);
    return worth(rates, floor).compareTo(onSource) < 0 ? floor.plus(Wei.of(1)) : floor;
  }

  private static Wei scaled(Wei amount, BigDecimal from, BigDecimal to) {
    int scale = Math.max(Math.max(from.scale(), to.scale()), 0);
    BigInteger multiplier = from.setScale(scale).unscaledValue();
    BigInteger divisor = to.setScale(scale).unscaledValue();
    return new Wei(amount.value().multiply(multiplier).divide(divisor));
  }
}
