// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import io.settlement.chain.Call;
import io.settlement.chain.ChainException;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.PauseAbi;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Reason;
import io.settlement.events.value.RouteId;
import io.settlement.kit.registry.RegistryView;
import io.settlement.relayer.loop.Rounds;
import io.settlement.relayer.nodes.Nodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns guardians' pauses into stops. It asks the contracts what is paused instead of following
 * their logs: no event can be missed, a pause from before the first start counts, and it counts
 * from the newest block on.
 */
final class GuardianWatch extends Rounds {
  private static final Logger log = LoggerFactory.getLogger(GuardianWatch.class);
  private static final String ACTOR = "guardian";

  private final Nodes nodes;
  private final RegistryView registry;
  private final Stops stops;
  private final Duration look;

  GuardianWatch(Nodes nodes, RegistryView registry, Stops stops, Duration look) {
    super("guardians", look);
    this.nodes = nodes;
    this.registry = registry;
    this.stops = stops;
    this.look = look;
  }

  /** A handler here and one elsewhere, between which a guardian may stop everything. */
  private record Pair(HandlerId here, HandlerId elsewhere) {

    List<RouteId> routes() {
      return List.of(new RouteId(here, elsewhere), new RouteId(elsewhere, here));
    }
  }

  @Override
  protected void round() throws InterruptedException {
    for (EvmReader chain : nodes.all()) {
      ChainSettings settings = chain.settings();
      if (settings.family() == Family.EVM && settings.profile() == Profile.V2) {
        look(chain);
      }
    }
    awaitBell(look);
  }

  private void look(EvmReader chain) {
    ChainName name = chain.settings().name();
    try {
      List<Pair> pairs = pairs(name);
      List<Boolean> answers = ask(chain, pairs);
      decide(Scope.CHAIN, name.value(), answers.getFirst(), name);
      Set<String> paused = new LinkedHashSet<>();
      for (int i = 0; i < pairs.size(); i++) {
        if (answers.get(i + 1)) {
          pairs.get(i).routes().forEach(route -> paused.add(route.toString()));
        }
      }
      decideRoutes(name, paused);
    } catch (ChainException later) {
      log.atDebug()
          .addKeyValue("chain", name)
          .log("guardians' pauses wait for its node: {}", later.getMessage());
    }
  }

  private static List<Boolean> ask(EvmReader chain, List<Pair> pairs) {
    List<Call> questions = new ArrayList<>();
    questions.add(Call.view(chain.settings().settlement(), PauseAbi.receivingPausedCall()));
    pairs.stream()
        .map(pair -> PauseAbi.routePausedCall(pair.here().evmAddress(), pair.elsewhere()))
        .map(question -> Call.view(chain.settings().settlement(), question))
        .forEach(questions::add);
    return chain.calls(questions, FinalityTag.LATEST).stream().map(PauseAbi::isPaused).toList();
  }

  private List<Pair> pairs(ChainName chain) {
    return registry.routes().stream()
        .map(RouteState::route)
        .flatMap(
            route ->
                Stream.of(new Pair(route.from(), route.to()), new Pair(route.to(), route.from())))
        .filter(pair -> pair.here().chain().equals(chain) && pair.here().isEvm())
        .distinct()
        .toList();
  }

  private void decide(Scope scope, String subject, boolean paused, ChainName chain) {
    boolean known =
        stops.now().all().stream()
            .anyMatch(
                stop ->
                    isGuardians(stop) && stop.scope() == scope && stop.subject().equals(subject));
    if (paused && !known) {
      stops.stop(scope, subject, Reason.PAUSED_ON_CHAIN, by(chain), ACTOR);
    } else if (!paused && known) {
      stops.resume(scope, subject, Reason.PAUSED_ON_CHAIN, "unpaused on " + chain, ACTOR);
    }
  }

  /** Either chain of a route may pause it; each ends only what it has begun. */
  private void decideRoutes(ChainName chain, Set<String> paused) {
    Set<String> known =
        stops.now().all().stream()
            .filter(stop -> isGuardians(stop) && stop.scope() == Scope.ROUTE)
            .filter(stop -> stop.detail().equals(by(chain)))
            .map(Stop::subject)
            .collect(Collectors.toSet());
    paused.stream()
        .filter(route -> !known.contains(route))
        .forEach(route -> stops.stop(Scope.ROUTE, route, Reason.PAUSED_ON_CHAIN, by(chain), ACTOR));
    known.stream()
        .filter(route -> !paused.contains(route))
        .forEach(
            route ->
                stops.resume(
                    Scope.ROUTE, route, Reason.PAUSED_ON_CHAIN, "unpaused on " + chain, ACTOR));
  }

  private static boolean isGuardians(Stop stop) {
    return stop.reason() == Reason.PAUSED_ON_CHAIN;
  }

  private static String by(ChainName chain) {
    return "paused by a guardian on " + chain;
  }
}
