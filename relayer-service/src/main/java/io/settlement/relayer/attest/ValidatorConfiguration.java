// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.EvmReader;
import io.settlement.chain.keys.Keystores;
import io.settlement.chain.keys.RemoteKey;
import io.settlement.chain.keys.RemoteSignerSettings;
import io.settlement.chain.keys.ValidatorKey;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.value.EvmAddress;
import io.settlement.kit.outbox.Outbox;
import io.settlement.kit.registry.RegistryView;
import io.settlement.relayer.finality.FinalityPolicy;
import io.settlement.relayer.loop.Backoff;
import io.settlement.relayer.loop.ChainLoop;
import io.settlement.relayer.nodes.Nodes;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the validator: its key, its rules, one loop for each configured EVM chain. */
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
  ChainAttester.Bench validatorBench(
      Claims claims,
      SigningGuard guard,
      Attestations attestations,
      Nodes nodes,
      RegistryView registry,
      FinalityPolicy policy) {
    RouteBook routes = new RouteBook(registry);
    Judge judge =
        new Judge(
            new ReceiveRules(nodes, routes, policy),
            new ExpireRules(nodes, policy),
            new CallbackRules(nodes, routes, policy));
    return new ChainAttester.Bench(claims, guard, attestations, judge, routes);
  }

  @Bean
  Attestations validatorAttestations(
      Claims claims,
      SigningGuard guard,
      ValidatorKey key,
      Outbox outbox,
      PlatformTransactionManager transactions,
      MeterRegistry meters) {
    return new Attestations(
        claims,
        guard,
        new Signatory(key),
        outbox,
        new TransactionTemplate(transactions),
        new ValidatorMetrics(meters));
  }

  @Bean
  Attesters attesters(
      Nodes nodes,
      ChainAttester.Bench bench,
      FinalityPolicy policy,
      ValidatorSettings settings,
      MeterRegistry meters,
      Clock clock) {
    Backoff backoff = new Backoff(settings.firstRetry(), settings.lastRetry());
    List<ChainLoop> loops = new ArrayList<>();
    for (EvmReader reader : nodes.all()) {
      if (reader.settings().family() == Family.EVM) {
        OwnNode own = new OwnNode(reader.forPurpose("attest").agreed(), policy);
        ChainAttester chain = new ChainAttester(own, bench, settings, clock);
        loops.add(new ChainLoop("validator", reader.settings().name(), chain, backoff, meters));
      }
    }
    return new Attesters(loops);
  }

  @Bean
  ClaimKeeping claimKeeping(Claims claims, ValidatorSettings settings, Clock clock) {
    return new ClaimKeeping(claims, settings.keepClaims(), clock);
  }

  @Bean
  ValidatorHealth validatorHealth(Attesters loops, RegistryView registry) {
    return new ValidatorHealth(loops, registry);
  }

  @Bean
  Attester attester(Claims claims, Nodes nodes, Attesters loops, Clock clock) {
    return new Attester(claims, nodes, loops, clock);
  }
}
