// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;

/**
 * An account or contract on an EVM chain (20 bytes, no checksum spelling).
 *
 * @param hex 0x and 40 lower-case hexadecimal digits
 */
public record EvmAddress(@JsonValue String hex) {
  private static final int DIGITS = 40;

  /** Accepts upper and lower case; keeps lower case. */
  @JsonCreator
  public EvmAddress {
    hex = Hex.normalise("address", hex, DIGITS);
  }

  /** From big-endian bytes of the exact length. */
  public static EvmAddress of(byte[] bytes) {
    return new EvmAddress(Hex.encode(bytes));
  }

  /** From an unsigned integer that fits. */
  public static EvmAddress of(BigInteger unsigned) {
    return new EvmAddress(Hex.padded("address", unsigned, DIGITS));
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
