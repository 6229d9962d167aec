// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.value.Gas;
import io.settlement.gas.cost.Leg;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the newest messages of a route and payload type teach; a leg with too few of them is absent.
 *
 * @param units the learned percentile
 * @param overhead what a delivery took beside its handler, of those whose handler was tried when
 *     they were quoted; null when these were too few
 * @param times by the leg's name
 */
record Lessons(Map<Leg, Gas> units, @Nullable Gas overhead, Map<String, LegTime> times) {
  /** Keeps its own copies. */
  Lessons {
    units = Map.copyOf(units);
    times = Map.copyOf(times);
  }
}
