// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;

/**
 * A 32-byte hash: of a block, a transaction, a payload or a digest.
 *
 * @param hex 0x and 64 lower-case hexadecimal digits
 */
public record Hash(@JsonValue String hex) {
  private static final int DIGITS = 64;

  /** Accepts upper and lower case; keeps lower case. */
  @JsonCreator
  public Hash {
    hex = Hex.normalise("hash", hex, DIGITS);
  }

  /** From big-endian bytes of the exact length. */
  public static Hash of(byte[] bytes) {
    return new Hash(Hex.encode(bytes));
  }

  /** From an unsigned integer that fits. */
  public static Hash of(BigInteger unsigned) {
    return new Hash(Hex.padded("hash", unsigned, DIGITS));
  }

  /** Big-endian bytes. */
  public byte[] bytes() {
    return Hex.decode(hex);
  }

  /** As an unsigned integer. */
  public BigInteger toBigInteger() {
    return new BigInteger(hex.substring(2), 16);
  }

  @Override
  public String toString() {
    return hex;
  }
}
