// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.web3j.utils.Numeric;

/** Code for a creation that emits logs and leaves an empty contract. */
final class Emission {
  private Emission() {}

  /** A topic nobody used before. */
  static String topic() {
    byte[] topic = new byte[32];
    ThreadLocalRandom.current().nextBytes(topic);
    return Numeric.toHexString(topic);
  }

  /** One log with these topics, none to four, and a word of zeros. */
  static String of(String... topics) {
    return "0x" + log(topics) + "00";
  }

  /** Two logs in one transaction. */
  static String twice(String... topics) {
    return "0x" + log(topics) + log(topics) + "00";
  }

  /** PUSH32 each topic, the last first; PUSH1 32, PUSH1 0, LOGn. */
  private static String log(String... topics) {
    StringBuilder code = new StringBuilder();
    for (String topic : Arrays.asList(topics).reversed()) {
      code.append("7f").append(topic.substring(2));
    }
    return code.append("60206000a").append(topics.length).toString();
  }
}
