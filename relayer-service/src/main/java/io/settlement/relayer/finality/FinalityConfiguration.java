// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.finality;

import io.settlement.kit.registry.RegistryView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the policy. */
@Configuration(proxyBeanMethods = false)
class FinalityConfiguration {

  @Bean
  FinalityPolicy finalityPolicy(RegistryView registry) {
    return new FinalityPolicy(registry);
  }
}
