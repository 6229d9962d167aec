// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.edge;

import io.settlement.events.EventCodec;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;

/**
 * One poll, sorted into facts and letters that nobody can read.
 *
 * @param facts in the order of the poll, each with the record it came in
 * @param dead records that are not facts of the topic
 * @param next by partition, the offset behind the last record
 */
record Poll<E extends SuiteEvent>(
    List<Received<E>> facts, List<DeadLetter> dead, SortedMap<Integer, Long> next) {

  /** A fact and the record it came in. */
  record Received<E>(E fact, SourceRecord record) {}

  static <E extends SuiteEvent> Poll<E> read(
      Topic<E> topic, PassedOver passedOver, Message<List<byte[]>> batch) {
    List<Received<E>> facts = new ArrayList<>();
    List<DeadLetter> dead = new ArrayList<>();
    SortedMap<Integer, Long> next = new TreeMap<>();
    for (SourceRecord record : SourceRecord.of(topic, batch)) {
      next.merge(Math.toIntExact(record.partition()), record.offset() + 1, Math::max);
      if (passedOver.includes(record)) {
        continue;
      }
      byte @Nullable [] value = record.value();
      try {
        if (value == null) {
          throw new IllegalArgumentException("a record without a value");
        }
        facts.add(new Received<>(EventCodec.decode(topic, value), record));
      } catch (EventCodec.NotOurs | IllegalArgumentException e) {
        dead.add(new DeadLetter(record, e));
      }
    }
    return new Poll<>(facts, dead, next);
  }
}
