// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.chain.AdmittedChains;
import io.settlement.kit.registry.RegistryView;
import org.springframework.stereotype.Component;

/** Chains that come into the book while this service runs are read where its operator allows it. */
@Component
final class AdmittedNodes {
  AdmittedNodes(ChainNodes nodes, RegistryView registry, AdmissionSettings settings) {
    AdmittedChains.Book book = new AdmittedChains.Book(registry::chain, registry::nodes);
    registry.onChange(new AdmittedChains(book, settings::allows, nodes)::onChange);
  }
}
