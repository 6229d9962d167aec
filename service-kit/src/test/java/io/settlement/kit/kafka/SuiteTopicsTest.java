// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.Topics;
import io.settlement.kit.test.KafkaBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class SuiteTopicsTest {

  @Test
  void everyTopicAndItsDeadLettersExistWithTheirFormAndASecondStartChangesNothing()
      throws Exception {
    try (KafkaBroker broker = KafkaBroker.start();
        Admin admin =
            Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address()))) {
      topics(broker, 6).afterSingletonsInstantiated();
      topics(broker, 3).afterSingletonsInstantiated();

      Map<String, TopicDescription> found =
          admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get();
      for (var topic : Topics.ALL) {
        assertThat(found.get(topic.name()))
            .as(topic.name())
            .returns(6, description -> description.partitions().size());
        assertThat(found.get(topic.deadLetters()))
            .returns(1, description -> description.partitions().size());
        assertThat(cleanup(admin, topic.name()))
            .as(topic.name())
            .isEqualTo(topic.compacted() ? "compact" : "delete");
      }
    }
  }

  private static SuiteTopics topics(KafkaBroker broker, int partitions) {
    return new SuiteTopics(
        new KafkaSettings(partitions, (short) 1, Duration.ofSeconds(20), Duration.ofSeconds(20)),
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address()));
  }

  private static String cleanup(Admin admin, String topic) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Config config =
        Objects.requireNonNull(admin.describeConfigs(List.of(resource)).all().get().get(resource));
    return config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
  }
}
