// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All unfinished submissions of a lane, by nonce. */
final class Voyage {
  private final Map<Long, Flight> flights = new TreeMap<>();

  Voyage(Collection<Flight> unfinished) {
    unfinished.forEach(this::add);
  }

  void add(Flight flight) {
    flights.put(flight.nonce(), flight);
  }

  void end(Collection<Flight> done) {
    done.forEach(flight -> flights.remove(flight.nonce()));
  }

  /** Not mined yet. */
  List<Flight> open() {
    return flights.values().stream().filter(flight -> flight.block() == null).toList();
  }

  /** Mined, but their blocks may still be replaced. */
  List<Flight> mined() {
    return flights.values().stream().filter(flight -> flight.block() != null).toList();
  }

  /** Whether every nonce of this range has a submission. */
  boolean covers(long from, long until) {
    for (long nonce = from; nonce < until; nonce++) {
      if (!flights.containsKey(nonce)) {
        return false;
      }
    }
    return true;
  }
}
