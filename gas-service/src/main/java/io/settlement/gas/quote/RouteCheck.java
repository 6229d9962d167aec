// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.RegistryEvent.Asset;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.kit.problem.Problem;
import io.settlement.kit.registry.RegistryView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the registry lets messages take a route. */
@Component
class RouteCheck {
  private final RegistryView registry;
  private final RouteLiquidity liquidity;

  RouteCheck(RegistryView registry, RouteLiquidity liquidity) {
    this.registry = registry;
    this.liquidity = liquidity;
  }

  /** A problem when so much cannot arrive now. */
  void requireLiquidity(RouteId route, @Nullable TokenAmount amount) {
    liquidity.require(route, amount);
  }

  /**
   * The tokens a message takes in and pays out.
   *
   * @param from null when it takes in none
   * @param to null when it pays out none
   */
  record Tokens(@Nullable EvmAddress from, @Nullable EvmAddress to) {}

  /** What a message of the route moves; a problem when the route is not open. */
  Tokens openRoute(RouteId route) {
    if (!registry.isLoaded()) {
      throw Problem.unavailable("registry-not-loaded", "the registry is still being read");
    }
    ChainState source = known(route.from().chain());
    ChainState destination = known(route.to().chain());
    HandlerState from = registry.handler(route.from()).orElse(null);
    HandlerState to = registry.handler(route.to()).orElse(null);
    RouteState state = registry.route(route).orElse(null);
    if (from == null || to == null || state == null) {
      throw Problem.unprocessable("unknown-route", "no route " + route);
    }
    requireOpen(source.status(), "the chain " + source.chain());
    requireOpen(destination.status(), "the chain " + destination.chain());
    requireOpen(from.status(), "the handler " + route.from());
    requireOpen(to.status(), "the handler " + route.to());
    requireOpen(state.status(), "the route " + route);
    return new Tokens(token(from), token(to));
  }

  private static @Nullable EvmAddress token(HandlerState handler) {
    return handler.asset().map(Asset::token).orElse(null);
  }

  private ChainState known(ChainName chain) {
    return registry
        .chain(chain)
        .orElseThrow(() -> Problem.notFound("unknown-chain", "no chain is called " + chain));
  }

  private static void requireOpen(Status status, String what) {
    if (status != Status.ACTIVE) {
      throw Problem.unprocessable("route-closed", what + " is not in use");
    }
  }
}
