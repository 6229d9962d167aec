// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.edge;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.dao.DataAccessException;

/**
 * Notices that the database was restored from a backup: Kafka says that more was read than the
 * database knows of. What lies between is read again, from where the database stands; it changes
 * nothing where it is known after all.
 */
final class RestoredDatabase implements KafkaBindingRebalanceListener {
  private static final Logger log = LoggerFactory.getLogger(RestoredDatabase.class);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

  /** Well below max.poll.interval.ms (5 minutes). */
  private static final int TRIES = 240;

  private final ReadPositions positions;
  private final MeterRegistry meters;

  RestoredDatabase(ReadPositions positions, MeterRegistry meters) {
    this.positions = positions;
    this.meters = meters;
  }

  @Override
  public void onPartitionsAssigned(
      String binding,
      Consumer<?, ?> consumer,
      Collection<TopicPartition> partitions,
      boolean initial) {
    if (partitions.isEmpty()) {
      return;
    }
    String group = consumer.groupMetadata().groupId();
    Map<TopicPartition, Long> known = known(group, partitions);
    Map<TopicPartition, Long> committed = new HashMap<>();
    consumer
        .committed(known.keySet())
        .forEach(
            (partition, offset) -> {
              if (offset != null) { // never read by this group
                committed.put(partition, offset.offset());
              }
            });
    Set<TopicPartition> behind =
        known.keySet().stream()
            .filter(partition -> of(known, partition) < committed.getOrDefault(partition, 0L))
            .collect(Collectors.toSet());
    if (behind.isEmpty()) {
      return;
    }
    Map<TopicPartition, Long> oldest = consumer.beginningOffsets(behind);
    for (TopicPartition partition : behind) {
      long wanted = of(known, partition);
      long possible = Math.max(wanted, of(oldest, partition));
      long again = of(committed, partition) - possible;
      consumer.seek(partition, possible);
      meters
          .counter("settlement.edge.read_again", "topic", partition.topic())
          .increment((double) again);
      var line =
          (possible > wanted ? log.atError() : log.atWarn())
              .addKeyValue("group", group)
              .addKeyValue("topic", partition.topic())
              .addKeyValue("partition", partition.partition())
              .addKeyValue("records", again);
      line.log(
          possible > wanted
              ? "the database is older than what the topic keeps: {} records are gone"
              : "the database is older than what was read: reading again ({} records gone)",
          possible - wanted);
    }
  }

  /** A service that has just come up may have to wait for its database. */
  private Map<TopicPartition, Long> known(String group, Collection<TopicPartition> partitions) {
    for (int tries = 1; ; tries++) {
      try {
        Map<TopicPartition, Long> known = new HashMap<>();
        for (String topic :
            partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet())) {
          Map<Integer, Long> next = positions.of(group, topic);
          partitions.stream()
              .filter(one -> one.topic().equals(topic) && next.containsKey(one.partition()))
              .forEach(one -> known.put(one, Objects.requireNonNull(next.get(one.partition()))));
        }
        return known;
      } catch (DataAccessException e) {
        if (tries == TRIES) {
          throw e;
        }
        pause(e);
      }
    }
  }

  private static void pause(DataAccessException failure) {
    try {
      Thread.sleep(BETWEEN_TRIES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }

  private static long of(Map<TopicPartition, Long> offsets, TopicPartition partition) {
    return Objects.requireNonNull(offsets.get(partition));
  }
}
