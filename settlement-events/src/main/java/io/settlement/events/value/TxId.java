// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;

/**
 * Identifies a message on every chain: the settlement contract's packed hash (protocol 2.3).
 *
 * @param hex 0x and 64 lower-case hexadecimal digits
 */
public record TxId(@JsonValue String hex) {
  private static final int DIGITS = 64;

  /** Accepts upper and lower case; keeps lower case. */
  @JsonCreator
  public TxId {
    hex = Hex.normalise("txid", hex, DIGITS);
  }

  /** From big-endian bytes of the exact length. */
  public static TxId of(byte[] bytes) {
    return new TxId(Hex.encode(bytes));
  }

  /** From an unsigned integer that fits. */
  public static TxId of(BigInteger unsigned) {
    return new TxId(Hex.padded("txid", unsigned, DIGITS));
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
