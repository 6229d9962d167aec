// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.Topics;
import io.settlement.events.VaultEvent;
import io.settlement.kit.follow.TopicFollower;
import io.settlement.kit.kafka.KafkaClients;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each instance hears what vaults say of their fees. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PayoutCostSettings.class)
class PayoutCostConfiguration {

  @Bean
  TopicFollower<VaultEvent> payoutCostFollower(
      KafkaClients kafka, PayoutCosts costs, PayoutCostSettings settings) {
    return new TopicFollower<>(kafka, Topics.VAULT_EVENTS, costs, settings.loadTimeout());
  }
}
