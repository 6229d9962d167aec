// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Stage;
import io.settlement.kit.trace.FactTraces;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts what messages reach, once it is committed: each stage they pass, whatever the batch. */
final class CourierMeters {
  /** Bounds that objectives can be made of; what chains take for their finality is in them. */
  private static final Duration[] BOUNDS = {
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(2),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15),
    Duration.ofMinutes(30),
    Duration.ofHours(1)
  };

  private static final Set<String> STAGES =
      Arrays.stream(Stage.values()).map(Stage::name).collect(Collectors.toSet());

  private final MeterRegistry meters;
  private final FactTraces traces;
  private final Map<Mark, Counter> reached = new EnumMap<>(Mark.class);

  CourierMeters(MeterRegistry meters, FactTraces traces) {
    this.meters = meters;
    this.traces = traces;
    // From the start: a counter that appears with its first message has not risen by it.
    for (Mark mark : Mark.values()) {
      String stage = mark == Mark.SHORT ? Stage.WAITING_FOR_GAS.name() : mark.name();
      if (STAGES.contains(stage)) {
        reached.put(mark, meters.counter("settlement.messages", "stage", stage));
      }
    }
  }

  /** What these have reached in this transaction; counted when it is committed. */
  void count(Collection<MessageRow> rows) {
    List<MessageRow> moved = rows.stream().filter(row -> !row.newMarks().isEmpty()).toList();
    if (moved.isEmpty()) {
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            moved.forEach(CourierMeters.this::count);
          }
        });
  }

  private void count(MessageRow row) {
    for (Mark mark : row.newMarks()) {
      Counter counter = reached.get(mark);
      if (counter != null) {
        counter.increment();
      }
    }
    Duration took = row.deliveredAfter();
    CrossChainMessage content = row.content();
    if (took != null && content != null) {
      Timer delivery = delivery(meters, content.to().chain());
      traces.record(content.txid().hex(), () -> delivery.record(took));
    }
  }

  static Timer delivery(MeterRegistry meters, ChainName chain) {
    return Timer.builder("settlement.delivery.time")
        .tag("chain", chain.value())
        .serviceLevelObjectives(BOUNDS)
        .register(meters);
  }
}
