// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.Written.Effect;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The book: chains, the handlers on them, the routes between those, and who signs. A change is
 * checked, stored and published in one transaction; saying again what the book says changes
 * nothing.
 */
@Service
@Transactional
public class RouteBook {
  private final Chains chains;
  private final Handlers handlers;
  private final Routes routes;
  private final ValidatorSets validatorSets;
  private final Contents contents;
  private final ChangeLog changes;

  RouteBook(
      Chains chains,
      Handlers handlers,
      Routes routes,
      ValidatorSets validatorSets,
      Contents contents,
      ChangeLog changes) {
    this.chains = chains;
    this.handlers = handlers;
    this.routes = routes;
    this.validatorSets = validatorSets;
    this.contents = contents;
    this.changes = changes;
  }

  /** Puts a chain into the book. */
  public Written<ChainState> put(ChainState wanted) {
    changes.begin();
    String name = wanted.chain().value();
    Optional<Chain> known = chains.findById(name);
    if (known.filter(chain -> chain.says(wanted)).isPresent()) {
      return new Written<>(known.get().state(), Effect.UNCHANGED);
    }
    Rules.checkNotRevived(name, known.map(c -> c.state().status()).orElse(null), wanted.status());
    Rules.checkBitcoin(wanted);
    Rules.checkName(wanted, chains.namesBeside(name));
    checkSettlementIsFree(wanted);
    return known
        .map(chain -> written(chain.become(wanted).state(), Effect.CHANGED))
        .orElseGet(() -> written(chains.save(new Chain(wanted)).state(), Effect.CREATED));
  }

  /** Puts a handler into the book. */
  public Written<HandlerState> put(HandlerState wanted) {
    changes.begin();
    String id = wanted.handler().toString();
    Optional<Handler> known = handlers.findById(id);
    if (known.filter(handler -> handler.says(wanted)).isPresent()) {
      return new Written<>(known.get().state(), Effect.UNCHANGED);
    }
    Rules.checkNotRevived(id, known.map(h -> h.state().status()).orElse(null), wanted.status());
    checkChainIsKnown(wanted.handler().chain());
    Rules.checkFitsItsChain(wanted);
    checkRoutesStayPaired(wanted);
    return known
        .map(handler -> written(handler.become(wanted).state(), Effect.CHANGED))
        .orElseGet(() -> written(handlers.save(new Handler(wanted)).state(), Effect.CREATED));
  }

  /** Puts a route into the book. */
  public Written<RouteState> put(RouteState wanted) {
    changes.begin();
    String id = wanted.route().toString();
    Optional<Route> known = routes.findById(id);
    if (known.filter(route -> route.says(wanted)).isPresent()) {
      return new Written<>(known.get().state(), Effect.UNCHANGED);
    }
    Rules.checkNotRevived(id, known.map(r -> r.state().status()).orElse(null), wanted.status());
    Terms terms = agreeOnTerms(wanted.route());
    if (wanted.status() != Status.RETIRED) {
      checkVaults(wanted.route());
    }
    Rules.checkFinality(wanted, knownHandler(wanted.route().from()));
    return known
        .map(route -> written(route.become(wanted, terms).state(), Effect.CHANGED))
        .orElseGet(() -> written(routes.save(new Route(wanted, terms)).state(), Effect.CREATED));
  }

  /** Puts those who sign for a chain into the book. */
  public Written<ValidatorSetState> put(ValidatorSetProposal proposal) {
    changes.begin();
    Optional<ValidatorSet> known = validatorSets.findById(proposal.chain().value());
    ValidatorSetState wanted = proposal.after(known.map(ValidatorSet::state).orElse(null));
    if (known.filter(set -> set.says(wanted)).isPresent()) {
      return new Written<>(known.get().state(), Effect.UNCHANGED);
    }
    checkChainIsKnown(wanted.chain());
    Rules.checkSet(wanted);
    return known
        .map(set -> written(set.become(wanted).state(), Effect.CHANGED))
        .orElseGet(
            () -> written(validatorSets.save(new ValidatorSet(wanted)).state(), Effect.CREATED));
  }

  /** Publishes all of it again; consumers replace a state by its key, so nothing changes there. */
  int republish() {
    changes.begin();
    List<RegistryEvent> all = contents.everything();
    changes.repeat(all);
    return all.size();
  }

  private <S extends RegistryEvent> Written<S> written(S state, Effect effect) {
    if (effect == Effect.CREATED) {
      changes.recordNew(state);
    } else {
      changes.record(state);
    }
    return new Written<>(state, effect);
  }

  private void checkSettlementIsFree(ChainState wanted) {
    if (chains.existsByChainIdAndSettlementAndNameNot(
        wanted.chainId(), wanted.settlement().hex(), wanted.chain().value())) {
      throw Problem.conflict(
          "settlement-taken",
          "%s on chain id %d belongs to another chain"
              .formatted(wanted.settlement(), wanted.chainId()));
    }
  }

  private void checkChainIsKnown(ChainName chain) {
    if (!chains.existsById(chain.value())) {
      throw Problem.unprocessable("unknown-chain", "no chain is called %s".formatted(chain));
    }
  }

  private void checkRoutesStayPaired(HandlerState wanted) {
    for (Route route : routes.activeAt(wanted.handler().toString())) {
      RouteId id = route.state().route();
      boolean sends = id.from().equals(wanted.handler());
      Rules.checkPair(
          sends ? wanted : knownHandler(id.from()), sends ? knownHandler(id.to()) : wanted);
    }
  }

  private void checkVaults(RouteId wanted) {
    List<String> ends = List.of(wanted.from().toString(), wanted.to().toString());
    Rules.checkVaults(
        wanted,
        routes.aliveAt(ends).stream()
            .map(route -> route.state().route())
            .filter(route -> !route.equals(wanted))
            .toList());
  }

  private Terms agreeOnTerms(RouteId route) {
    Rules.checkEnds(route);
    HandlerState from = knownHandler(route.from());
    HandlerState to = knownHandler(route.to());
    Rules.checkPair(from, to);
    return Terms.between(from, to);
  }

  private HandlerState knownHandler(HandlerId id) {
    checkChainIsKnown(id.chain());
    return handlers
        .findById(id.toString())
        .orElseThrow(
            () -> Problem.unprocessable("unknown-handler", "no handler is %s".formatted(id)))
        .state();
  }
}
