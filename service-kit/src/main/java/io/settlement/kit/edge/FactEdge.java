// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.edge;

import io.settlement.events.SuiteEvent;
import io.settlement.kit.edge.Poll.Received;
import io.settlement.kit.failure.FailureKinds;
import io.settlement.kit.kafka.RecordSender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.messaging.Message;
import org.springframework.transaction.support.TransactionOperations;

/** One topic's way into one flow. */
final class FactEdge<E extends SuiteEvent> implements Consumer<Message<List<byte[]>>> {
  private static final Logger log = LoggerFactory.getLogger(FactEdge.class);

  private final Way<E> way;
  private final TransactionOperations transactions;
  private final FailureKinds failures;
  private final RecordSender deadLetters;
  private final ReadPositions positions;
  private final EdgeWatch watch;

  FactEdge(
      Way<E> way,
      TransactionOperations transactions,
      FailureKinds failures,
      RecordSender deadLetters,
      ReadPositions positions,
      EdgeWatch watch) {
    this.way = way;
    this.transactions = transactions;
    this.failures = failures;
    this.deadLetters = deadLetters;
    this.positions = positions;
    this.watch = watch;
  }

  @Override
  public void accept(Message<List<byte[]>> batch) {
    try {
      Poll<E> poll = Poll.read(way.topic(), way.passedOver(), batch);
      List<DeadLetter> dead = new ArrayList<>(poll.dead());
      Handled handled = watched(poll);
      dead.addAll(handled.dead());
      bury(dead);
      if (!handled.isPlaced()) {
        transactions.executeWithoutResult(transaction -> place(poll));
      }
      watch.count(poll.facts().size() + poll.dead().size() - dead.size(), dead.size());
    } catch (RuntimeException e) {
      log.atWarn()
          .addKeyValue("topic", way.topic().name())
          .addKeyValue("records", batch.getPayload().size())
          .addKeyValue("reason", NestedExceptionUtils.getMostSpecificCause(e).toString())
          .setCause(failures.passes(e) ? null : e)
          .log("a poll failed and comes again");
      // Index 0: nothing of this poll is committed, and it comes again from its first record.
      throw new BatchListenerFailedException("the poll comes again", e, 0);
    }
  }

  /**
   * What became of a poll.
   *
   * @param dead facts that failed on their own
   * @param isPlaced whether how far was read is written down already, with what that led to
   */
  private record Handled(List<DeadLetter> dead, boolean isPlaced) {}

  private Handled watched(Poll<E> poll) {
    Instant since = Instant.now();
    try {
      Handled handled = handle(poll);
      watch.handled(poll.facts(), since, null);
      return handled;
    } catch (RuntimeException e) {
      watch.handled(poll.facts(), since, e);
      throw e;
    }
  }

  /** Throws when everything should come again. */
  private Handled handle(Poll<E> poll) {
    List<Received<E>> facts = poll.facts();
    // What cannot be read is buried first: then nothing of the poll is left to be done.
    boolean placed = poll.dead().isEmpty() && !facts.isEmpty();
    if (facts.isEmpty()) {
      return new Handled(List.of(), placed);
    }
    try {
      inTransaction(
          facts.stream().map(Received::fact).toList(), placed ? () -> place(poll) : () -> {});
      return new Handled(List.of(), placed);
    } catch (RuntimeException e) {
      throwIfItPasses(e);
      return new Handled(
          facts.size() == 1 ? List.of(letter(facts.getFirst(), e)) : oneByOne(facts), false);
    }
  }

  private void place(Poll<E> poll) {
    String group = KafkaUtils.getConsumerGroupId();
    if (group != null && !poll.next().isEmpty()) {
      positions.write(group, way.topic().name(), poll.next());
    }
  }

  private List<DeadLetter> oneByOne(List<Received<E>> facts) {
    List<DeadLetter> dead = new ArrayList<>();
    for (Received<E> received : facts) {
      try {
        inTransaction(List.of(received.fact()), () -> {});
      } catch (RuntimeException e) {
        throwIfItPasses(e);
        dead.add(letter(received, e));
      }
    }
    return dead;
  }

  /** Throws what the flow threw, even when a broken connection then fails to roll back too. */
  private void inTransaction(List<E> facts, Runnable placing) {
    AtomicReference<@Nullable RuntimeException> ofTheFlow = new AtomicReference<>();
    try {
      transactions.executeWithoutResult(
          transaction -> {
            try {
              way.handler().handle(facts);
              placing.run();
            } catch (RuntimeException e) {
              ofTheFlow.set(e);
              throw e;
            }
          });
    } catch (RuntimeException e) {
      RuntimeException first = ofTheFlow.get();
      throw first == null ? e : first;
    }
  }

  private void throwIfItPasses(RuntimeException failure) {
    if (failures.passes(failure)) {
      throw failure;
    }
  }

  private DeadLetter letter(Received<E> received, RuntimeException reason) {
    return new DeadLetter(received.record(), reason);
  }

  private void bury(List<DeadLetter> dead) {
    if (dead.isEmpty()) {
      return;
    }
    deadLetters.sendAll(dead.stream().map(DeadLetter::record).toList());
    for (DeadLetter letter : dead) {
      log.atError()
          .addKeyValue("topic", way.topic().name())
          .addKeyValue("partition", letter.source().partition())
          .addKeyValue("offset", letter.source().offset())
          .setCause(letter.reason())
          .log("a record went to the dead letters");
    }
  }
}
