// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.RegistryEvent.Asset;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.kit.problem.Problem;
import io.settlement.kit.registry.RegistryView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether the registry lets messages take a route. */
@Component
class RouteCheck {
  private final RegistryView registry;

  RouteCheck(RegistryView registry) {
    this.registry = registry;
  }

  /** The token the message is to pay out, if any; a problem when the route is not open. */
  Optional<EvmAddress> openRoute(RouteId route) {
    if (!registry.isLoaded()) {
      throw Problem.unavailable("registry-not-loaded", "the registry is still being read");
    }
    HandlerState target = registry.handler(route.to()).orElse(null);
    boolean sourceOpen = isOpen(route.from().chain());
    boolean destinationOpen = isOpen(route.to().chain());
    if (!sourceOpen
        || !destinationOpen
        || target == null
        || target.status() != Status.ACTIVE
        || !isOpen(route.from())
        || !isRouted(route)) {
      throw Problem.unprocessable("unknown-route", "no open route " + route);
    }
    return target.asset().map(Asset::token);
  }

  private boolean isOpen(ChainName chain) {
    ChainState state =
        registry
            .chain(chain)
            .orElseThrow(() -> Problem.notFound("unknown-chain", "no chain is called " + chain));
    return state.status() == Status.ACTIVE;
  }

  private boolean isOpen(HandlerId handler) {
    return registry.handler(handler).map(HandlerState::status).orElse(null) == Status.ACTIVE;
  }

  private boolean isRouted(RouteId route) {
    return registry.route(route).map(RouteState::status).orElse(null) == Status.ACTIVE;
  }
}
