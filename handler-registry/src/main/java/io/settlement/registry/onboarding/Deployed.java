// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import java.util.List;

/**
 * Contracts on one network of an applicant, with everything that is needed to look at them.
 *
 * @param name of the network in the book
 * @param chainId EIP-155 chain id
 */
record Deployed(
    ChainName name,
    long chainId,
    List<Paper.Provider> providers,
    EvmAddress settlement,
    EvmAddress verifier,
    EvmAddress gasService,
    List<Paper.StatedHandler> handlers) {
  /** Keeps its own copies. */
  Deployed {
    providers = List.copyOf(providers);
    handlers = List.copyOf(handlers);
  }

  HandlerId idOf(Paper.StatedHandler handler) {
    return HandlerId.of(name, handler.address());
  }
}
