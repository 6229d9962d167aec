// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.conformance.AddressPolicy;
import io.settlement.events.value.ChainName;
import io.settlement.registry.onboarding.Applicants.ChainNode;
import java.util.List;
import java.util.Optional;

/** Chains that the operator's own configuration names, for those who measure chains. */
public interface OperatorsChains {

  /** One of them. */
  Optional<OperatorsChain> find(ChainName chain);

  /** Which addresses of strangers' nodes may be asked. */
  AddressPolicy strangers();

  /**
   * A chain by the operator's own nodes.
   *
   * @param chainId EIP-155 chain id
   */
  record OperatorsChain(ChainName chain, long chainId, List<ChainNode> providers) {
    /** Keeps its own copy. */
    public OperatorsChain {
      providers = List.copyOf(providers);
    }
  }
}
