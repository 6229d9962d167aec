// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.kit.test.OpenApiFuzz;
import io.settlement.kit.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;

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
    OpenApiFuzz fuzz = OpenApiFuzz.of("http://localhost:" + port, USUAL);

    assertThat(fuzz.operations()).isGreaterThan(10);
    assertThat(fuzz.openToNobody()).isEmpty();
    for (String caller : List.of(TestTokens.partner(), TestTokens.operator())) {
      assertThat(fuzz.broken(Map.entry(HttpHeaders.AUTHORIZATION, caller), Set.of(503))).isEmpty();
    }
  }
}
