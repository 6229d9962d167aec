// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.ConformanceState;
import io.settlement.events.RegistryEvent.DriftState;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.LimitState;
import io.settlement.events.RegistryEvent.NodesState;
import io.settlement.events.RegistryEvent.OnboardingState;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.RegistryEvent.TokenState;
import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.kit.registry.RegistryView;
import java.util.stream.Stream;

/** The registry's word on routes. */
final class RouteBook {
  private final RegistryView registry;

  RouteBook(RegistryView registry) {
    this.registry = registry;
  }

  /** Whether there is anything to ask yet. */
  boolean isLoaded() {
    return registry.isLoaded();
  }

  /** Calls the listener when something may be open that was not. */
  void onOpening(Runnable listener) {
    registry.onChange(
        change -> {
          if (opens(change)) {
            listener.run();
          }
        });
  }

  private static boolean opens(RegistryEvent change) {
    return switch (change) {
      case ChainState chain -> chain.status() == Status.ACTIVE;
      case HandlerState handler -> handler.status() == Status.ACTIVE;
      case RouteState route -> route.status() == Status.ACTIVE;
      case ValidatorSetState validators -> false;
      case OnboardingState application -> false;
      case DriftState drift -> false;
      case ConformanceState conformance -> false;
      case TokenState token -> false;
      case NodesState nodes -> false;
      case LimitState limit -> false;
    };
  }

  /** Whether the registry knows the route, the way back, and both ends. */
  boolean knows(RouteId route) {
    return Stream.of(route, back(route)).allMatch(one -> registry.route(one).isPresent())
        && Stream.of(route.from(), route.to()).allMatch(this::knows);
  }

  /** Whether messages may take the route and what comes of them may come back. */
  boolean isOpenBothWays(RouteId route) {
    return Stream.of(route, back(route)).allMatch(this::isOpen)
        && Stream.of(route.from(), route.to()).allMatch(this::isOpen);
  }

  /** Whether the registry says that a chain is Bitcoin. */
  boolean isBitcoin(ChainName chain) {
    return registry.isBitcoin(chain);
  }

  /** Whether the handler moves this token. */
  boolean moves(HandlerId handler, EvmAddress token) {
    return registry
        .handler(handler)
        .flatMap(HandlerState::asset)
        .filter(asset -> asset.token().equals(token))
        .isPresent();
  }

  /**
   * Whether a handler is of a chain whose digests bind no chain, and another chain of that kind has
   * one at the same address.
   */
  boolean hasTwinOfLegacy(HandlerId handler) {
    return isLegacy(handler.chain())
        && registry.chains().stream()
            .map(ChainState::chain)
            .filter(other -> !other.equals(handler.chain()) && isLegacy(other))
            .map(other -> HandlerId.of(other, handler.toBigInteger()))
            .anyMatch(twin -> registry.handler(twin).isPresent());
  }

  private boolean isLegacy(ChainName chain) {
    return registry
        .chain(chain)
        .map(ChainState::profile)
        .filter(Profile.LEGACY::equals)
        .isPresent();
  }

  private static RouteId back(RouteId route) {
    return new RouteId(route.to(), route.from());
  }

  private boolean knows(HandlerId handler) {
    return registry.handler(handler).isPresent() && registry.chain(handler.chain()).isPresent();
  }

  private boolean isOpen(RouteId route) {
    return registry.route(route).map(RouteState::status).filter(Status.ACTIVE::equals).isPresent();
  }

  private boolean isOpen(HandlerId handler) {
    return registry
            .handler(handler)
            .map(HandlerState::status)
            .filter(Status.ACTIVE::equals)
            .isPresent()
        && isOpen(handler.chain());
  }

  private boolean isOpen(ChainName chain) {
    return registry.chain(chain).map(ChainState::status).filter(Status.ACTIVE::equals).isPresent();
  }
}
