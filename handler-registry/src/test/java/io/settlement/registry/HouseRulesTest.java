// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.kit.test.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  @Test
  void theRegistryKeepsTheHouseRules() {
    HouseRules.check(RegistryApplication.class);
  }

  @Test
  void onlyOnboardingReadsChains() {
    HouseRules.readsNoChain(RegistryApplication.class, "io.settlement.registry.onboarding..");
  }
}
