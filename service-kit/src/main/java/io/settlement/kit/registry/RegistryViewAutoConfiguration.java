// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.registry;

import io.settlement.events.RegistryEvent;
import io.settlement.events.Topics;
import io.settlement.kit.follow.TopicFollower;
import io.settlement.kit.kafka.KafkaClients;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The registry's state, for services that ask for it. */
@AutoConfiguration(afterName = "io.settlement.kit.kafka.KafkaClientsAutoConfiguration")
@ConditionalOnProperty("settlement.registry-view.enabled")
@EnableConfigurationProperties(RegistryViewSettings.class)
class RegistryViewAutoConfiguration {

  @Bean
  RegistryView registryView() {
    return new RegistryView();
  }

  @Bean
  TopicFollower<RegistryEvent> registryFollower(
      KafkaClients kafka, RegistryView view, RegistryViewSettings settings) {
    return new TopicFollower<>(kafka, Topics.REGISTRY_EVENTS, view, settings.loadTimeout());
  }
}
