// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.chain.bitcoin.BitcoinSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects to the configured Bitcoin nodes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBitcoin
@EnableConfigurationProperties({
  VaultsSettings.class,
  BitcoinConfiguration.BitcoinNodesSettings.class
})
class BitcoinConfiguration {

  /**
   * The nodes of this process.
   *
   * @param bitcoin each provider, and how they are believed
   */
  @ConfigurationProperties("settlement")
  record BitcoinNodesSettings(BitcoinSettings bitcoin) {}

  @Bean
  BitcoinReader bitcoinReader(BitcoinNodesSettings settings, MeterRegistry meters) {
    return BitcoinReader.connect(settings.bitcoin(), meters);
  }

  @Bean
  Vaults vaults(VaultsSettings settings, BitcoinNodesSettings nodes) {
    return new Vaults(nodes.bitcoin().chain(), nodes.bitcoin().network(), settings);
  }
}
