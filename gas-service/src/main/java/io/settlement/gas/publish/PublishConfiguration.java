// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.value.ChainName;
import io.settlement.gas.price.ChainNodes;
import io.settlement.gas.price.Market;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Prices are signed where a chain has a contract for them. */
@Configuration(proxyBeanMethods = false)
@Conditional(PublishConfiguration.ContractsAreNamed.class)
class PublishConfiguration {

  @Bean
  PriceKey priceKey(PublishSettings settings, SslBundles bundles) {
    return new PriceKey(
        settings.publication().key().open(name -> bundles.getBundle(name).createSslContext()));
  }

  @Bean
  PriceHerald priceHerald(
      PriceKey key,
      PublishSettings settings,
      ChainNodes nodes,
      Market market,
      Publications publications,
      PriceHerald.Rhythm rhythm) {
    return new PriceHerald(key, targets(settings, nodes), nodes, market, publications, rhythm);
  }

  @Bean
  PriceHerald.Rhythm rhythm(PublishSettings settings, MeterRegistry meters, Clock clock) {
    List<ChainName> contracts =
        settings.priceContracts().keySet().stream().map(ChainName::new).toList();
    return new PriceHerald.Rhythm(
        settings.publication(), clock, new HeraldMeters(contracts, meters, clock));
  }

  private static List<PriceKey.Target> targets(PublishSettings settings, ChainNodes nodes) {
    List<PriceKey.Target> targets = new ArrayList<>();
    settings
        .priceContracts()
        .forEach(
            (name, contract) -> {
              ChainName chain = new ChainName(name);
              long chainId =
                  nodes
                      .of(chain)
                      .orElseThrow(
                          () ->
                              new IllegalStateException(
                                  "settlement.gas.price-contracts: no chain is called " + name))
                      .settings()
                      .chainId();
              targets.add(new PriceKey.Target(chain, chainId, contract));
            });
    return targets;
  }

  /** Whether any contract is configured. */
  static final class ContractsAreNamed implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !Binder.get(context.getEnvironment())
          .bind("settlement.gas.price-contracts", Bindable.mapOf(String.class, String.class))
          .orElse(Map.of())
          .isEmpty();
    }
  }
}
