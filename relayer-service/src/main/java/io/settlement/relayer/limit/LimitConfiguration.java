// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.kit.liquidity.LiquidityView;
import io.settlement.kit.registry.RegistryView;
import io.settlement.relayer.nodes.Nodes;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts stops and limits together; every role may stop something. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GuardianSettings.class, LimitSettings.class})
class LimitConfiguration {

  @Bean
  Audit audit(JdbcClient jdbc, Clock clock) {
    return new Audit(jdbc, clock);
  }

  @Bean
  Stops stops(
      JdbcClient jdbc,
      Audit audit,
      PlatformTransactionManager transactions,
      MeterRegistry meters,
      Clock clock) {
    return new Stops(jdbc, audit, new TransactionTemplate(transactions), meters, clock);
  }

  @Bean
  PolicyTable policyTable(JdbcClient jdbc) {
    return new PolicyTable(jdbc);
  }

  @Bean
  Limits limits(PolicyTable table, MeterRegistry meters, Clock clock) {
    return new Limits(table, meters, clock);
  }

  @Bean
  Approvals approvals(JdbcClient jdbc) {
    return new Approvals(jdbc);
  }

  @Bean
  LimitDesk limitDesk(
      PolicyTable table,
      Limits limits,
      Approvals approvals,
      Audit audit,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new LimitDesk(
        table, limits, approvals, audit, new TransactionTemplate(transactions), clock);
  }

  @Bean
  @ConditionalOnRole(Role.COURIER)
  StagedLimits stagedLimits(
      RegistryView registry,
      PolicyTable table,
      Limits limits,
      Audit audit,
      PlatformTransactionManager transactions,
      LimitSettings settings) {
    return new StagedLimits(
        registry, table, limits, audit, new TransactionTemplate(transactions), settings);
  }

  @Bean
  @ConditionalOnRole(Role.COURIER)
  Gates gates(
      Stops stops, RegistryView registry, LiquidityView liquidity, Limits limits, JdbcClient jdbc) {
    return new Gates(
        stops,
        new Passages(registry),
        new Liquidity(liquidity, new ReservationTable(jdbc)),
        limits);
  }

  @Bean
  @ConditionalOnRole(Role.COURIER)
  GuardianWatch guardianWatch(
      Nodes nodes, RegistryView registry, Stops stops, GuardianSettings settings) {
    return new GuardianWatch(nodes, registry, stops, settings.look());
  }
}
