// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import io.settlement.events.SuiteEvent;
import io.settlement.events.Topic;
import io.settlement.events.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Creates what is missing of the suite's topics before anything reads or writes them. */
final class SuiteTopics implements SmartInitializingSingleton {
  private static final Logger log = LoggerFactory.getLogger(SuiteTopics.class);

  private final KafkaSettings settings;
  private final Map<String, Object> adminProperties;

  SuiteTopics(KafkaSettings settings, Map<String, Object> adminProperties) {
    this.settings = settings;
    this.adminProperties = adminProperties;
  }

  @Override
  public void afterSingletonsInstantiated() {
    Map<String, Object> patient = new HashMap<>(adminProperties);
    int patience = Math.toIntExact(settings.startupTimeout().toMillis());
    patient.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
    patient.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(patience, 10_000));
    try (Admin admin = Admin.create(patient)) {
      admin.createTopics(wanted()).values().forEach(this::await);
    }
  }

  private void await(String topic, KafkaFuture<Void> creation) {
    try {
      creation.get();
      log.atInfo().addKeyValue("topic", topic).log("topic created");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaMissing("stopped while topics were being created", e);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new KafkaMissing(
            "Kafka at %s did not create topic %s within %s: %s"
                .formatted(
                    adminProperties.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG),
                    topic,
                    settings.startupTimeout(),
                    e.getCause()),
            e.getCause());
      }
    }
  }

  private List<NewTopic> wanted() {
    return Topics.ALL.stream().flatMap(topic -> Stream.of(facts(topic), letters(topic))).toList();
  }

  private NewTopic facts(Topic<? extends SuiteEvent> topic) {
    NewTopic wanted = new NewTopic(topic.name(), settings.partitions(), settings.replication());
    return topic.compacted()
        ? wanted.configs(
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))
        : wanted;
  }

  private NewTopic letters(Topic<? extends SuiteEvent> topic) {
    return new NewTopic(topic.deadLetters(), 1, settings.replication());
  }
}
