// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;

/**
 * An amount of a token in its smallest unit; how many make one is the token's {@code decimals}.
 *
 * @param value 0 to 2^256 − 1
 */
public record TokenAmount(BigInteger value) implements Comparable<TokenAmount> {
  /** Nothing. */
  public static final TokenAmount ZERO = new TokenAmount(BigInteger.ZERO);

  /** Refuses negative values and values beyond a uint256. */
  public TokenAmount {
    if (value.signum() < 0 || value.bitLength() > 256) {
      throw new InvalidValue("token amount", value.toString());
    }
  }

  /** From a non-negative long. */
  public static TokenAmount of(long value) {
    return new TokenAmount(BigInteger.valueOf(value));
  }

  /** From decimal digits; the JSON form, because JSON numbers lose precision. */
  @JsonCreator
  public static TokenAmount parse(String decimal) {
    try {
      return new TokenAmount(new BigInteger(decimal));
    } catch (NumberFormatException e) {
      throw new InvalidValue("token amount", decimal);
    }
  }

  /** The sum. */
  public TokenAmount plus(TokenAmount other) {
    return new TokenAmount(value.add(other.value));
  }

  /**
   * The difference.
   *
   * @throws InvalidValue when {@code other} is larger
   */
  public TokenAmount minus(TokenAmount other) {
    return new TokenAmount(value.subtract(other.value));
  }

  /** The product with a non-negative factor. */
  public TokenAmount times(long factor) {
    return new TokenAmount(value.multiply(BigInteger.valueOf(factor)));
  }

  /** Whether nothing is left. */
  public boolean isZero() {
    return value.signum() == 0;
  }

  @Override
  public int compareTo(TokenAmount other) {
    return value.compareTo(other.value);
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
