// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.probation;

import io.settlement.events.RegistryEvent;
import io.settlement.registry.MoreFacts;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The limits' part of what is told again. Asked for late: the book itself is asked by it. */
@Component
class ProbationFacts implements MoreFacts {
  private final ObjectProvider<Probations> probations;

  ProbationFacts(ObjectProvider<Probations> probations) {
    this.probations = probations;
  }

  @Override
  public List<RegistryEvent> everything() {
    return probations.getObject().facts();
  }
}
