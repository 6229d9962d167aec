// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer;

import io.settlement.kit.test.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  @Test
  void theRelayerKeepsTheHouseRules() {
    HouseRules.check(RelayerApplication.class);
  }
}
