// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact;

import io.settlement.kit.test.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  @Test
  void theArtifactServiceKeepsTheHouseRules() {
    HouseRules.check(ArtifactApplication.class);
  }
}
