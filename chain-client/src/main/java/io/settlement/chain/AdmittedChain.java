// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.RegistryEvent.NodesState;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.RegistryEvent.Status;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How a chain is read that came into the book while a service runs. */
public final class AdmittedChain {
  private AdmittedChain() {}

  /**
   * The contracts of the book, through the nodes that an operator admitted; defaults for the rest.
   * A suspended chain is read too: its messages in flight still end.
   *
   * @return empty where the book has the chain retired, or of another kind than the suite's own
   *     contracts, or no node is told any more
   * @throws IllegalArgumentException when what was told cannot work, for instance an address that
   *     is none
   */
  public static Optional<ChainSettings> settings(ChainState chain, NodesState told) {
    boolean readable =
        chain.family() == Family.EVM
            && chain.profile() == Profile.V2
            && chain.status() != Status.RETIRED
            && !told.providers().isEmpty();
    return readable ? Optional.of(read(chain, told)) : Optional.empty();
  }

  private static ChainSettings read(ChainState chain, NodesState told) {
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
