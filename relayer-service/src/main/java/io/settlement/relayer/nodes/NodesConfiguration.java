// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.nodes;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.kit.registry.RegistryView;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects to the configured chains. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({NodesSettings.class, AdmissionSettings.class})
class NodesConfiguration {

  @Bean
  Nodes nodes(NodesSettings settings, MeterRegistry meters) {
    return new Nodes(settings.chains(), meters);
  }

  /** A validator signs by its operator's own word alone, so no process with its key admits. */
  @Bean
  @ConditionalOnRole(Role.OBSERVER)
  AdmittedNodes admittedNodes(
      Nodes nodes,
      RegistryView registry,
      AdmissionSettings settings,
      @Value("${settlement.relayer.roles}") Set<Role> roles) {
    if (roles.contains(Role.VALIDATOR) && !settings.chains().isEmpty()) {
      throw new IllegalStateException(
          "settlement.relayer.admission.chains is not for a process that is a validator too");
    }
    return new AdmittedNodes(nodes, registry, settings);
  }
}
