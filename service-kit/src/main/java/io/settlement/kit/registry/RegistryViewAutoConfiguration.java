// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.registry;

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
  RegistryFollower registryFollower(
      KafkaClients kafka, RegistryView view, RegistryViewSettings settings) {
    return new RegistryFollower(kafka, view, settings.loadTimeout());
  }
}
