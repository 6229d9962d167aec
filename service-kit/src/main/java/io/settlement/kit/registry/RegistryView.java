// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.registry;

import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.LimitState;
import io.settlement.events.RegistryEvent.NodesState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.kit.follow.TopicFollower;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What handler-registry last said about chains, handlers, routes and validators. Each instance
 * reads the whole compacted topic itself before anything else is handled, then follows it: no call,
 * no hop.
 */
public final class RegistryView implements TopicFollower.View<RegistryEvent> {
  private final RegistryState state = new RegistryState();
  private final List<Consumer<RegistryEvent>> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean loaded;

  RegistryView() {}

  /** A chain, as last described. */
  public Optional<ChainState> chain(ChainName name) {
    return state.chain(name);
  }

  /** Every chain, by name. */
  public List<ChainState> chains() {
    return state.chains();
  }

  /** Whether a chain is known to be of family BITCOIN: it has no contracts to ask or to call. */
  public boolean isBitcoin(ChainName name) {
    return chain(name).map(ChainState::family).filter(Family.BITCOIN::equals).isPresent();
  }

  /** A handler, as last described. */
  public Optional<HandlerState> handler(HandlerId id) {
    return state.handler(id);
  }

  /** A route, as last described. */
  public Optional<RouteState> route(RouteId id) {
    return state.route(id);
  }

  /** Every route, in no order. */
  public List<RouteState> routes() {
    return state.routes();
  }

  /** Who signs for a destination, as last described. */
  public Optional<ValidatorSetState> validators(ChainName chain) {
    return state.validators(chain);
  }

  /** The nodes of a chain that an operator admitted; empty when nobody did. */
  public Optional<NodesState> nodes(ChainName chain) {
    return state.nodes(chain);
  }

  /** How much each route on probation may carry, in no order. */
  public List<LimitState> limits() {
    return state.limits();
  }

  /** Whether everything that was in the topic at start-up has been read. */
  public boolean isLoaded() {
    return loaded;
  }

  /**
   * Calls the listener after each change from now on, in the thread that reads the topic; a failure
   * of a listener is logged and changes nothing.
   */
  public void onChange(Consumer<RegistryEvent> listener) {
    listeners.add(listener);
  }

  @Override
  public void apply(RegistryEvent event) {
    state.apply(event);
    listeners.forEach(listener -> listener.accept(event));
  }

  @Override
  public void loaded() {
    loaded = true;
  }
}
