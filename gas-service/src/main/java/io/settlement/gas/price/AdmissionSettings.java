// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.chain.AdmittedChains;
import io.settlement.events.value.ChainName;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Chains that may be read by the registry's word while this service runs.
 *
 * @param chains their names, or {@code *} for any; none unless said
 */
@Validated
@ConfigurationProperties("settlement.gas.admission")
record AdmissionSettings(@DefaultValue List<String> chains) {
  /** Keeps its own copy. */
  AdmissionSettings {
    chains = List.copyOf(chains);
  }

  boolean allows(ChainName chain) {
    return AdmittedChains.isAmong(chains, chain);
  }
}
