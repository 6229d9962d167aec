// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import java.util.Locale;

/** Bytes of the Ethereum virtual machine, in hex without 0x; nothing newer than Istanbul. */
final class Code {
  /** Makes a contract of what stands behind it. */
  private static final String MAKES_THE_REST = "600d380380600d6000396000f3";

  private static final String RETURN_ALL_THAT_CAME_BACK = "3d600060003e3d6000f3";

  private Code() {}

  /** Returns 32 bytes for each expression, which are opcodes that leave one value. */
  static String words(String... expressions) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < expressions.length; i++) {
      code.append(expressions[i]).append(push(32L * i)).append("52");
    }
    return code.append(push(32L * expressions.length)).append("6000f3").toString();
  }

  /** Pushes a number. */
  static String push(long value) {
    String hex = Long.toHexString(value);
    String even = hex.length() % 2 == 0 ? hex : "0" + hex;
    return String.format(Locale.ROOT, "%02x", 0x5f + even.length() / 2) + even;
  }

  /** Returns the size of a contract of so many zero bytes, made on the way; 0 when it was not. */
  static String sizeOfAContractOf(long bytes) {
    String makes = push(bytes) + "6000f3";
    int length = makes.length() / 2;
    return push(length, makes)
        + "600052"
        + push(length)
        + push(32L - length)
        + "6000f03b60005260206000f3";
  }

  private static String push(int length, String bytes) {
    return String.format(Locale.ROOT, "%02x", 0x5f + length) + bytes;
  }

  /** Makes a contract of the code on the way, calls it with the data, returns what it returns. */
  static String callOf(String runtime, String data) {
    String makes = MAKES_THE_REST + runtime;
    long made = makes.length() / 2;
    long called = data.length() / 2;
    String tail = makes + data;
    String carry = "";
    // The tail stands behind the code, whose length depends on where the tail begins.
    long at;
    do {
      at = carry.length() / 2;
      carry =
          push(made + called)
              + push(at)
              + "600039" // the tail to memory
              + push(made)
              + "60006000f0" // the contract
              + "60006000"
              + push(called)
              + push(made)
              + "600085" // to be called with the data
              + "5af1"
              + RETURN_ALL_THAT_CAME_BACK;
    } while (at != carry.length() / 2);
    return carry + tail;
  }

  /** A contract that runs its call's data as code, for whoever calls it and with what they send. */
  static String runner() {
    String runtime =
        "6c"
            + MAKES_THE_REST
            + "600052" // what makes a contract, right before
            + "3660006020"
            + "37" // the call's data
            + "36600d0160136000f0" // the contract
            + "60006000600060008"
            + "45af4" // runs as if it were here
            + RETURN_ALL_THAT_CAME_BACK;
    return MAKES_THE_REST + runtime;
  }
}
