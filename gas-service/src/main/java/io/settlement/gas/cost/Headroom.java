// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

import io.settlement.events.value.RouteId;
import io.settlement.gas.price.Price;

/** What gas is expected to cost at most when a leg of a message is paid. */
@FunctionalInterface
interface Headroom {

  /**
   * The same chain's price then.
   *
   * @param now what it costs on the leg's chain
   */
  Price of(Price now, RouteId route, Leg leg);
}
