// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;

/**
 * A handler on a chain, written {@code Chain:0x…}. On the wire a handler is a uint256; one that
 * fits 20 bytes is spelled as an address, a larger one with all 64 digits, so that a message to
 * nowhere can still be named and refused.
 *
 * @param chain where the handler lives
 * @param address 0x and 40 or 64 lower-case hexadecimal digits
 */
public record HandlerId(ChainName chain, String address) {
  private static final int SHORT = 40;
  private static final int LONG = 64;

  /** Keeps lower case. */
  public HandlerId {
    address = Hex.normalise("handler", address, address.length() == LONG + 2 ? LONG : SHORT);
  }

  /** From an address on an EVM chain. */
  public static HandlerId of(ChainName chain, EvmAddress address) {
    return new HandlerId(chain, address.hex());
  }

  /** From the uint256 of the wire. */
  public static HandlerId of(ChainName chain, BigInteger unsigned) {
    int digits = unsigned.bitLength() <= 160 ? SHORT : LONG;
    return new HandlerId(chain, Hex.padded("handler", unsigned, digits));
  }

  /** From {@code Chain:0x…}. */
  @JsonCreator
  public static HandlerId parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new InvalidValue("handler", text);
    }
    return new HandlerId(new ChainName(text.substring(0, colon)), text.substring(colon + 1));
  }

  /** Whether the address fits an EVM chain. */
  public boolean isEvm() {
    return address.length() == SHORT + 2;
  }

  /**
   * The address on an EVM chain.
   *
   * @throws InvalidValue when it is longer than 20 bytes
   */
  public EvmAddress evmAddress() {
    return new EvmAddress(address);
  }

  /** The uint256 of the wire. */
  public BigInteger toBigInteger() {
    return new BigInteger(address.substring(2), 16);
  }

  @JsonValue
  @Override
  public String toString() {
    return chain + ":" + address;
  }
}
