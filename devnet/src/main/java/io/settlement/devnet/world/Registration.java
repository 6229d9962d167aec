// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.journey.Gateway;
import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.process.Pause;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.SettlementMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Tells the registry, through the gateway and as an operator, what this world consists of. */
final class Registration {
  private static final int BUSY = 503;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long BETWEEN_TRIES = 1_000;

  private final WorldFile world;
  private final List<EvmAddress> validators;
  private final Gateway gateway;

  Registration(WorldFile world, List<EvmAddress> validators) {
    this.world = world;
    this.validators = validators;
    this.gateway = new Gateway(world.gateway(), world.operatorKey());
  }

  void run() {
    world.names().forEach(this::chain);
    world.names().forEach(this::handlers);
    for (String from : world.names()) {
      world.names().stream().filter(to -> !to.equals(from)).forEach(to -> routes(from, to));
    }
  }

  private void chain(String name) {
    WorldFile.Contracts contracts = world.chain(name).contracts();
    put(
        "/v1/chains/" + name,
        Map.of(
            "chainId", contracts.chainId(),
            "settlement", contracts.settlement(),
            "gasService", contracts.gasService(),
            "verifier", contracts.verifier()));
    put("/v1/validators/" + name, Map.of("required", WorldPlan.REQUIRED, "validators", validators));
  }

  private void handlers(String chain) {
    world
        .chain(chain)
        .contracts()
        .handlers()
        .forEach(
            (purpose, handler) ->
                put(
                    "/v1/handlers/" + chain + "/" + handler.handler(),
                    Map.of(
                        "token", handler.token(),
                        "decimals", handler.decimals(),
                        "mode", handler.mode(),
                        "artifact", artifact(purpose, handler.mode()))));
  }

  /** Both ends of a route move one artifact: where one end locks it, that end names it. */
  private static String artifact(String purpose, SettlementMode mode) {
    return mode == SettlementMode.BURN_UNLOCK ? "lockMint" : purpose;
  }

  /** Where there is a counterpart: two chains that are not home to an artifact have none. */
  private void routes(String from, String to) {
    world
        .chain(from)
        .contracts()
        .handlers()
        .forEach(
            (purpose, handler) ->
                world
                    .chain(to)
                    .contracts()
                    .find(handler.mode().pair())
                    .ifPresent(
                        pair ->
                            put(
                                "/v1/routes",
                                Map.of("from", handler.on(from), "to", pair.on(to)))));
  }

  /**
   * A service that has just started on a busy machine may take its time with the first requests.
   */
  private void put(String path, Object body) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Gateway.Answer answer = gateway.put(path, body);
    while (answer.status() == BUSY && System.nanoTime() < deadline) {
      Pause.millis(BETWEEN_TRIES);
      answer = gateway.put(path, body);
    }
    answer.orFail("registering " + path);
  }
}
