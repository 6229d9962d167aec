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
  void theRegistryReadsNoChain() {
    HouseRules.readsNoChain(RegistryApplication.class);
  }

  @Test
  void onlyTheApplicationIsPublic() {
    HouseRules.onlyItIsPublic(RegistryApplication.class);
  }
}
