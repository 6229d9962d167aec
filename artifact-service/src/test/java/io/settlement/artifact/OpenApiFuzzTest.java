// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact;

import io.settlement.kit.test.OpenApiFuzz;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is asked of whichever operation, nothing breaks. */
class OpenApiFuzzTest extends ArtifactTest {
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
    OpenApiFuzz.assertThatNothingBreaks(port, USUAL, 10);
  }
}
