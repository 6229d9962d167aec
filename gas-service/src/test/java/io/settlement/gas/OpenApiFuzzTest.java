// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.kit.test.OpenApiFuzz;
import io.settlement.kit.test.TestTokens;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;

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
    OpenApiFuzz fuzz = OpenApiFuzz.of("http://localhost:" + port, USUAL);

    assertThat(fuzz.operations()).isGreaterThan(15);
    assertThat(fuzz.openToNobody()).isEmpty();
    for (String caller : Set.of(TestTokens.partner(), TestTokens.operator())) {
      assertThat(fuzz.broken(Map.entry(HttpHeaders.AUTHORIZATION, caller), Set.of(503))).isEmpty();
    }
  }
}
