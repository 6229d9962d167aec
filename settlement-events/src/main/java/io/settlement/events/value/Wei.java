// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;

/**
 * An amount of a chain's native token in its smallest unit (10^-18 of it).
 *
 * @param value 0 to 2^256 − 1
 */
public record Wei(BigInteger value) implements Comparable<Wei> {
  /** Nothing. */
  public static final Wei ZERO = new Wei(BigInteger.ZERO);

  /** Refuses negative values and values beyond a uint256. */
  public Wei {
    if (value.signum() < 0 || value.bitLength() > 256) {
      throw new InvalidValue("wei amount", value.toString());
    }
  }

  /** From a non-negative long. */
  public static Wei of(long value) {
    return new Wei(BigInteger.valueOf(value));
  }

  /** From decimal digits; the JSON form, because JSON numbers lose precision. */
  @JsonCreator
  public static Wei parse(String decimal) {
    try {
      return new Wei(new BigInteger(decimal));
    } catch (NumberFormatException e) {
      throw new InvalidValue("wei amount", decimal);
    }
  }

  /** The sum. */
  public Wei plus(Wei other) {
    return new Wei(value.add(other.value));
  }

  /**
   * The difference.
   *
   * @throws InvalidValue when {@code other} is larger
   */
  public Wei minus(Wei other) {
    return new Wei(value.subtract(other.value));
  }

  /** The product with a non-negative factor. */
  public Wei times(long factor) {
    return new Wei(value.multiply(BigInteger.valueOf(factor)));
  }

  /** Whether nothing is left. */
  public boolean isZero() {
    return value.signum() == 0;
  }

  @Override
  public int compareTo(Wei other) {
    return value.compareTo(other.value);
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
