// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Reason;
import io.settlement.events.value.RouteId;
import io.settlement.kit.registry.RegistryView;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the registry lets a message through. */
final class RouteCheck {
  private final RegistryView registry;

  RouteCheck(RegistryView registry) {
    this.registry = registry;
  }

  /**
   * Why a message is not delivered.
   *
   * @param reason UNKNOWN_ROUTE or ROUTE_CLOSED
   * @param detail for humans
   */
  record Refusal(Reason reason, String detail) {}

  /** Route, both handlers and both chains must be known and active. */
  Optional<Refusal> refuse(RouteId route) {
    return Stream.of(
            refuse("route " + route, registry.route(route).map(RouteState::status)),
            refuseHandler(route.from()),
            refuseHandler(route.to()),
            refuseChain(route.from().chain()),
            refuseChain(route.to().chain()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Refusal> refuseHandler(HandlerId handler) {
    return refuse("handler " + handler, registry.handler(handler).map(HandlerState::status));
  }

  private Optional<Refusal> refuseChain(ChainName chain) {
    return refuse("chain " + chain, registry.chain(chain).map(ChainState::status));
  }

  private static Optional<Refusal> refuse(String what, Optional<Status> status) {
    if (status.isEmpty()) {
      return Optional.of(new Refusal(Reason.UNKNOWN_ROUTE, what + " is not in the registry"));
    }
    return status
        .filter(it -> it != Status.ACTIVE)
        .map(it -> new Refusal(Reason.ROUTE_CLOSED, what + " is " + it));
  }
}
