// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Gas;
import io.settlement.events.value.RouteId;
import io.settlement.gas.GasSettings;
import io.settlement.gas.price.DataFees;
import io.settlement.gas.price.Market;
import io.settlement.gas.price.Outlook;
import io.settlement.gas.price.Price;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Prices messages: fresh prices of the chains times the units their routes use. */
@Component
public class Pricing {
  private final Market market;
  private final GasUnits units;
  private final Outlook outlook;
  private final DataFees dataFees;
  private final GasSettings settings;
  private final TransactionBytes bytes;

  Pricing(
      Market market,
      GasUnits units,
      Outlook outlook,
      DataFees dataFees,
      GasSettings settings,
      TransactionBytes bytes) {
    this.market = market;
    this.units = units;
    this.outlook = outlook;
    this.dataFees = dataFees;
    this.settings = settings;
    this.bytes = bytes;
  }

  /** A price list of now for these routes, at a cost that does not grow with their number. */
  public PriceList list(Collection<RouteId> routes) {
    PriceList.Rules rules = new PriceList.Rules(settings, this::then, this::bytesBesideGas);
    if (routes.isEmpty()) {
      return new PriceList(rules, Market.Now.NOTHING, Map.of());
    }
    Map<RouteId, Map<Leg, Gas>> learned = units.learned(Set.copyOf(routes));
    return new PriceList(rules, market.now(), learned);
  }

  private Price then(Price now, RouteId route, Leg leg) {
    ChainName source = route.from().chain();
    return switch (leg) {
      case SOURCE -> outlook.whenSent(now);
      case DELIVERY -> outlook.whenDelivered(now, source);
      case CALLBACK, REFUND -> outlook.whenHome(now, source, route.to().chain());
    };
  }

  /** Where bytes are charged in gas, units that were seen or tried have them inside. */
  private int bytesBesideGas(Leg leg, Units units, Size size, ChainName chain) {
    return units.source() != GasSource.DEFAULT && dataFees.areInGas(chain)
        ? 0
        : bytes.of(leg, size.payloadBytes());
  }
}
