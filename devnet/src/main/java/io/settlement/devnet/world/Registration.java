// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.journey.Gateway;
import io.settlement.devnet.journey.WorldFile;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.SettlementMode;
import java.util.List;
import java.util.Map;

/** Tells the registry, through the gateway and as an operator, what this world consists of. */
final class Registration {
  private final WorldFile world;
  private final List<EvmAddress> validators;
  private final Operator operator;

  Registration(WorldFile world, List<EvmAddress> validators) {
    this.world = world;
    this.validators = validators;
    this.operator = new Operator(new Gateway(world.gateway(), world.operatorKey()));
  }

  void run() {
    world.names().forEach(this::chain);
    world.names().forEach(this::handlers);
    WorldFile.Bitcoin bitcoin = world.bitcoin();
    if (bitcoin != null) {
      new BitcoinRegistration(world, bitcoin, operator).run();
    }
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

  private void put(String path, Object body) {
    operator.put(path, body);
  }
}
