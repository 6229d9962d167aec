// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.events.value.Wei;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Two native tokens against each other; both have 18 decimals.
 *
 * @param source US dollars for one of the source chain
 * @param destination US dollars for one of the destination chain
 */
public record Rates(BigDecimal source, BigDecimal destination) {

  /** Destination wei in source wei, rounded up: what was spent is never charged too low. */
  public Wei toSource(Wei onDestination) {
    int scale = Math.max(Math.max(source.scale(), destination.scale()), 0);
    BigInteger multiplier = destination.setScale(scale).unscaledValue();
    BigInteger divisor = source.setScale(scale).unscaledValue();
    BigInteger[] parts = onDestination.value().multiply(multiplier).divideAndRemainder(divisor);
    return new Wei(parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE));
  }
}
