// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway;

import io.settlement.kit.test.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  @Test
  void theGatewayKeepsTheHouseRules() {
    HouseRules.check(GatewayApplication.class);
  }

  @Test
  void theGatewayReadsNoChain() {
    HouseRules.readsNoChain(GatewayApplication.class);
  }

  @Test
  void onlyTheApplicationIsPublic() {
    HouseRules.onlyItIsPublic(GatewayApplication.class);
  }
}
