// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.artifact.chain.ChainNodes;
import io.settlement.artifact.primitive.Primitives;
import io.settlement.chain.BlockRef;
import io.settlement.chain.Call;
import io.settlement.chain.ChainException;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.ArtifactAbi;
import io.settlement.chain.contract.Signable;
import io.settlement.events.RegistryEvent.Asset;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.kit.registry.RegistryView;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Primitives primitives;

  RouteLiquidity(
      RegistryView registry, ChainNodes nodes, Imbalances imbalances, Primitives primitives) {
    this.registry = registry;
    this.nodes = nodes;
    this.imbalances = imbalances;
    this.primitives = primitives;
  }

  /**
   * A route as it is.
   *
   * @param available the most that can arrive, in the token's smallest unit; null when nothing
   *     limits it, or nobody knows
   * @param stopped why nothing arrives; null when something does
   * @param unknown why nobody knows; null when it is known
   */
  record Flow(
      String artifact,
      RouteId route,
      @Nullable BigInteger available,
      @Nullable String stopped,
      @Nullable String unknown) {}

  private record Open(RouteId route, Asset asset) {}

  private record Room(
      @Nullable BigInteger available, @Nullable String stopped, @Nullable String unknown) {
    static final Room NO_LIMIT = new Room(null, null, null);
  }

  /** Every open route whose destination moves an artifact; each handler is asked once. */
  List<Flow> all() {
    return flows(open());
  }

  /** Those of an artifact. */
  List<Flow> of(String artifact) {
    return flows(open().stream().filter(one -> one.asset().artifact().equals(artifact)).toList());
  }

  private List<Open> open() {
    List<Open> open = new ArrayList<>();
    for (RouteState route : registry.routes()) {
      Optional<Asset> asset = registry.handler(route.route().to()).flatMap(HandlerState::asset);
      if (route.status() == Status.ACTIVE && asset.isPresent()) {
        open.add(new Open(route.route(), asset.get()));
      }
    }
    return open;
  }

  private List<Flow> flows(List<Open> open) {
    Map<HandlerId, Room> rooms = new HashMap<>();
    List<Flow> flows = new ArrayList<>();
    for (Open one : open) {
      Room room = rooms.computeIfAbsent(one.route().to(), to -> room(to, one.asset()));
      flows.add(
          new Flow(
              one.asset().artifact(),
              one.route(),
              room.available(),
              room.stopped(),
              room.unknown()));
    }
    return flows;
  }

  /** What is in escrow for withdrawals is in custody: redemption is never limited here. */
  private Room room(HandlerId to, Asset asset) {
    if (registry.isBitcoin(to.chain())) {
      return Room.NO_LIMIT;
    }
    if (asset.mode().mintsInbound() && imbalances.open(asset.artifact()).isPresent()) {
      return new Room(null, "minting stops while the reserves do not prove", null);
    }
    Optional<EvmReader> reader = nodes.of(to.chain());
    if (reader.isEmpty()) {
      return new Room(null, null, "this service has no nodes of the chain");
    }
    try {
      return asset.mode().mintsInbound()
          ? minted(to, asset, reader.get())
          : unlocked(to, reader.get());
    } catch (ChainException e) {
      return new Room(null, null, "no node answers: " + e.getMessage());
    }
  }

  private static Room unlocked(HandlerId to, EvmReader reader) {
    BlockRef block = ChainNodes.finalHead(reader);
    byte[] held =
        reader.callsAt(List.of(Call.view(to.evmAddress(), LIQUIDITY)), block.number()).getFirst();
    return new Room(ArtifactAbi.number(held), null, null);
  }

  /** Only what a primitive stands behind has a guardian to ask for. */
  private Room minted(HandlerId to, Asset asset, EvmReader reader) {
    boolean guarded =
        primitives.ofArtifact(asset.artifact()).stream()
            .flatMap(one -> one.deployments().stream())
            .anyMatch(at -> at.chain().equals(to.chain()) && at.token().equals(asset.token()));
    if (!guarded) {
      return Room.NO_LIMIT;
    }
    Call paused = Call.view(asset.token(), ArtifactAbi.mintingPausedCall());
    return ArtifactAbi.yes(reader.call(paused, FinalityTag.LATEST))
        ? new Room(null, "a guardian paused the minting", null)
        : Room.NO_LIMIT;
  }
}
