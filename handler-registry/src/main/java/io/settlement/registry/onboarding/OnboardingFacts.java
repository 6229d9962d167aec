// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.RegistryEvent;
import io.settlement.registry.MoreFacts;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The onboarding's part of what is told again. Asked for late: the book itself is asked by it. */
@Component
class OnboardingFacts implements MoreFacts {
  private final ObjectProvider<Docket> docket;
  private final ObjectProvider<Baselines> baselines;
  private final ObjectProvider<NodeBook> nodes;

  OnboardingFacts(
      ObjectProvider<Docket> docket,
      ObjectProvider<Baselines> baselines,
      ObjectProvider<NodeBook> nodes) {
    this.nodes = nodes;
    this.docket = docket;
    this.baselines = baselines;
  }

  @Override
  public List<RegistryEvent> everything() {
    List<RegistryEvent> facts = new ArrayList<>(docket.getObject().facts());
    facts.addAll(baselines.getObject().facts());
    facts.addAll(nodes.getObject().facts());
    return facts;
  }
}
