// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** Somebody who knows what a native token is worth. */
interface RateSource {

  /** What it is called. */
  String name();

  /** Older prices of it do not count. */
  Duration maxAge();

  /**
   * Asks it.
   *
   * @throws RuntimeException when it does not answer, or not with a price
   */
  Quoted ask();

  /**
   * What it said.
   *
   * @param usd US dollars for one whole token, above zero
   * @param at when that was so
   */
  record Quoted(BigDecimal usd, Instant at) {}
}
