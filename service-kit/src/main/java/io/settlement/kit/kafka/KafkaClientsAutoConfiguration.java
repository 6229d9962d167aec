// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** Topics first, then clients. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@EnableConfigurationProperties(KafkaSettings.class)
class KafkaClientsAutoConfiguration {

  @Bean
  KafkaClients kafkaClients(
      KafkaProperties properties,
      KafkaConnectionDetails connection,
      KafkaSettings settings,
      ObjectProvider<MeterRegistry> meters) {
    return new KafkaClients(
        properties, connection, settings, meters.getIfAvailable(() -> Metrics.globalRegistry));
  }

  @Bean
  SuiteTopics suiteTopics(KafkaClients clients, KafkaSettings settings) {
    return new SuiteTopics(settings, clients.admin());
  }

  @Bean
  TopicsHealth topicsHealthIndicator(SuiteTopics topics) {
    return new TopicsHealth(topics);
  }
}
