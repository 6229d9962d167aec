// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.chain;

import io.settlement.chain.AdmittedChain;
import io.settlement.chain.ChainSettings;
import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.NodesState;
import io.settlement.events.value.ChainName;
import io.settlement.kit.registry.RegistryView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes up chains that come into the book while this service runs, through the nodes that an
 * operator admitted there, where this service's operator allows it. What is configured goes before.
 * After a restart the topic says the same again before any fact of a message is read.
 */
@Component
final class AdmittedNodes {
  private static final Logger log = LoggerFactory.getLogger(AdmittedNodes.class);

  private final ChainNodes nodes;
  private final RegistryView registry;
  private final AdmissionSettings settings;

  AdmittedNodes(ChainNodes nodes, RegistryView registry, AdmissionSettings settings) {
    this.nodes = nodes;
    this.registry = registry;
    this.settings = settings;
    registry.onChange(this::consider);
  }

  private void consider(RegistryEvent change) {
    switch (change) {
      case ChainState chain -> consider(chain.chain());
      case NodesState told -> consider(told.chain());
      default -> {
        // says nothing of how a chain is read
      }
    }
  }

  private void consider(ChainName name) {
    ChainState chain = registry.chain(name).orElse(null);
    NodesState told = registry.nodes(name).orElse(null);
    if (chain == null || told == null || !settings.allows(name) || nodes.of(name).isPresent()) {
      return;
    }
    try {
      AdmittedChain.settings(chain, told).ifPresent(this::admit);
    } catch (IllegalArgumentException e) {
      log.atError()
          .addKeyValue("chain", name)
          .log("cannot be read by the registry's word: {}", e.getMessage());
    }
  }

  private void admit(ChainSettings chain) {
    if (nodes.admit(chain)) {
      log.atInfo().addKeyValue("chain", chain.name()).log("is read by the registry's word");
    }
  }
}
