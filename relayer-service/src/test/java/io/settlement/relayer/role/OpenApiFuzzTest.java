// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.role;

import io.settlement.kit.test.OpenApiFuzz;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever is asked of whichever operation of whichever role, nothing breaks. */
class OpenApiFuzzTest extends EveryRole {
  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("because", "\"of the test\""),
          Map.entry("kind", "\"WINDOW\""),
          Map.entry("scope", "\"CHAIN\""),
          Map.entry("subject", "\"Nowhere\""),
          Map.entry("chain", "\"Nowhere\""),
          Map.entry("chainId", "4711"),
          Map.entry("token", "\"0x" + "11".repeat(20) + "\""),
          Map.entry("amount", "\"1\""),
          Map.entry("duration", "\"PT1H\""),
          Map.entry("stage", "\"PARKED\""),
          Map.entry("limit", "1"),
          Map.entry("recipient", "\"0x" + "33".repeat(20) + "\""),
          Map.entry("settlement", "\"0x" + "44".repeat(20) + "\""),
          Map.entry("verifier", "\"0x" + "55".repeat(20) + "\""),
          Map.entry("nodes", "[\"http://127.0.0.1:9\"]"));

  @Test
  void everyOperationAsksWhoCallsAndRefusesNonsense() {
    OpenApiFuzz.assertThatNothingBreaks(port, USUAL, 30);
  }
}
