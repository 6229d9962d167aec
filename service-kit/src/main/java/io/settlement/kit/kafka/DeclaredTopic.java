// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import io.settlement.events.Keep;
import io.settlement.events.Topic;
import io.settlement.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What a topic is to be: what it keeps is the suite's, how many partitions and copies it has the
 * environment's.
 */
record DeclaredTopic(String name, int partitions, short replication, Keep keep) {
  private static final int COPIES_THAT_MAY_MISS_ONE = 3;

  /** Every topic of the suite and its dead letters. */
  static List<DeclaredTopic> all(KafkaSettings settings) {
    return Topics.ALL.stream()
        .flatMap(
            topic ->
                Stream.of(
                    new DeclaredTopic(
                        topic.name(), settings.partitions(), settings.replication(), topic.keep()),
                    new DeclaredTopic(
                        topic.deadLetters(), 1, settings.replication(), Topic.DEAD_LETTERS)))
        .toList();
  }

  NewTopic create() {
    Map<String, String> config = new TreeMap<>(retention());
    config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(inSync()));
    return new NewTopic(name, partitions, replication).configs(config);
  }

  /** How many brokers must have a record before it counts as sent. */
  int inSync() {
    return replication >= COPIES_THAT_MAY_MISS_ONE ? replication - 1 : 1;
  }

  /** The configuration by which facts are kept or deleted. */
  Map<String, String> retention() {
    Duration retention = keep.retention();
    return retention == null
        ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
        : Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG,
            Long.toString(retention.toMillis()),
            TopicConfig.RETENTION_BYTES_CONFIG,
            "-1");
  }
}
