// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.EvmReader;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.value.ChainName;
import io.settlement.kit.outbox.Outbox;
import io.settlement.relayer.loop.Backoff;
import io.settlement.relayer.loop.ChainLoop;
import io.settlement.relayer.nodes.Nodes;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the observer: one loop for each configured EVM chain. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.OBSERVER)
@EnableConfigurationProperties(ObserverSettings.class)
class ObserverConfiguration {

  /** The observers by chain. */
  record ObservedChains(Map<ChainName, ChainObserver> byName) {}

  @Bean
  ObserverMetrics observerMetrics(MeterRegistry meters) {
    return new ObserverMetrics(meters);
  }

  @Bean
  ObserverStore observerStore(
      JdbcClient jdbc,
      Outbox outbox,
      PlatformTransactionManager transactions,
      ObserverMetrics metrics) {
    return new ObserverStore(
        new Checkpoints(jdbc),
        new Observations(jdbc),
        outbox,
        new TransactionTemplate(transactions),
        metrics);
  }

  @Bean
  ObservedChains observedChains(
      Nodes nodes,
      ObserverSettings settings,
      ObserverStore store,
      ObserverMetrics metrics,
      MeterRegistry meters,
      Clock clock) {
    Map<ChainName, ChainObserver> observers = new LinkedHashMap<>();
    for (EvmReader reader : nodes.all()) {
      if (reader.settings().family() == Family.EVM) {
        ChainLogs logs = new ChainLogs(reader.settings(), meters);
        RangeReader ranges = new RangeReader(reader);
        observers.put(
            reader.settings().name(),
            new ChainObserver(
                reader,
                settings,
                store,
                new FinalPass(reader, ranges, logs, store, clock),
                new HeadPass(reader, ranges, logs, store, clock),
                metrics));
      }
    }
    return new ObservedChains(observers);
  }

  @Bean
  Observers observers(ObservedChains chains, ObserverSettings settings, MeterRegistry meters) {
    Backoff backoff = new Backoff(settings.firstRetry(), settings.lastRetry());
    List<ChainLoop> loops =
        chains.byName().entrySet().stream()
            .map(
                chain ->
                    new ChainLoop("observer", chain.getKey(), chain.getValue(), backoff, meters))
            .toList();
    return new Observers(loops);
  }

  @Bean
  ObserverHealth observerHealth(Observers observers, ObservedChains chains) {
    return new ObserverHealth(observers, chains.byName());
  }
}
