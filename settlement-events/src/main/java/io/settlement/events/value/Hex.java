// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Locale;

/** The one spelling of bytes: 0x and lower-case digits. */
public final class Hex {
  private static final HexFormat FORMAT = HexFormat.of();

  private Hex() {}

  /** 0x-prefixed lower case. */
  public static String encode(byte[] bytes) {
    return "0x" + FORMAT.formatHex(bytes);
  }

  /**
   * @throws InvalidValue when the text is not 0x and an even number of hexadecimal digits
   */
  public static byte[] decode(String hex) {
    if (!hex.startsWith("0x")) {
      throw new InvalidValue("hex", hex);
    }
    try {
      return FORMAT.parseHex(hex, 2, hex.length());
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("hex", hex);
    }
  }

  static String normalise(String kind, String hex, int digits) {
    if (hex.length() != digits + 2 || !hex.startsWith("0x")) {
      throw new InvalidValue(kind, hex);
    }
    boolean hasCapitals = false;
    for (int i = 2; i < hex.length(); i++) {
      char digit = hex.charAt(i);
      if (!HexFormat.isHexDigit(digit)) {
        throw new InvalidValue(kind, hex);
      }
      hasCapitals |= digit >= 'A' && digit <= 'F';
    }
    return hasCapitals ? hex.toLowerCase(Locale.ROOT) : hex;
  }

  static String padded(String kind, BigInteger unsigned, int digits) {
    String text = unsigned.toString(16);
    if (unsigned.signum() < 0 || text.length() > digits) {
      throw new InvalidValue(kind, unsigned.toString());
    }
    return "0x" + "0".repeat(digits - text.length()) + text;
  }
}
