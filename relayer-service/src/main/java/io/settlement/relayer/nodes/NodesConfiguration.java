// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.nodes;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.settlement.chain.ChainSettings;
import io.settlement.kit.registry.RegistryView;
import io.settlement.relayer.nodes.ToldChains.Word;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Connects to the configured chains, and to those that were told since. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({NodesSettings.class, AdmissionSettings.class})
class NodesConfiguration {

  @Bean
  ToldChains toldChains(JdbcClient jdbc, JsonMapper json) {
    return new ToldChains(jdbc, json);
  }

  /** A validator signs by its operator's own word alone, so no process with its key admits. */
  @Bean
  Nodes nodes(
      NodesSettings settings,
      ToldChains told,
      AdmissionSettings admission,
      @Value("${settlement.relayer.roles}") Set<Role> roles,
      MeterRegistry meters,
      ServiceLevelFactors factors,
      Tracer tracer) {
    boolean isValidator = roles.contains(Role.VALIDATOR);
    if (isValidator && !admission.chains().isEmpty()) {
      throw new IllegalStateException(
          "settlement.relayer.admission.chains is not for a process that is a validator too");
    }
    List<ChainSettings> before =
        told.all(isValidator ? Word.OPERATOR : Word.REGISTRY).stream()
            .filter(one -> isValidator || admission.allows(one.chain()))
            .map(one -> one.stated().settings(one.chain()))
            .toList();
    return new Nodes(settings.chains(), before, meters, factors, tracer);
  }

  @Bean
  @ConditionalOnRole({Role.OBSERVER, Role.COURIER})
  AdmittedNodes admittedNodes(
      Nodes nodes,
      RegistryView registry,
      AdmissionSettings settings,
      ToldChains told,
      Clock clock) {
    return new AdmittedNodes(nodes, registry, settings, told, clock);
  }
}
