// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;

/**
 * Units of gas.
 *
 * @param units 0 or more
 */
public record Gas(@JsonValue long units) {

  /** Refuses negative units. */
  @JsonCreator
  public Gas {
    if (units < 0) {
      throw new InvalidValue("gas", Long.toString(units));
    }
  }

  /** The sum. */
  public Gas plus(Gas other) {
    return new Gas(Math.addExact(units, other.units));
  }

  /** What this gas costs at a price per unit. */
  public Wei at(Wei price) {
    return new Wei(price.value().multiply(BigInteger.valueOf(units)));
  }

  @Override
  public String toString() {
    return Long.toString(units);
  }
}
