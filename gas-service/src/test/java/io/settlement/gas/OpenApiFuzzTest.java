// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas;

import io.settlement.kit.test.OpenApiFuzz;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is asked of whichever operation, nothing breaks. */
class OpenApiFuzzTest extends GasTest {
  private static final String QUOTE =
      """
      {"fromChain": "Alpha", "fromHandler": "0x%s", "toChain": "Beta", "toHandler": "0x%s",
       "amount": "1"}
      """
          .formatted("11".repeat(20), "22".repeat(20));

  private static final Map<String, String> USUAL =
      Map.of(
          "fromChain",
          "\"Alpha\"",
          "fromHandler",
          "\"0x" + "11".repeat(20) + "\"",
          "toChain",
          "\"Beta\"",
          "toHandler",
          "\"0x" + "22".repeat(20) + "\"",
          "amount",
          "\"1\"",
          "sender",
          "\"0x" + "33".repeat(20) + "\"",
          "quote",
          QUOTE,
          "hops",
          "[" + QUOTE + "]",
          "because",
          "\"of the test\"");

  @LocalServerPort int port;

  @Test
  void everyOperationAsksWhoCallsAndRefusesNonsense() {
    OpenApiFuzz.assertThatNothingBreaks(port, USUAL, 15);
  }
}
