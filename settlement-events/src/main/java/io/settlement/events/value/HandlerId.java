// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A handler on a chain, written {@code Chain:0x…}. On the wire a handler is a uint256; one that
 * fits 20 bytes is spelled as an address, a larger one with all 64 digits, so that a message to
 * nowhere can still be named and refused.
 *
 * @param chain where the handler lives
 * @param address 0x and 40 or 64 lower-case hexadecimal digits
 */
public record HandlerId(ChainName chain, String address) {
  private static final Pattern FORM = Pattern.compile("0x([0-9a-f]{40}|[0-9a-f]{64})");

  /** Keeps lower case. */
  public HandlerId {
    address = address.toLowerCase(Locale.ROOT);
    if (!FORM.matcher(address).matches()) {
      throw new InvalidValue("handler", address);
    }
  }

  /** From an address on an EVM chain. */
  public static HandlerId of(ChainName chain, EvmAddress address) {
    return new HandlerId(chain, address.hex());
  }

  /** From the uint256 of the wire. */
  public static HandlerId of(ChainName chain, BigInteger unsigned) {
    int digits = unsigned.bitLength() <= 160 ? 40 : 64;
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
    return address.length() == 42;
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
