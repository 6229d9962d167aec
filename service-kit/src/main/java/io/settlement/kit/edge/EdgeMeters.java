// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.Topic;

/** What came in, and what could not be handled. */
final class EdgeMeters {
  private final Counter handled;
  private final Counter deadLettered;

  EdgeMeters(MeterRegistry meters, Topic<?> topic) {
    handled = meters.counter("settlement.edge.handled", "topic", topic.name());
    deadLettered = meters.counter("settlement.edge.dead_lettered", "topic", topic.name());
  }

  void count(int facts, int dead) {
    handled.increment(facts);
    deadLettered.increment(dead);
  }
}
