// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.edge;

import io.settlement.events.SuiteEvent;
import java.util.List;

/** What a flow does with facts: one call is one transaction, and any fact may come again. */
@FunctionalInterface
public interface FactHandler<E extends SuiteEvent> {

  /** Handles facts in the order of their topic (of each key, that is). */
  void handle(List<E> facts);
}
