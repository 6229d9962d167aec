// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.primitive;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an artifact's contracts are on one chain.
 *
 * @param token the artifact itself
 * @param handler turns it into BTC and back; null where that is done on another chain
 * @param staking null where it cannot be staked
 * @param registry the registry that must name the token
 * @param startBlock the first block that may hold something of it
 */
public record Deployment(
    String artifact,
    ChainName chain,
    EvmAddress token,
    @Nullable EvmAddress handler,
    @Nullable EvmAddress staking,
    EvmAddress registry,
    List<EvmAddress> wrappers,
    List<EvmAddress> baskets,
    long startBlock) {

  /** Keeps its own copies. */
  public Deployment {
    wrappers = List.copyOf(wrappers);
    baskets = List.copyOf(baskets);
  }

  /** The handler as the registry knows it. */
  public Optional<HandlerId> handlerId() {
    return handler == null ? Optional.empty() : Optional.of(HandlerId.of(chain, handler));
  }
}
