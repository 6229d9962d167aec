// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.kit.outbox.Outbox;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.trace.FactTraces;
import io.settlement.relayer.bitcoin.MessageEnds;
import io.settlement.relayer.lane.LaneQueue;
import io.settlement.relayer.lane.Renewals;
import io.settlement.relayer.lane.Trial;
import io.settlement.relayer.limit.Approvals;
import io.settlement.relayer.limit.Audit;
import io.settlement.relayer.limit.Gates;
import io.settlement.relayer.limit.LimitSettings;
import io.settlement.relayer.limit.Limits;
import io.settlement.relayer.limit.Stops;
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
import tools.jackson.databind.json.JsonMapper;

/** Puts the courier together. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.COURIER)
@EnableConfigurationProperties({
  DeadlineSettings.class,
  RetentionSettings.class,
  SignaturePatience.class
})
class CourierConfiguration {

  @Bean
  MessageEnds messageEnds(JdbcClient jdbc) {
    return new KnownEnds(jdbc);
  }

  @Bean
  Messages messages(JdbcClient jdbc, JsonMapper json, SignaturePatience patience) {
    return new Messages(jdbc, json, patience);
  }

  @Bean
  SignatureStore signatureStore(JdbcClient jdbc) {
    return new SignatureStore(new Attestations(jdbc), new Bundles(jdbc));
  }

  @Bean
  ValidatorSets validatorSets(RegistryView registry) {
    return new ValidatorSets(registry);
  }

  @Bean
  Quorum quorum(ValidatorSets sets, RegistryView registry, Nodes nodes) {
    return new Quorum(sets, registry, nodes);
  }

  @Bean
  AttestationCheck attestationCheck(
      Quorum quorum, SignatureStore signatures, Outbox outbox, QuorumFlow flow, Clock clock) {
    return new AttestationCheck(quorum, new BundleCheck(quorum, signatures, outbox, flow, clock));
  }

  @Bean
  Dossiers dossiers(
      Messages messages,
      SignatureStore signatures,
      LaneQueue lanes,
      Outbox outbox,
      MeterRegistry meters,
      FactTraces traces,
      Clock clock) {
    CourierMeters counted = new CourierMeters(meters, traces);
    return new Dossiers(messages, signatures, lanes, outbox, counted, clock);
  }

  @Bean
  CertifiedWork certifiedWork(Quorum quorum, RegistryView registry) {
    return new CertifiedWork(quorum, registry);
  }

  @Bean
  Courier courier(
      Dossiers dossiers,
      AttestationCheck attestations,
      CertifiedWork works,
      Admission admission,
      LaneQueue lanes,
      Clock clock) {
    return new Courier(dossiers, attestations, admission, works, lanes, clock);
  }

  @Bean
  Admission admission(
      RegistryView registry, Gates gates, LaneQueue lanes, CertifiedWork works, Clock clock) {
    return new Admission(new RouteCheck(registry), gates, lanes, works, clock);
  }

  @Bean
  Releases releases(
      Limits limits,
      Courier courier,
      LimitSettings settings,
      PlatformTransactionManager transactions) {
    return new Releases(limits, courier, settings.look(), new TransactionTemplate(transactions));
  }

  @Bean
  LiquidityWatch liquidityWatch(
      Gates gates,
      Messages messages,
      Courier courier,
      LimitSettings settings,
      PlatformTransactionManager transactions) {
    return new LiquidityWatch(
        gates.liquidity(),
        messages,
        courier,
        settings.look(),
        new TransactionTemplate(transactions));
  }

  @Bean
  Redrives redrives(
      Dossiers dossiers,
      Courier courier,
      CertifiedWork works,
      LaneQueue lanes,
      Trial trial,
      Clock clock) {
    return new Redrives(dossiers, courier, works, lanes, trial, clock);
  }

  @Bean
  Standing standing(JdbcClient jdbc) {
    return new Standing(jdbc);
  }

  @Bean
  StandingMeters standingMeters(Standing standing, Clock clock) {
    return new StandingMeters(standing, clock);
  }

  @Bean
  Retention retention(
      Messages messages,
      Standing standing,
      RetentionSettings settings,
      PlatformTransactionManager transactions,
      MeterRegistry meters,
      Clock clock) {
    return new Retention(
        messages.archive(),
        standing,
        settings,
        new TransactionTemplate(transactions),
        meters,
        clock);
  }

  @Bean
  Waiting waiting(JdbcClient jdbc) {
    return new Waiting(jdbc);
  }

  @Bean
  Desk desk(
      Messages messages,
      Redrives redrives,
      Gates gates,
      Approvals approvals,
      Audit audit,
      Clock clock) {
    return new Desk(messages, redrives, gates, approvals, audit, clock);
  }

  @Bean
  Deadlines.Chains chainsWithDeadlines(Nodes nodes, RegistryView registry) {
    return new Deadlines.Chains(nodes, registry);
  }

  @Bean
  Deadlines deadlines(
      Deadlines.Chains chains,
      Messages messages,
      Courier courier,
      DeadlineSettings settings,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new Deadlines(
        chains, messages, courier, settings.look(), new TransactionTemplate(transactions), clock);
  }

  @Bean
  QuorumFlow quorumFlow(SignaturePatience patience) {
    return new QuorumFlow(patience.first());
  }

  @Bean
  LateSignatures lateSignatures(
      Messages messages,
      Courier courier,
      QuorumFlow flow,
      SignaturePatience patience,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new LateSignatures(
        messages, courier, flow, patience, new TransactionTemplate(transactions), clock);
  }

  @Bean
  Equivocations equivocations(JdbcClient jdbc) {
    return new Equivocations(jdbc);
  }

  @Bean
  EquivocationWatch equivocationWatch(
      Equivocations equivocations, SignaturePatience patience, MeterRegistry meters, Clock clock) {
    return new EquivocationWatch(equivocations, patience.verifiers(), meters, clock);
  }

  @Bean
  Recertification recertification(
      Messages messages,
      Dossiers dossiers,
      CertifiedWork works,
      Renewals renewals,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new Recertification(
        messages, dossiers, works, renewals, new TransactionTemplate(transactions), clock);
  }

  @Bean
  VerifierWatch verifierWatch(
      Nodes nodes,
      ValidatorSets sets,
      Recertification recertification,
      SignaturePatience patience) {
    return new VerifierWatch(nodes, sets, recertification, patience.verifiers());
  }

  @Bean
  Reconsideration reconsideration(
      Messages messages,
      Courier courier,
      RegistryView registry,
      Nodes nodes,
      Stops stops,
      PlatformTransactionManager transactions) {
    return new Reconsideration(
        messages, courier, registry, nodes, stops, new TransactionTemplate(transactions));
  }
}
