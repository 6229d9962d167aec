// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All unfinished submissions of a lane, by nonce. */
final class Voyage {
  private final Map<Long, Flight> open = new TreeMap<>();
  private final Map<Long, Landed> landed = new TreeMap<>();

  Voyage(Collection<Flight> open, Collection<Landed> landed) {
    open.forEach(this::add);
    landed.forEach(one -> this.landed.put(one.nonce(), one));
  }

  void add(Flight flight) {
    open.put(flight.nonce(), flight);
  }

  void land(Landed one) {
    open.remove(one.nonce());
    landed.put(one.nonce(), one);
  }

  void lose(Collection<Flight> flights) {
    flights.forEach(flight -> open.remove(flight.nonce()));
  }

  void end(Collection<Landed> done) {
    done.forEach(one -> landed.remove(one.nonce()));
  }

  /** Not mined yet. */
  List<Flight> open() {
    return List.copyOf(open.values());
  }

  int inFlight() {
    return open.size();
  }

  /** Mined, but their blocks may still be replaced. */
  Collection<Landed> landed() {
    return landed.values();
  }

  /** Whether every nonce of this range has a submission. */
  boolean covers(long from, long until) {
    for (long nonce = from; nonce < until; nonce++) {
      if (!open.containsKey(nonce) && !landed.containsKey(nonce)) {
        return false;
      }
    }
    return true;
  }
}
