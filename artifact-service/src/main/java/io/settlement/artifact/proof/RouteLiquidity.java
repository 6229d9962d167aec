// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.artifact.chain.ChainNodes;
import io.settlement.chain.BlockRef;
import io.settlement.chain.Call;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.ArtifactAbi;
import io.settlement.chain.contract.Signable;
import io.settlement.events.RegistryEvent.Asset;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.HandlerId;
import io.settlement.kit.registry.RegistryView;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How much of an artifact can arrive over each open route now. */
@Component
class RouteLiquidity {
  /** Selector of what a token handler has to unlock: its escrow is not in it. */
  private static final byte[] LIQUIDITY =
      Arrays.copyOf(new Signable("liquidity()".getBytes(UTF_8)).digest().bytes(), 4);

  private final RegistryView registry;
  private final ChainNodes nodes;
  private final Imbalances imbalances;

  RouteLiquidity(RegistryView registry, ChainNodes nodes, Imbalances imbalances) {
    this.registry = registry;
    this.nodes = nodes;
    this.imbalances = imbalances;
  }

  /**
   * A route.
   *
   * @param available the most that can arrive, decimal text in the smallest unit; absent when
   *     nothing but minting limits it
   * @param stopped why nothing arrives; absent when something does
   */
  record RouteView(
      HandlerId from, HandlerId to, @Nullable String available, @Nullable String stopped) {}

  List<RouteView> of(String artifact) {
    boolean imbalance = imbalances.open(artifact).isPresent();
    List<RouteView> views = new ArrayList<>();
    for (RouteState route : registry.routes()) {
      HandlerId to = route.route().to();
      Optional<Asset> asset =
          registry
              .handler(to)
              .flatMap(HandlerState::asset)
              .filter(one -> one.artifact().equals(artifact));
      if (route.status() == Status.ACTIVE && asset.isPresent()) {
        views.add(view(route.route().from(), to, asset.get(), imbalance));
      }
    }
    return views;
  }

  private RouteView view(HandlerId from, HandlerId to, Asset asset, boolean imbalance) {
    Optional<EvmReader> nodesOf = nodes.of(to.chain());
    if (nodesOf.isEmpty()) {
      return new RouteView(from, to, null, "this service has no nodes of the chain");
    }
    EvmReader reader = nodesOf.get();
    BlockRef block = ChainNodes.finalHead(reader);
    if (!asset.mode().mintsInbound()) {
      BigInteger held = number(reader, Call.view(to.evmAddress(), LIQUIDITY), block);
      return new RouteView(from, to, held.toString(), null);
    }
    return new RouteView(
        from, to, null, imbalance ? "minting stops while the reserves do not prove" : null);
  }

  private static BigInteger number(EvmReader reader, Call call, BlockRef block) {
    return ArtifactAbi.number(reader.callsAt(List.of(call), block.number()).getFirst());
  }
}
