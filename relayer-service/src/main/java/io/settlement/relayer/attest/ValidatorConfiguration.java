// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.keys.Keystores;
import io.settlement.chain.keys.RemoteKey;
import io.settlement.chain.keys.RemoteSignerSettings;
import io.settlement.chain.keys.ValidatorKey;
import io.settlement.events.value.EvmAddress;
import io.settlement.kit.outbox.Outbox;
import io.settlement.kit.registry.RegistryView;
import io.settlement.relayer.bitcoin.BitcoinWitness;
import io.settlement.relayer.bitcoin.Withdrawals;
import io.settlement.relayer.finality.FinalityPolicy;
import io.settlement.relayer.limit.Audit;
import io.settlement.relayer.loop.Backoff;
import io.settlement.relayer.loop.ChainLoop;
import io.settlement.relayer.nodes.Nodes;
import io.settlement.relayer.nodes.ToldChains;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the validator: its key, its rules, one loop for each chain that its operator named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.VALIDATOR)
@EnableConfigurationProperties(ValidatorSettings.class)
class ValidatorConfiguration {
  private static final Logger log = LoggerFactory.getLogger(ValidatorConfiguration.class);

  /**
   * @param labelled the address by which the consumer group is named: what the keystore file bears,
   *     or what is configured for a remote signer
   */
  @Bean
  ValidatorKey validatorKey(
      ValidatorSettings settings,
      SslBundles bundles,
      @Value("${settlement.relayer.validator.address:}") String labelled) {
    ValidatorKey key = keyOf(settings, bundles, labelled);
    if (!key.address().hex().equals(labelled)) {
      throw new IllegalStateException(
          "the keystore " + settings.keystore() + " does not bear the address of its key");
    }
    log.atInfo().addKeyValue("validator", key.address()).log("validator key opened");
    return key;
  }

  private static ValidatorKey keyOf(
      ValidatorSettings settings, SslBundles bundles, String labelled) {
    RemoteSignerSettings remote = settings.remoteSigner();
    if (remote == null) {
      return Keystores.load(
          Objects.requireNonNull(settings.keystore()),
          Objects.requireNonNull(settings.passwordFile()));
    }
    return RemoteKey.open(
        new EvmAddress(labelled), remote, name -> bundles.getBundle(name).createSslContext());
  }

  @Bean
  Claims validatorClaims(JdbcClient jdbc, FinalityPolicy policy) {
    return new Claims(jdbc, policy);
  }

  @Bean
  SigningGuard signingGuard(JdbcClient jdbc, ValidatorKey key) {
    return new SigningGuard(jdbc, key.address());
  }

  @Bean
  Withdrawals withdrawals(JdbcClient jdbc) {
    return new Withdrawals(jdbc);
  }

  @Bean
  RouteBook routeBook(RegistryView registry) {
    return new RouteBook(registry);
  }

  @Bean
  Openings openings(RouteBook routes, Nodes nodes) {
    return new Openings(routes, nodes);
  }

  @Bean
  ChainAttester.Bench validatorBench(
      Attestations.Books books,
      Attestations attestations,
      Nodes nodes,
      RouteBook routes,
      Openings openings,
      FinalityPolicy policy) {
    Judge judge =
        new Judge(
            new ReceiveRules(nodes, routes, policy),
            new ExpireRules(nodes, routes, policy),
            new CallbackRules(nodes, routes, policy));
    return new ChainAttester.Bench(
        books.claims(), books.guard(), attestations, judge, routes, openings);
  }

  @Bean
  Attestations.Books attestationBooks(Claims claims, SigningGuard guard, Withdrawals withdrawals) {
    return new Attestations.Books(claims, guard, withdrawals);
  }

  @Bean
  Attestations validatorAttestations(
      Attestations.Books books,
      ValidatorKey key,
      Outbox outbox,
      PlatformTransactionManager transactions,
      MeterRegistry meters) {
    return new Attestations(
        books,
        new Signatory(key),
        outbox,
        new TransactionTemplate(transactions),
        new ValidatorMetrics(meters));
  }

  /**
   * What this validator sees of the world itself.
   *
   * @param evm its own nodes of EVM chains
   * @param bitcoin empty where no node of Bitcoin's is configured
   */
  record OwnSight(Nodes evm, FinalityPolicy policy, Optional<BitcoinJudge> bitcoin) {}

  @Bean
  OwnSight ownSight(
      Nodes nodes,
      FinalityPolicy policy,
      ObjectProvider<BitcoinWitness> witnesses,
      Withdrawals withdrawals,
      RouteBook routes) {
    return new OwnSight(
        nodes,
        policy,
        Optional.ofNullable(witnesses.getIfAvailable())
            .map(
                witness ->
                    new BitcoinJudge(
                        witness,
                        withdrawals,
                        nodes,
                        routes,
                        new ExpireRules(nodes, routes, policy))));
  }

  @Bean
  Attesters attesters(
      OwnSight sight,
      ChainAttester.Bench bench,
      ValidatorSettings settings,
      MeterRegistry meters,
      Clock clock) {
    Backoff backoff = new Backoff(settings.firstRetry(), settings.lastRetry());
    Attesters attesters = new Attesters();
    sight
        .evm()
        .each(
            reader -> {
              OwnNode own = new OwnNode(reader.forPurpose("attest").agreed(), sight.policy());
              ChainAttester chain = new ChainAttester(own, bench, settings, clock);
              attesters.watch(
                  new ChainLoop("validator", own.chain().name(), chain, backoff, meters));
            });
    sight
        .bitcoin()
        .ifPresent(
            judge ->
                attesters.watch(
                    new ChainLoop(
                        "validator",
                        judge.witness().chain(),
                        new BitcoinAttester(judge, bench, settings, clock),
                        backoff,
                        meters)));
    return attesters;
  }

  @Bean
  ClaimKeeping claimKeeping(
      Claims claims, Withdrawals withdrawals, ValidatorSettings settings, Clock clock) {
    return new ClaimKeeping(claims, withdrawals, settings.keepClaims(), clock);
  }

  @Bean
  ValidatorHealth validatorHealth(Attesters loops, RegistryView registry) {
    return new ValidatorHealth(loops, registry);
  }

  @Bean
  Attester attester(Claims claims, Attesters loops, Openings openings, Clock clock) {
    return new Attester(claims, loops, openings, clock);
  }

  @Bean
  OwnChains ownChains(
      Nodes nodes,
      ToldChains told,
      Audit audit,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new OwnChains(nodes, told, audit, new TransactionTemplate(transactions), clock);
  }
}
