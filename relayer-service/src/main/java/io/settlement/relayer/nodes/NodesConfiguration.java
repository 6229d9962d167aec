// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.nodes;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects to the configured chains. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NodesSettings.class)
class NodesConfiguration {

  @Bean
  Nodes nodes(NodesSettings settings, MeterRegistry meters) {
    return new Nodes(settings.chains(), meters);
  }
}
