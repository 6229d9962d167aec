// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.settlement.kit.kafka.KafkaSettings.OnDifference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Creates what is missing of the suite's topics before anything reads or writes them, and compares
 * the others with what they are declared to be.
 */
final class SuiteTopics implements SmartInitializingSingleton, MeterBinder {
  private static final Logger log = LoggerFactory.getLogger(SuiteTopics.class);

  private final KafkaSettings settings;
  private final Map<String, Object> adminProperties;
  private final List<DeclaredTopic> declared;
  private volatile List<TopicDifference> differences = List.of();

  SuiteTopics(KafkaSettings settings, Map<String, Object> adminProperties) {
    this.settings = settings;
    this.adminProperties = adminProperties;
    this.declared = DeclaredTopic.all(settings);
  }

  @Override
  public void afterSingletonsInstantiated() {
    Map<String, Object> patient = new HashMap<>(adminProperties);
    int patience = Math.toIntExact(settings.startupTimeout().toMillis());
    patient.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
    patient.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(patience, 10_000));
    try (Admin admin = Admin.create(patient)) {
      Set<String> there = answer(admin.listTopics().names(), "list its topics");
      create(admin, declared.stream().filter(topic -> !there.contains(topic.name())).toList());
      differences =
          differences(
              admin, declared.stream().filter(topic -> there.contains(topic.name())).toList());
      if (settings.topics().differences() == OnDifference.MEND) {
        mend(admin);
      }
    }
    byTopic().forEach(SuiteTopics::log);
    refuseLosses();
  }

  /** What the last start found and did not mend. */
  List<TopicDifference> differences() {
    return differences;
  }

  /** The same by topic. */
  Map<String, List<TopicDifference>> byTopic() {
    return differences.stream()
        .collect(Collectors.groupingBy(TopicDifference::topic, TreeMap::new, Collectors.toList()));
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (DeclaredTopic topic : declared) {
      Gauge.builder("settlement.kafka.topic.differences", () -> count(topic.name()))
          .description("How many settings of the topic were not as declared at the start")
          .tag("topic", topic.name())
          .register(registry);
    }
  }

  private long count(String topic) {
    return byTopic().getOrDefault(topic, List.of()).size();
  }

  private void create(Admin admin, List<DeclaredTopic> missing) {
    if (!settings.topics().create() && !missing.isEmpty()) {
      throw new TopicsDiffer(
          "Kafka at %s has no topics %s, or hides them, and this service may not create them"
              .formatted(brokers(), missing.stream().map(DeclaredTopic::name).toList()));
    }
    admin
        .createTopics(missing.stream().map(DeclaredTopic::create).toList())
        .values()
        .forEach(this::created);
  }

  private void created(String topic, KafkaFuture<Void> creation) {
    try {
      answer(creation, "create topic " + topic);
      log.atInfo().addKeyValue("topic", topic).log("topic created");
    } catch (KafkaMissing e) {
      if (e.getCause() instanceof AuthorizationException) {
        throw new TopicsDiffer(
            "Kafka at %s has no topic %s, and this service's user may not create it"
                .formatted(brokers(), topic));
      }
      if (!(e.getCause() instanceof TopicExistsException)) { // another service was faster
        throw e;
      }
    }
  }

  private List<TopicDifference> differences(Admin admin, List<DeclaredTopic> there) {
    Map<String, KafkaFuture<TopicDescription>> topics =
        admin.describeTopics(names(there)).topicNameValues();
    Map<ConfigResource, KafkaFuture<Config>> configs =
        admin.describeConfigs(there.stream().map(SuiteTopics::resource).toList()).values();
    List<TopicDifference> found = new ArrayList<>();
    for (DeclaredTopic topic : there) {
      try {
        found.addAll(
            TopicDifference.of(
                topic,
                answer(of(topics, topic.name()), "describe topic " + topic.name()),
                answer(of(configs, resource(topic)), "tell how topic is kept: " + topic.name())));
      } catch (KafkaMissing e) {
        if (e.getCause() instanceof AuthorizationException) {
          found.add(new TopicDifference(topic.name(), "configuration", "readable", "not", false));
        } else if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
      }
    }
    return List.copyOf(found);
  }

  private void mend(Admin admin) {
    Map<ConfigResource, Collection<AlterConfigOp>> orders = new HashMap<>();
    List<TopicDifference> losses = losses();
    for (TopicDifference loss : losses) {
      orders
          .computeIfAbsent(resource(loss.topic()), topic -> new ArrayList<>())
          .add(
              new AlterConfigOp(
                  new ConfigEntry(loss.what(), loss.declared()), AlterConfigOp.OpType.SET));
    }
    answer(admin.incrementalAlterConfigs(orders).all(), "change topics");
    losses.forEach(loss -> log.info("topic mended: {}", loss));
    differences = differences.stream().filter(one -> !one.losesFacts()).toList();
  }

  private void refuseLosses() {
    List<TopicDifference> losses = losses();
    if (!losses.isEmpty() && settings.topics().differences() == OnDifference.REFUSE) {
      throw new TopicsDiffer(
          "Topics of Kafka at %s lose facts: %s"
              .formatted(
                  brokers(),
                  losses.stream().map(Object::toString).collect(Collectors.joining("; "))));
    }
  }

  private List<TopicDifference> losses() {
    return differences.stream().filter(TopicDifference::losesFacts).toList();
  }

  private static void log(String topic, List<TopicDifference> differences) {
    boolean loses = differences.stream().anyMatch(TopicDifference::losesFacts);
    log.atWarn()
        .addKeyValue("topic", topic)
        .addKeyValue("losesFacts", loses)
        .log(
            "topic is not as declared{}: {}",
            loses ? " and loses facts" : "",
            differences.stream().map(TopicDifference::toString).collect(Collectors.joining("; ")));
  }

  private <T> T answer(KafkaFuture<T> question, String what) {
    try {
      return question.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaMissing("stopped while topics were being looked at", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthenticationException refused) {
        throw new KafkaRefused(brokers(), adminProperties, refused);
      }
      throw new KafkaMissing(
          "Kafka at %s did not %s within %s: %s"
              .formatted(brokers(), what, settings.startupTimeout(), e.getCause()),
          e.getCause());
    }
  }

  private String brokers() {
    return String.valueOf(adminProperties.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
  }

  private static List<String> names(List<DeclaredTopic> topics) {
    return topics.stream().map(DeclaredTopic::name).toList();
  }

  private static <K, V> V of(Map<K, V> all, K key) {
    return Objects.requireNonNull(all.get(key));
  }

  private static ConfigResource resource(DeclaredTopic topic) {
    return resource(topic.name());
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }
}
