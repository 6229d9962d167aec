// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topic;
import io.settlement.kit.failure.FailureKinds;
import io.settlement.kit.kafka.RecordSender;
import io.settlement.kit.trace.FactTraces;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.messaging.Message;
import org.springframework.transaction.support.TransactionOperations;

/** Makes the functions through which facts come in. */
public final class FactEdges {
  private final TransactionOperations transactions;
  private final FailureKinds failures;
  private final RecordSender deadLetters;
  private final ReadPositions positions;
  private final MeterRegistry meters;
  private final FactTraces traces;

  FactEdges(
      TransactionOperations transactions,
      FailureKinds failures,
      RecordSender deadLetters,
      ReadPositions positions,
      MeterRegistry meters,
      FactTraces traces) {
    this.transactions = transactions;
    this.failures = failures;
    this.deadLetters = deadLetters;
    this.positions = positions;
    this.meters = meters;
    this.traces = traces;
  }

  /**
   * An edge that hands each poll to the handler inside one transaction. Records nobody can read go
   * to the dead letters alone. When the handler fails in a way that passes by itself, the whole
   * poll comes again, for as long as it takes; when it fails otherwise, each fact gets a
   * transaction of its own, and only those that fail in it go to the dead letters.
   */
  public <E extends SuiteEvent> Consumer<Message<List<byte[]>>> of(
      Topic<E> topic, FactHandler<E> handler) {
    return of(topic, PassedOver.nothing(), handler);
  }

  /**
   * The same for a reader that has nothing to do with some types: a record whose CloudEvents header
   * names one of them is passed over unread, and reading is most of what a busy topic costs.
   */
  public <E extends SuiteEvent> Consumer<Message<List<byte[]>>> of(
      Topic<E> topic, Set<Class<? extends E>> passedOver, FactHandler<E> handler) {
    return of(topic, PassedOver.types(passedOver), handler);
  }

  private <E extends SuiteEvent> Consumer<Message<List<byte[]>>> of(
      Topic<E> topic, PassedOver passedOver, FactHandler<E> handler) {
    Way<E> way = new Way<>(topic, passedOver, handler);
    return new FactEdge<>(
        way, transactions, failures, deadLetters, positions, new EdgeWatch(meters, traces, topic));
  }
}
