// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.kit.test.OpenApiFuzz;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is asked of whichever operation of the gateway's own, nothing breaks. */
class OpenApiFuzzTest extends GatewayWorld {
  @LocalServerPort private int port;

  @Test
  void everyOperationAsksWhoCallsAndRefusesNonsense() {
    OpenApiFuzz fuzz = OpenApiFuzz.of("http://localhost:" + port, Map.of());

    assertThat(fuzz.operations()).isGreaterThan(3);
    assertThat(fuzz.openToNobody()).isEmpty();
    assertThat(fuzz.openToTheWrong(Map.of("partner", Map.entry("X-API-Key", PARTNER)))).isEmpty();
    for (String key : List.of(PARTNER, ADMIN)) {
      assertThat(fuzz.broken(Map.entry("X-API-Key", key), Set.of())).isEmpty();
    }
  }
}
