// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.nodes;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.NodePolicy;
import io.settlement.chain.ProviderSettings;
import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.RegistryEvent.NodesState;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.ChainName;
import io.settlement.kit.registry.RegistryView;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chains that come into the book while this process runs: they are read through the nodes that an
 * operator admitted there, where this process's operator allows it. What is configured here goes
 * before.
 */
final class AdmittedNodes {
  private static final Logger log = LoggerFactory.getLogger(AdmittedNodes.class);

  private final Nodes nodes;
  private final RegistryView registry;
  private final AdmissionSettings settings;

  AdmittedNodes(Nodes nodes, RegistryView registry, AdmissionSettings settings) {
    this.nodes = nodes;
    this.registry = registry;
    this.settings = settings;
    registry.onChange(this::consider);
  }

  private void consider(RegistryEvent change) {
    switch (change) {
      case ChainState chain -> consider(chain.chain());
      case NodesState told -> consider(told.chain());
      default -> {}
    }
  }

  private void consider(ChainName name) {
    if (settings.allows(name) && nodes.reader(name).isEmpty()) {
      settings(name)
          .ifPresent(
              chain -> {
                nodes.admit(chain);
                log.atInfo().addKeyValue("chain", name).log("is read by the registry's word");
              });
    }
  }

  private Optional<ChainSettings> settings(ChainName name) {
    Optional<ChainState> chain =
        registry
            .chain(name)
            .filter(
                one ->
                    one.status() == Status.ACTIVE
                        && one.family() == Family.EVM
                        && one.profile() == Profile.V2);
    Optional<NodesState> told = registry.nodes(name).filter(one -> !one.providers().isEmpty());
    return chain.flatMap(state -> told.map(where -> settings(state, where)));
  }

  private static ChainSettings settings(ChainState chain, NodesState told) {
    List<ProviderSettings> providers =
        told.providers().stream().map(node -> ProviderSettings.of(URI.create(node.url()))).toList();
    return ChainSettings.of(
            chain.chain(),
            chain.chainId(),
            providers.stream().map(ProviderSettings::url).toList(),
            chain.settlement(),
            chain.gasService(),
            chain.verifier())
        .withProviders(providers, NodePolicy.usual())
        .withConfirmations(told.confirmations());
  }
}
