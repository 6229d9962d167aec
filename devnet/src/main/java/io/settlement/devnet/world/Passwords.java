// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords of one world's users, made when it comes up. */
final class Passwords {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Passwords() {}

  /** 144 bits in hexadecimal digits: nothing that a script or a URL would have to quote. */
  static String random() {
    byte[] bytes = new byte[18];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
