// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.EvmReader;
import io.settlement.events.value.ChainName;
import io.settlement.kit.outbox.Outbox;
import io.settlement.kit.registry.RegistryView;
import io.settlement.relayer.account.OperatorAccounts;
import io.settlement.relayer.chain.Broadcaster;
import io.settlement.relayer.limit.Stops;
import io.settlement.relayer.nodes.Nodes;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Puts the lanes together, in a courier. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.COURIER)
@EnableConfigurationProperties({LaneSettings.class, LaneKeySettings.class, PauseSettings.class})
class LaneConfiguration {

  @Bean
  LaneKeys laneKeys(LaneKeySettings settings, SslBundles bundles) {
    return LaneKeys.open(settings, name -> bundles.getBundle(name).createSslContext());
  }

  /** A configured chain that could not be delivered to stops the start. */
  @Bean
  Lanes lanes(LaneKeys keys, Nodes nodes) {
    Lanes lanes = new Lanes(keys);
    for (ChainName named : keys.chains()) {
      if (nodes.reader(named).isEmpty()) {
        throw new IllegalStateException("lane on unknown chain " + named);
      }
    }
    nodes.each(lanes::open);
    for (EvmReader chain : nodes.all()) {
      ChainName name = chain.settings().name();
      if (nodes.isConfigured(name) && !lanes.serves(name)) {
        throw new IllegalStateException(
            "the courier has no lane on "
                + name
                + ": name a submitter key in settlement.relayer.lanes");
      }
    }
    return lanes;
  }

  @Bean
  Broadcaster broadcaster(Nodes nodes) {
    return new Broadcaster(nodes);
  }

  @Bean
  IntentTable intentTable(JdbcClient jdbc, JsonMapper json) {
    return new IntentTable(jdbc, json);
  }

  @Bean
  LeaseTable leaseTable(JdbcClient jdbc, LaneSettings settings, OperatorAccounts accounts) {
    return new LeaseTable(jdbc, accounts, UUID.randomUUID().toString(), settings.lease());
  }

  @Bean
  Trial trial(Lanes lanes, Crew crew) {
    return new Trial(lanes, crew.rehearsal());
  }

  @Bean
  PayoutQueue payoutQueue(IntentTable intents) {
    return new PayoutQueue(intents);
  }

  @Bean
  LaneQueue laneQueue(
      Lanes lanes, IntentTable intents, PayoutQueue payouts, Outbox outbox, Clock clock) {
    return new LaneQueue(lanes, intents, payouts, outbox, clock);
  }

  @Bean
  Publications publications(JdbcClient jdbc, Lanes lanes, Nodes nodes, Clock clock) {
    return new Publications(new PublicationTable(jdbc), lanes, nodes, clock);
  }

  @Bean
  Pauses pauses(JdbcClient jdbc, Lanes lanes, Clock clock) {
    return new Pauses(new PublicationTable(jdbc), lanes, clock);
  }

  @Bean
  GuardianPosts guardianPosts(
      Lanes lanes,
      RegistryView registry,
      LaneStore store,
      PauseSettings settings,
      MeterRegistry meters,
      Clock clock) {
    return new GuardianPosts(lanes, registry, store, settings, meters, clock);
  }

  @Bean
  GuardianHealth guardianHealth(GuardianPosts posts) {
    return new GuardianHealth(posts);
  }

  @Bean
  LaneStore laneStore(
      JdbcClient jdbc,
      LeaseTable leases,
      IntentTable intents,
      Outbox outbox,
      PlatformTransactionManager transactions) {
    return new LaneStore(
        leases,
        new SubmissionTable(jdbc),
        intents,
        new OwnErrands(new TopUpTable(jdbc), new PublicationTable(jdbc)),
        outbox,
        new TransactionTemplate(transactions));
  }

  @Bean
  Crew crew(
      LaneStore store,
      LaneSettings settings,
      LaneKeySettings keys,
      Broadcaster broadcaster,
      Stops stops,
      Clock clock) {
    BatchCall calls = new BatchCall(settings);
    Fates fates = new Fates(settings, new RetryRamp(RandomGenerator.getDefault()), clock);
    return new Crew(
        store,
        new Crew.Hands(
            calls,
            new Rehearsal(calls),
            new Dispatch(store, calls, clock),
            new Inclusion(store, fates),
            fates),
        broadcaster,
        new Crew.Rules(settings, new Treasuries(keys.treasuries()), stops),
        clock);
  }

  @Bean
  LaneHealth laneHealth(JdbcClient jdbc, LaneSettings settings) {
    return new LaneHealth(jdbc, settings);
  }

  @Bean
  LaneWorkers laneWorkers(Lanes lanes, Crew crew, MeterRegistry meters) {
    return new LaneWorkers(lanes, crew, meters);
  }

  @Bean
  DeliveriesEdge deliveriesEdge(
      Lanes lanes,
      LaneWorkers workers,
      KafkaProperties properties,
      KafkaConnectionDetails connection) {
    return new DeliveriesEdge(lanes, workers, properties, connection);
  }
}
