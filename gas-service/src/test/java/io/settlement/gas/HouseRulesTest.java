// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas;

import io.settlement.kit.test.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  @Test
  void theGasServiceKeepsTheHouseRules() {
    HouseRules.check(GasApplication.class);
  }
}
