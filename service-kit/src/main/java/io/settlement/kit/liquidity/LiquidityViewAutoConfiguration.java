// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.liquidity;

import io.settlement.events.LiquidityEvent;
import io.settlement.events.Topics;
import io.settlement.kit.follow.TopicFollower;
import io.settlement.kit.kafka.KafkaClients;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** How much can arrive over each route, for services that ask for it. */
@AutoConfiguration(afterName = "io.settlement.kit.kafka.KafkaClientsAutoConfiguration")
@ConditionalOnProperty("settlement.liquidity-view.enabled")
@EnableConfigurationProperties(LiquidityViewSettings.class)
class LiquidityViewAutoConfiguration {

  @Bean
  LiquidityView liquidityView(LiquidityViewSettings settings, Clock clock) {
    return new LiquidityView(settings.maxAge(), clock);
  }

  @Bean
  TopicFollower<LiquidityEvent> liquidityFollower(
      KafkaClients kafka, LiquidityView view, LiquidityViewSettings settings) {
    return new TopicFollower<>(kafka, Topics.LIQUIDITY_EVENTS, view, settings.loadTimeout());
  }
}
