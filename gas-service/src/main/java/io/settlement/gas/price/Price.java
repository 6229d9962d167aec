// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Wei;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * What gas costs on a chain.
 *
 * @param baseFee next block's base fee, wei for one unit of gas
 * @param priorityFee tip, wei for one unit of gas
 * @param gasPerByte what a byte of a transaction costs beside gas, wei; zero where data has no
 *     price of its own
 * @param nativeUsd price of one whole native token in US dollars
 * @param sampledAt when the chain said so
 */
public record Price(
    ChainName chain,
    Wei baseFee,
    Wei priorityFee,
    Wei gasPerByte,
    BigDecimal nativeUsd,
    Instant sampledAt) {

  /** Of a chain whose data has no price of its own. */
  public Price(
      ChainName chain, Wei baseFee, Wei priorityFee, BigDecimal nativeUsd, Instant sampledAt) {
    this(chain, baseFee, priorityFee, Wei.ZERO, nativeUsd, sampledAt);
  }

  /** bytes × the price of one, as of now. */
  public Wei dataFee(int bytes) {
    return gasPerByte.times(bytes);
  }

  /** gas × (base fee + priority fee), as of now. */
  public Wei fee(Gas gas) {
    return gas.at(baseFee.plus(priorityFee));
  }

  /**
   * The same with room for the base fee to rise until it is paid, rounded up; for the whole gas
   * price on a chain without base fee.
   */
  public Price withHeadroom(BigDecimal factor) {
    return baseFee.isZero()
        ? new Price(chain, baseFee, raised(priorityFee, factor), gasPerByte, nativeUsd, sampledAt)
        : withBaseFee(raised(baseFee, factor));
  }

  private static Wei raised(Wei fee, BigDecimal factor) {
    BigDecimal raised = new BigDecimal(fee.value()).multiply(factor);
    return new Wei(raised.setScale(0, RoundingMode.CEILING).toBigIntegerExact());
  }

  /** The same at another base fee. */
  Price withBaseFee(Wei other) {
    return new Price(chain, other, priorityFee, gasPerByte, nativeUsd, sampledAt);
  }

  /** Whether it is too old to be used. */
  public boolean isStale(Instant now, Duration maxAge) {
    return sampledAt.plus(maxAge).isBefore(now);
  }
}
