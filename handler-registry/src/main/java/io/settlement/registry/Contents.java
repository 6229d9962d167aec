// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.kit.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the book. */
@Service
@Transactional(readOnly = true)
public class Contents {
  private final Chains chains;
  private final Handlers handlers;
  private final Routes routes;
  private final ValidatorSets validatorSets;
  private final List<MoreFacts> more;

  Contents(
      Chains chains,
      Handlers handlers,
      Routes routes,
      ValidatorSets validatorSets,
      List<MoreFacts> more) {
    this.chains = chains;
    this.handlers = handlers;
    this.routes = routes;
    this.validatorSets = validatorSets;
    this.more = more;
  }

  /** All of it, in the order a reader can follow: no route before its handlers. */
  List<RegistryEvent> everything() {
    List<RegistryEvent> all = new ArrayList<>(chains());
    all.addAll(validatorSets());
    all.addAll(handlers());
    all.addAll(routes());
    more.forEach(other -> all.addAll(other.everything()));
    return all;
  }

  /** Every chain, by name. */
  public List<ChainState> chains() {
    return chains.findAllByOrderByName().stream().map(Chain::state).toList();
  }

  /** Every handler, by id. */
  public List<HandlerState> handlers() {
    return handlers.findAllByOrderById().stream().map(Handler::state).toList();
  }

  /** Every route, by id. */
  public List<RouteState> routes() {
    return routes.findAllByOrderById().stream().map(Route::state).toList();
  }

  /** Every validator set, by chain. */
  public List<ValidatorSetState> validatorSets() {
    return validatorSets.findAllByOrderByChain().stream().map(ValidatorSet::state).toList();
  }

  /** A handler; empty when the book does not know it. */
  public Optional<HandlerState> findHandler(HandlerId id) {
    return handlers.findById(id.toString()).map(Handler::state);
  }

  /** A chain; empty when the book does not know it. */
  public Optional<ChainState> findChain(ChainName name) {
    return chains.findById(name.value()).map(Chain::state);
  }

  /** A route; empty when the book does not know it. */
  public Optional<RouteState> findRoute(RouteId id) {
    return routes.findById(id.toString()).map(Route::state);
  }

  ChainState chain(ChainName name) {
    return findChain(name)
        .orElseThrow(
            () -> Problem.notFound("unknown-chain", "no chain is called %s".formatted(name)));
  }

  HandlerState handler(HandlerId id) {
    return findHandler(id)
        .orElseThrow(() -> Problem.notFound("unknown-handler", "no handler is %s".formatted(id)));
  }

  ValidatorSetState validatorSet(ChainName chain) {
    return validatorSets
        .findById(chain.value())
        .orElseThrow(
            () ->
                Problem.notFound(
                    "validators-unknown", "no validators sign for %s".formatted(chain)))
        .state();
  }
}
