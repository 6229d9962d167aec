// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.events.RegistryEvent;
import java.util.List;

/** What else belongs to the book's topic beside chains, handlers, routes and validator sets. */
public interface MoreFacts {

  /** The latest fact of each key. */
  List<RegistryEvent> everything();
}
