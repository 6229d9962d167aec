// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.events.Topics;
import io.settlement.kit.kafka.KafkaSettings.OnDifference;
import io.settlement.kit.kafka.KafkaSettings.TopicSettings;
import io.settlement.kit.test.KafkaBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SuiteTopicsTest {
  private static final Duration WAIT = Duration.ofSeconds(20);
  private static final TopicSettings REFUSING = new TopicSettings(true, OnDifference.REFUSE);

  private KafkaBroker broker;
  private Admin admin;

  @BeforeEach
  void start() {
    broker = KafkaBroker.start();
    admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address()));
  }

  @AfterEach
  void stop() {
    admin.close();
    broker.close();
  }

  @Test
  void everyTopicAndItsDeadLettersExistWithTheirFormAndASecondStartChangesNothing()
      throws Exception {
    topics(6, OnDifference.REFUSE).afterSingletonsInstantiated();
    awaitTopics(2 * Topics.ALL.size());
    SuiteTopics second = topics(3, OnDifference.REFUSE);
    second.afterSingletonsInstantiated();

    assertThat(second.differences()).isEmpty();
    Map<String, TopicDescription> found =
        admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get();
    for (var topic : Topics.ALL) {
      assertThat(found.get(topic.name()))
          .as(topic.name())
          .returns(6, description -> description.partitions().size());
      assertThat(found.get(topic.deadLetters()))
          .returns(1, description -> description.partitions().size());
      assertThat(setting(topic.name(), TopicConfig.CLEANUP_POLICY_CONFIG))
          .as(topic.name())
          .isEqualTo(topic.compacted() ? "compact" : "delete");
      Duration retention = topic.keep().retention();
      if (retention != null) {
        assertThat(setting(topic.name(), TopicConfig.RETENTION_MS_CONFIG))
            .isEqualTo(Long.toString(retention.toMillis()));
      }
    }
  }

  @Test
  void aRegistryThatIsNotCompactedIsReasonNotToStart() throws Exception {
    create(new NewTopic(Topics.REGISTRY, 4, (short) 1));

    assertThatThrownBy(() -> topics(4, OnDifference.REFUSE).afterSingletonsInstantiated())
        .isInstanceOf(TopicsDiffer.class)
        .hasMessageContaining("cleanup.policy of settlement.registry is delete, declared compact");
  }

  @Test
  void factsThatWouldGoTooSoonAreReasonNotToStart() throws Exception {
    create(
        new NewTopic(Topics.MESSAGES, 4, (short) 1)
            .configs(Map.of("retention.ms", "3600000", "retention.bytes", "1000000")));

    assertThatThrownBy(() -> topics(4, OnDifference.REFUSE).afterSingletonsInstantiated())
        .isInstanceOf(TopicsDiffer.class)
        .hasMessageContaining("retention.ms of settlement.messages is 3600000, declared 1209600000")
        .hasMessageContaining("retention.bytes of settlement.messages is 1000000, declared -1");
  }

  @Test
  void whoOnlyWarnsStartsAndTellsItInTheLogInAMetricAndInItsHealth(CapturedOutput output)
      throws Exception {
    create(new NewTopic(Topics.REGISTRY, 2, (short) 1));
    SuiteTopics topics = topics(4, OnDifference.WARN);
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    topics.bindTo(meters);

    topics.afterSingletonsInstantiated();

    assertThat(output.getAll().lines().filter(line -> line.contains("is not as declared")))
        .singleElement()
        .asString()
        .contains("partitions of settlement.registry is 2, declared 4")
        .contains("cleanup.policy of settlement.registry is delete, declared compact");
    assertThat(differences(meters, Topics.REGISTRY)).isEqualTo(2);
    assertThat(differences(meters, Topics.MESSAGES)).isZero();
    assertThat(new TopicsHealth(topics).health().getDetails()).containsOnlyKeys(Topics.REGISTRY);
  }

  @Test
  void whoMendsChangesWhatLosesFactsAndLeavesPartitionsAlone() throws Exception {
    create(
        new NewTopic(Topics.REGISTRY, 2, (short) 1),
        new NewTopic(Topics.GAS, 4, (short) 1).configs(Map.of("retention.ms", "1000")));
    SuiteTopics topics = topics(4, OnDifference.MEND);

    topics.afterSingletonsInstantiated();

    await() // the broker hears of its own configuration a moment later
        .untilAsserted(
            () -> {
              assertThat(setting(Topics.REGISTRY, TopicConfig.CLEANUP_POLICY_CONFIG))
                  .isEqualTo("compact");
              assertThat(setting(Topics.GAS, TopicConfig.RETENTION_MS_CONFIG))
                  .isEqualTo("1209600000");
            });
    assertThat(topics.differences())
        .extracting(TopicDifference::what, TopicDifference::losesFacts)
        .containsExactly(tuple("partitions", false));
    topics(2, OnDifference.REFUSE).afterSingletonsInstantiated();
  }

  @Test
  void moreThanDeclaredIsNoDifference() throws Exception {
    create(new NewTopic(Topics.MESSAGES, 9, (short) 1).configs(Map.of("retention.ms", "-1")));
    SuiteTopics topics = topics(4, OnDifference.REFUSE);

    topics.afterSingletonsInstantiated();

    assertThat(topics.differences()).isEmpty();
  }

  @Test
  void tooFewCopiesAreTold() {
    topics(4, OnDifference.REFUSE).afterSingletonsInstantiated();
    awaitTopics(2 * Topics.ALL.size());
    SuiteTopics later = topics(new KafkaSettings(4, (short) 3, WAIT, WAIT, REFUSING));

    later.afterSingletonsInstantiated();

    assertThat(later.differences())
        .filteredOn(one -> one.topic().equals(Topics.MESSAGES))
        .extracting(TopicDifference::toString)
        .containsExactly(
            "replication of settlement.messages is 1, declared 3",
            "min.insync.replicas of settlement.messages is 1, declared 2");
  }

  @Test
  void whoMayNotCreateTopicsNamesThoseThatAreMissing() throws Exception {
    SuiteTopics topics =
        topics(
            new KafkaSettings(
                4, (short) 1, WAIT, WAIT, new TopicSettings(false, OnDifference.REFUSE)));

    assertThatThrownBy(topics::afterSingletonsInstantiated)
        .isInstanceOf(TopicsDiffer.class)
        .hasMessageContaining("settlement.messages, settlement.messages.dlq");
    assertThat(admin.listTopics().names().get()).isEmpty();
  }

  private void create(NewTopic... topics) throws Exception {
    admin.createTopics(List.of(topics)).all().get();
    awaitTopics(topics.length);
  }

  /** The broker hears of topics a moment after its controller has created them. */
  private void awaitTopics(int count) {
    await().until(() -> admin.listTopics().names().get().size() == count);
  }

  private SuiteTopics topics(int partitions, OnDifference onDifference) {
    return topics(
        new KafkaSettings(
            partitions, (short) 1, WAIT, WAIT, new TopicSettings(true, onDifference)));
  }

  private SuiteTopics topics(KafkaSettings settings) {
    return new SuiteTopics(
        settings, Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address()));
  }

  private static double differences(SimpleMeterRegistry meters, String topic) {
    return meters.get("settlement.kafka.topic.differences").tag("topic", topic).gauge().value();
  }

  private String setting(String topic, String name) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Config config =
        Objects.requireNonNull(admin.describeConfigs(List.of(resource)).all().get().get(resource));
    return config.get(name).value();
  }
}
