// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Unanswered;
import java.math.BigInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Numbers of JSON-RPC. */
final class Quantity {
  private static final Pattern EXACT = Pattern.compile("0x(0|[1-9a-fA-F][0-9a-fA-F]*)");
  private static final Pattern LENIENT = Pattern.compile("0x[0-9a-fA-F]+");

  private Quantity() {}

  /** Whether it is written as the specification says: hex, no leading zeros. */
  static boolean isExact(JsonNode node) {
    return node.isString() && EXACT.matcher(node.asString()).matches();
  }

  /**
   * Its value; leading zeros do not matter here.
   *
   * @throws Unanswered when it is no number
   */
  static BigInteger big(JsonNode node) {
    if (!node.isString() || !LENIENT.matcher(node.asString()).matches()) {
      throw new Unanswered(Unanswered.Cause.GARBAGE, "not a number in hex: " + node);
    }
    return new BigInteger(node.asString().substring(2), 16);
  }

  /** The same for what fits. */
  static long of(JsonNode node) {
    BigInteger value = big(node);
    if (value.bitLength() > 62) {
      throw new Unanswered(Unanswered.Cause.GARBAGE, "a number too large: " + node);
    }
    return value.longValueExact();
  }

  /** In hex. */
  static String hex(long value) {
    return "0x" + Long.toHexString(value);
  }
}
