// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.journey.WorldFile;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.SettlementMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells the registry of Bitcoin: its chain, each vault with its handler, the artifacts that travel.
 * Has the primitives admitted.
 */
final class BitcoinRegistration {
  /** Bitcoin's own coin has no contract. */
  private static final String COIN = "0x" + "0".repeat(40);

  private final WorldFile world;
  private final WorldFile.Bitcoin bitcoin;
  private final Operator operator;

  BitcoinRegistration(WorldFile world, WorldFile.Bitcoin bitcoin, Operator operator) {
    this.world = world;
    this.bitcoin = bitcoin;
    this.operator = operator;
  }

  void run() {
    operator.put("/v1/chains/Bitcoin", Map.of("family", "BITCOIN", "network", "regtest"));
    for (String chain : world.names()) {
      primitives(chain).forEach((artifact, it) -> pair(artifact, chain, it));
      carriers(chain)
          .forEach(
              (artifact, it) ->
                  handler(it.on(chain), it.token().hex(), it.decimals(), it.mode(), artifact));
    }
    for (String from : world.names()) {
      carriers(from).forEach((artifact, it) -> carry(artifact, it.on(from), from));
      primitives(from).forEach((artifact, it) -> admit(artifact, from, it));
    }
  }

  private Map<String, WorldFile.Primitive> primitives(String chain) {
    return Objects.requireNonNullElse(world.chain(chain).contracts().primitives(), Map.of());
  }

  private Map<String, WorldFile.Handler> carriers(String chain) {
    return Objects.requireNonNullElse(world.chain(chain).contracts().carriers(), Map.of());
  }

  private WorldFile.Vault vault(String artifact) {
    return Objects.requireNonNull(bitcoin.vaults().get(artifact));
  }

  private void pair(String artifact, String chain, WorldFile.Primitive primitive) {
    HandlerId vault = vault(artifact).handler();
    HandlerId there = HandlerId.of(new ChainName(chain), primitive.handler());
    handler(vault, COIN, primitive.decimals(), SettlementMode.LOCK_MINT, artifact);
    handler(
        there,
        primitive.artifact().hex(),
        primitive.decimals(),
        SettlementMode.BURN_UNLOCK,
        artifact);
    route(vault, there);
    route(there, vault);
  }

  private void carry(String artifact, HandlerId here, String from) {
    for (String to : world.names()) {
      WorldFile.Handler there = carriers(to).get(artifact);
      if (there != null && !to.equals(from)) {
        route(here, there.on(to));
      }
    }
  }

  private void handler(
      HandlerId id, String token, int decimals, SettlementMode mode, String artifact) {
    operator.put(
        "/v1/handlers/" + id.chain() + "/" + id.address(),
        Map.of("token", token, "decimals", decimals, "mode", mode, "artifact", artifact));
  }

  private void route(HandlerId from, HandlerId to) {
    operator.put("/v1/routes", Map.of("from", from, "to", to));
  }

  private void admit(String artifact, String chain, WorldFile.Primitive primitive) {
    PrimitivePaper paper = PrimitivePaper.of(artifact);
    String path = "/v1/primitives/" + paper.id();
    operator.postText("/v1/specifications", paper.text());
    operator.put(
        path,
        Map.of(
            "artifact", artifact,
            "specification", paper.hash(),
            "vault", vault(artifact).handler(),
            "descriptor", vault(artifact).descriptor(),
            "deployments", List.of(deployment(chain, primitive))));
    operator.post(path + "/submit", Map.of());
    operator.post(path + "/admit", Map.of("reasons", List.of("It is this world's own.")));
  }

  private Map<String, Object> deployment(String chain, WorldFile.Primitive primitive) {
    Map<String, Object> deployment = new LinkedHashMap<>();
    WorldFile.Contracts contracts = world.chain(chain).contracts();
    @Nullable EvmAddress basket = contracts.basket();
    deployment.put("chain", chain);
    deployment.put("token", primitive.artifact());
    deployment.put("handler", primitive.handler());
    deployment.put("staking", primitive.staking());
    deployment.put("registry", contracts.artifactRegistry());
    deployment.put("wrappers", List.of(primitive.wrapper()));
    deployment.put("baskets", basket == null ? List.of() : List.of(basket));
    deployment.put("startBlock", 0);
    return deployment;
  }
}
