// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import io.settlement.events.RegistryEvent;
import io.settlement.registry.MoreFacts;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The reports' part of what is told again. Asked for late: the book itself is asked by it. */
@Component
class ConformanceFacts implements MoreFacts {
  private final ObjectProvider<Reports> reports;

  ConformanceFacts(ObjectProvider<Reports> reports) {
    this.reports = reports;
  }

  @Override
  public List<RegistryEvent> everything() {
    return reports.getObject().facts();
  }
}
