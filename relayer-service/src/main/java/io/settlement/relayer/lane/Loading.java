// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a lane's next transaction comes from. */
interface Loading {

  /**
   * What there was to do.
   *
   * @param flight signed and written down, not broadcast yet; null when there was nothing to sign
   * @param idle how long there is nothing else
   */
  record Next(@Nullable Flight flight, Duration idle) {
    static Next of(Flight flight) {
      return new Next(flight, Duration.ZERO);
    }

    static Next nothingFor(Duration idle) {
      return new Next(null, idle);
    }
  }

  /** The shorter of two waits. */
  static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** Gives back what a former owner took and did not sign. */
  void takeOver(Lease lease);

  /** Signs what waits for no turn, though the lane has as much on its way as it may. */
  default Optional<Flight> urgent(Lease lease, FeeDesk fees) {
    return Optional.empty();
  }

  /** Signs the next transaction when one is due. */
  Next next(Lease lease, FeeDesk fees);
}
