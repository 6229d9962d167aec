// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.Hex;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The contract refused the call. */
public final class Reverted extends ChainException {
  private static final long serialVersionUID = 1L;
  private static final String ERROR_STRING = "0x08c379a0";
  private static final String PANIC = "0x4e487b71";

  private final byte[] data;

  /**
   * @param method what was asked, for the message
   * @param data the revert data; empty when the contract gave none
   */
  public Reverted(String method, byte[] data) {
    super(method + " reverted: " + reason(data));
    this.data = data.clone();
  }

  /** The revert data; empty when the contract gave none. */
  public byte[] data() {
    return data.clone();
  }

  /** Selector of the custom error, 0x and 8 digits; 0x when the contract gave none. */
  public String selector() {
    return selector(data);
  }

  /** The text of a require, the code of a panic, else the selector. */
  public String reason() {
    return reason(data);
  }

  private static String selector(byte[] data) {
    return Hex.encode(Arrays.copyOf(data, data.length < 4 ? 0 : 4));
  }

  private static String reason(byte[] data) {
    String selector = selector(data);
    if (selector.equals(PANIC) && data.length == 36) {
      return "panic " + Hex.encode(Arrays.copyOfRange(data, 35, 36));
    }
    if (selector.equals(ERROR_STRING) && data.length >= 68) {
      return text(data);
    }
    return selector;
  }

  private static String text(byte[] data) {
    BigInteger length = new BigInteger(1, Arrays.copyOfRange(data, 36, 68));
    int end = length.min(BigInteger.valueOf(data.length - 68L)).intValue() + 68;
    return new String(data, 68, end - 68, StandardCharsets.UTF_8);
  }
}
