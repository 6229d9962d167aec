// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.kit.test.OpenApiFuzz;
import io.settlement.kit.test.SuiteTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is asked of whichever operation, nothing breaks. */
@SuiteTest
class OpenApiFuzzTest {
  private static final Map<String, String> USUAL =
      Map.of(
          "because", "\"of the test\"",
          "from", "\"Alpha:0x" + "11".repeat(20) + "\"",
          "to", "\"Beta:0x" + "22".repeat(20) + "\"",
          "name", "\"Gamma\"",
          "status", "\"ACTIVE\"");

  @LocalServerPort int port;

  @Test
  void everyOperationAsksWhoCallsAndRefusesNonsense() {
    OpenApiFuzz.assertThatNothingBreaks(port, USUAL, 20);
  }
}
