// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How a topic is not what it is declared to be.
 *
 * @param what "partitions", "replication" or a name of Kafka's topic configuration
 * @param losesFacts whether facts go that should stay
 */
record TopicDifference(
    String topic, String what, String declared, String found, boolean losesFacts) {

  /** All of a topic; more partitions, more copies and longer retention are none. */
  static List<TopicDifference> of(DeclaredTopic declared, TopicDescription topic, Config config) {
    List<TopicDifference> all = new ArrayList<>();
    int partitions = topic.partitions().size();
    if (partitions < declared.partitions()) {
      all.add(harmless(declared, "partitions", declared.partitions(), partitions));
    }
    int copies = topic.partitions().stream().mapToInt(one -> one.replicas().size()).min().orElse(0);
    if (copies < declared.replication()) {
      all.add(harmless(declared, "replication", declared.replication(), copies));
    }
    int inSync = (int) number(config, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
    if (inSync < declared.inSync()) {
      all.add(
          harmless(declared, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, declared.inSync(), inSync));
    }
    declared
        .retention()
        .forEach(
            (name, wanted) -> {
              if (keepsLess(config, name, wanted)) {
                all.add(
                    new TopicDifference(declared.name(), name, wanted, text(config, name), true));
              }
            });
    return all;
  }

  @Override
  public String toString() {
    return "%s of %s is %s, declared %s".formatted(what, topic, found, declared);
  }

  private static boolean keepsLess(Config config, String name, String wanted) {
    if (name.equals(TopicConfig.CLEANUP_POLICY_CONFIG)) {
      return !text(config, name).equals(wanted);
    }
    long found = number(config, name);
    long least = Long.parseLong(wanted);
    return found >= 0 && (least < 0 || found < least);
  }

  private static TopicDifference harmless(
      DeclaredTopic topic, String what, int declared, int found) {
    return new TopicDifference(
        topic.name(), what, Integer.toString(declared), Integer.toString(found), false);
  }

  private static long number(Config config, String name) {
    return Long.parseLong(text(config, name));
  }

  private static String text(Config config, String name) {
    ConfigEntry entry = config.get(name);
    return entry == null ? "-1" : entry.value();
  }
}
