// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Reason;
import io.settlement.events.value.RouteId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands still at one moment. The more serious the reason, the more stops with it: a pause
 * stops new deliveries, a contract that is paused can take no end either, and of a chain that was
 * reorganised below finality nothing is believed and nothing is sent to it.
 */
public final class Stopped {
  /** Everything goes. */
  public static final Stopped NOTHING = new Stopped(List.of());

  private static final Set<Reason> STOP_ENDS = Set.of(Reason.PAUSED_ON_CHAIN, Reason.REORG);
  private static final Set<Reason> STOP_ALL = Set.of(Reason.REORG);

  private final List<Stop> all;
  private final Map<String, Stop> enforced = new HashMap<>();
  private final Map<String, Stop> shadows = new HashMap<>();

  Stopped(List<Stop> all) {
    this.all = List.copyOf(all);
    all.stream()
        .sorted(Comparator.comparing(Stop::reason))
        .forEach(
            stop ->
                (stop.shadow() ? shadows : enforced).put(key(stop.scope(), stop.subject()), stop));
  }

  /** Why no message of a route is admitted; the chains are asked first. Empty when nothing does. */
  public Optional<Stop> admission(RouteId route) {
    return first(enforced, route);
  }

  /** The stop in shadow mode that would hold messages of a route. */
  public Optional<Stop> shadowOf(RouteId route) {
    return first(shadows, route);
  }

  /** Why nothing is delivered on a chain. */
  public Optional<Stop> deliveries(ChainName chain) {
    return Optional.ofNullable(enforced.get(key(Scope.CHAIN, chain)));
  }

  /** Why neither expiries nor callbacks are sent to a chain. */
  public Optional<Stop> ends(ChainName chain) {
    return deliveries(chain).filter(stop -> STOP_ENDS.contains(stop.reason()));
  }

  /** Why nothing at all is sent to a chain, and nothing that it said is believed. */
  public Optional<Stop> everything(ChainName chain) {
    return deliveries(chain).filter(stop -> STOP_ALL.contains(stop.reason()));
  }

  /** Every stop, those in shadow mode too. */
  List<Stop> all() {
    return all;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  private static Optional<Stop> first(Map<String, Stop> stops, RouteId route) {
    if (stops.isEmpty()) {
      return Optional.empty();
    }
    HandlerId from = route.from();
    HandlerId to = route.to();
    return Stream.of(
            key(Scope.CHAIN, from.chain()),
            key(Scope.CHAIN, to.chain()),
            key(Scope.ROUTE, route),
            key(Scope.HANDLER, from),
            key(Scope.HANDLER, to))
        .filter(stops::containsKey)
        .map(stops::get)
        .findFirst();
  }

  private static String key(Scope scope, Object subject) {
    return scope + " " + subject;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Stopped it && Set.copyOf(all).equals(Set.copyOf(it.all));
  }

  @Override
  public int hashCode() {
    return Set.copyOf(all).hashCode();
  }
}
