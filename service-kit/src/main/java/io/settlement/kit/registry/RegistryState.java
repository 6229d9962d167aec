// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.registry;

import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.ConformanceState;
import io.settlement.events.RegistryEvent.DriftState;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.LimitState;
import io.settlement.events.RegistryEvent.NodesState;
import io.settlement.events.RegistryEvent.OnboardingState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.TokenState;
import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The latest fact of each key. */
final class RegistryState {
  private final Map<ChainName, ChainState> chains = new ConcurrentHashMap<>();
  private final Map<HandlerId, HandlerState> handlers = new ConcurrentHashMap<>();
  private final Map<RouteId, RouteState> routes = new ConcurrentHashMap<>();
  private final Map<ChainName, ValidatorSetState> validators = new ConcurrentHashMap<>();

  private final Map<ChainName, NodesState> nodes = new ConcurrentHashMap<>();
  private final Map<RouteId, LimitState> limits = new ConcurrentHashMap<>();

  List<LimitState> limits() {
    return List.copyOf(limits.values());
  }

  Optional<NodesState> nodes(ChainName chain) {
    return Optional.ofNullable(nodes.get(chain));
  }

  void apply(RegistryEvent event) {
    switch (event) {
      case ChainState chain -> chains.put(chain.chain(), chain);
      case HandlerState handler -> handlers.put(handler.handler(), handler);
      case RouteState route -> routes.put(route.route(), route);
      case ValidatorSetState set -> validators.put(set.chain(), set);
      case OnboardingState application -> {}
      case DriftState drift -> {}
      case ConformanceState conformance -> {}
      case TokenState token -> {}
      case NodesState admitted -> nodes.put(admitted.chain(), admitted);
      case LimitState limit -> limits.put(limit.route(), limit);
    }
  }

  Optional<ChainState> chain(ChainName name) {
    return Optional.ofNullable(chains.get(name));
  }

  Optional<HandlerState> handler(HandlerId id) {
    return Optional.ofNullable(handlers.get(id));
  }

  Optional<RouteState> route(RouteId id) {
    return Optional.ofNullable(routes.get(id));
  }

  List<RouteState> routes() {
    return List.copyOf(routes.values());
  }

  Optional<ValidatorSetState> validators(ChainName chain) {
    return Optional.ofNullable(validators.get(chain));
  }

  List<ChainState> chains() {
    return chains.values().stream()
        .sorted(Comparator.comparing(state -> state.chain().value()))
        .toList();
  }
}
