// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.nodes;

import io.settlement.events.ServiceLevelEvent;
import io.settlement.events.Topics;
import io.settlement.kit.follow.TopicFollower;
import io.settlement.kit.kafka.KafkaClients;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Follows service levels, where they may move reads. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServiceLevelSettings.class)
class ServiceLevelConfiguration {

  @Bean
  ServiceLevelFactors serviceLevelFactors(ServiceLevelSettings settings) {
    return new ServiceLevelFactors(settings.leastPercent());
  }

  /** Without it no fact comes in, and every weight is as it is configured. */
  @Bean
  @ConditionalOnProperty(name = "settlement.relayer.service-levels.follow", matchIfMissing = true)
  @Conditional(NoValidatorsKey.class)
  TopicFollower<ServiceLevelEvent> serviceLevelFollower(
      KafkaClients kafka, ServiceLevelFactors factors, ServiceLevelSettings settings) {
    return new TopicFollower<>(kafka, Topics.SERVICE_LEVEL_EVENTS, factors, settings.loadTimeout());
  }

  /**
   * Whoever moves a validator's reads chooses whom it believes first, so no fact of another service
   * does.
   */
  static final class NoValidatorsKey extends NoneNestedConditions {
    NoValidatorsKey() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnRole(Role.VALIDATOR)
    static final class HasOne {}
  }
}
