// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.relayer.nodes.Nodes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * When something may be signed that was refused for now: the registry opened it, or this
 * validator's operator told the chain that it needs.
 */
final class Openings {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  Openings(RouteBook routes, Nodes nodes) {
    routes.onOpening(this::ring);
    nodes.onAdmitted(chain -> ring());
  }

  /** Calls the listener from now on. */
  void listen(Runnable listener) {
    listeners.add(listener);
  }

  void ring() {
    listeners.forEach(Runnable::run);
  }
}
