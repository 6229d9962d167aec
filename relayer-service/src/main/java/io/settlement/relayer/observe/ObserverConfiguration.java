// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.value.ChainName;
import io.settlement.kit.outbox.Outbox;
import io.settlement.relayer.account.OperatorAccounts;
import io.settlement.relayer.finality.FinalityPolicy;
import io.settlement.relayer.limit.Stops;
import io.settlement.relayer.loop.Backoff;
import io.settlement.relayer.loop.ChainLoop;
import io.settlement.relayer.nodes.Nodes;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the observer: two loops for each EVM chain that is read here. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.OBSERVER)
@EnableConfigurationProperties(ObserverSettings.class)
class ObserverConfiguration {

  /** The observers and what fills in for them, by chain. */
  record ObservedChains(
      Map<ChainName, ChainObserver> byName, Map<ChainName, BackfillPass> backfills) {}

  /** What all chains share. */
  record Bench(
      ObserverSettings settings,
      FinalityPolicy policy,
      ObserverStore store,
      ReorgGuard.Desk desk,
      OperatorAccounts accounts,
      MeterRegistry meters) {}

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
        new Records(
            new GapCertificates(jdbc),
            new Sequences(jdbc),
            new Backfills(jdbc),
            new ToldFacts(jdbc)),
        outbox,
        new TransactionTemplate(transactions),
        metrics);
  }

  @Bean
  ReorgGuard.Desk reorganisationDesk(
      JdbcClient jdbc,
      Stops stops,
      ObserverMetrics metrics,
      ObserverSettings settings,
      Clock clock) {
    return new ReorgGuard.Desk(new DeepReorganisations(jdbc), stops, metrics, settings, clock);
  }

  @Bean
  Bench observerBench(
      ObserverSettings settings,
      FinalityPolicy policy,
      ObserverStore store,
      ReorgGuard.Desk desk,
      OperatorAccounts accounts,
      MeterRegistry meters) {
    return new Bench(settings, policy, store, desk, accounts, meters);
  }

  @Bean
  ObservedChains observedChains() {
    return new ObservedChains(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  private static void observe(Sources sources, Bench bench, ObservedChains chains) {
    ChainName name = sources.any().settings().name();
    ObserverSettings settings = bench.settings();
    ObserverStore store = bench.store();
    Clock clock = bench.desk().clock();
    ObserverMetrics metrics = bench.desk().metrics();
    ChainLogs logs = new ChainLogs(sources.any().settings(), bench.meters());
    Silence silence =
        new Silence(
            sources.agreed(),
            sources.quorum(),
            !settings.bloomless().contains(name.value()),
            metrics);
    CertifiedReader reader = new CertifiedReader(sources, silence, logs, bench.accounts());
    ReorgGuard guard = new ReorgGuard(sources, bench.policy(), bench.desk());
    Passes passes =
        new Passes(
            new FinalPass(reader, store, clock),
            new HeadPass(sources.any(), logs, bench.policy(), store, clock),
            new EarlyPass(sources, logs, bench.policy(), store, clock),
            new HoleRepair(reader, logs, store, settings, metrics, clock));
    chains
        .byName()
        .put(
            name, new ChainObserver(sources.any(), bench.policy(), settings, store, passes, guard));
    chains
        .backfills()
        .put(
            name,
            new BackfillPass(
                name,
                new CertifiedReader(sources, silence, logs, bench.accounts()),
                store,
                guard,
                settings,
                clock));
  }

  @Bean
  Observers observers(ObservedChains chains, Nodes nodes, Bench bench) {
    Observers observers = new Observers();
    nodes.each(
        reader -> {
          observe(Sources.of(reader), bench, chains);
          observers.add(reader, loops(reader.settings().name(), chains, bench));
        });
    return observers;
  }

  private static List<ChainLoop> loops(ChainName name, ObservedChains chains, Bench bench) {
    ObserverSettings settings = bench.settings();
    Backoff backoff = new Backoff(settings.firstRetry(), settings.lastRetry());
    return List.of(
        loop(
            "observer",
            name,
            Objects.requireNonNull(chains.byName().get(name)),
            backoff,
            bench.meters()),
        loop(
            "backfill",
            name,
            Objects.requireNonNull(chains.backfills().get(name)),
            backoff,
            bench.meters()));
  }

  private static ChainLoop loop(
      String what, ChainName chain, ChainLoop.Step step, Backoff backoff, MeterRegistry meters) {
    return new ChainLoop(what, chain, step, backoff, meters);
  }

  @Bean
  ObserverHealth observerHealth(Observers observers, ObservedChains chains) {
    return new ObserverHealth(observers, chains.byName());
  }
}
