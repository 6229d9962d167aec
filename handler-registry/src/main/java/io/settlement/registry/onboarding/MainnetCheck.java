// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import java.util.List;
import org.springframework.stereotype.Component;

/** The contracts of the main network, by the same measure as those of the test network. */
@Component
class MainnetCheck implements StepCheck {
  private final SettlementCheck settlement;
  private final HandlerCheck handlers;

  MainnetCheck(SettlementCheck settlement, HandlerCheck handlers) {
    this.settlement = settlement;
    this.handlers = handlers;
  }

  @Override
  public Step step() {
    return Step.MAINNET_DEPLOYED;
  }

  @Override
  public List<Finding> look(Application application) {
    Deployed stated =
        application.deployment(Paper.Network.MAINNET).orElseThrow(Docket::notDeployed);
    return new Findings().addAll(settlement.look(stated)).addAll(handlers.look(stated)).list();
  }
}
