// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topic;
import io.settlement.kit.edge.Poll.Received;
import io.settlement.kit.trace.FactTraces;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came in, what could not be handled, and which traces it belongs to. */
final class EdgeWatch {
  private final Counter handled;
  private final Counter deadLettered;
  private final FactTraces traces;
  private final String topic;

  EdgeWatch(MeterRegistry meters, FactTraces traces, Topic<?> topic) {
    this.handled = meters.counter("settlement.edge.handled", "topic", topic.name());
    this.deadLettered = meters.counter("settlement.edge.dead_lettered", "topic", topic.name());
    this.traces = traces;
    this.topic = topic.name();
  }

  void count(int facts, int dead) {
    handled.increment(facts);
    deadLettered.increment(dead);
  }

  /** A poll was handled, or comes again because of the failure. */
  <E extends SuiteEvent> void handled(
      List<Received<E>> facts, Instant since, @Nullable Throwable failure) {
    if (traces.areOff()) {
      return;
    }
    for (Received<E> one : facts) {
      traces.handled(
          topic, one.fact().typeName(), one.record().headers(), since, facts.size(), failure);
    }
  }
}
