// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Gas;
import io.settlement.events.value.RouteId;
import io.settlement.gas.GasSettings;
import io.settlement.gas.price.Price;
import io.settlement.gas.price.Prices;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Prices messages: fresh prices of the chains times the units their routes use. */
@Component
public class Pricing {
  private final Prices prices;
  private final GasUnits units;
  private final GasSettings settings;
  private final TransactionBytes bytes;
  private final Clock clock;

  Pricing(
      Prices prices, GasUnits units, GasSettings settings, TransactionBytes bytes, Clock clock) {
    this.prices = prices;
    this.units = units;
    this.settings = settings;
    this.bytes = bytes;
    this.clock = clock;
  }

  /** A price list of now for these routes, at a cost that does not grow with their number. */
  public PriceList list(Collection<RouteId> routes) {
    if (routes.isEmpty()) {
      return new PriceList(settings, bytes, Map.of(), Map.of());
    }
    Instant now = clock.instant();
    Map<ChainName, Price> fresh = prices.latest();
    fresh.values().removeIf(price -> price.isStale(now, settings.prices().maxAge()));
    Map<RouteId, Map<Leg, Gas>> learned = units.learned(Set.copyOf(routes));
    return new PriceList(settings, bytes, fresh, learned);
  }
}
