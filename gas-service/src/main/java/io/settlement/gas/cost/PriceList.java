// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Gas;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasSettings;
import io.settlement.gas.price.Price;
import io.settlement.gas.price.Rates;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prices and units of one moment. */
public final class PriceList {
  private final GasSettings settings;
  private final TransactionBytes bytes;
  private final Map<ChainName, Price> fresh;
  private final Map<RouteId, Map<Leg, Gas>> learned;

  /**
   * @param bytes of the transactions, for chains where data has a price of its own
   * @param fresh no stale ones
   * @param learned measured units; the settings fill the gaps
   */
  public PriceList(
      GasSettings settings,
      TransactionBytes bytes,
      Map<ChainName, Price> fresh,
      Map<RouteId, Map<Leg, Gas>> learned) {
    this.settings = settings;
    this.bytes = bytes;
    this.fresh = Map.copyOf(fresh);
    this.learned = Map.copyOf(learned);
  }

  /** What a message costs; empty when a chain of the route has no fresh price. */
  public Optional<Estimate> estimate(RouteId route, Size size) {
    Price source = fresh.get(route.from().chain());
    Price destination = fresh.get(route.to().chain());
    if (source == null || destination == null) {
      return Optional.empty();
    }
    Rates rates = new Rates(source.nativeUsd(), destination.nativeUsd());
    Price there = destination.withHeadroom(settings.prices().headroom());
    Price here = source.withHeadroom(settings.prices().headroom());
    Units delivery = units(route, Leg.DELIVERY).plus(extra(size));
    Units refund = units(route, Leg.REFUND);
    List<LegPrice> legs =
        List.of(
            LegPrice.of(
                Leg.DELIVERY, delivery, there, data(Leg.DELIVERY, size, there), rates::toSource),
            LegPrice.onSource(
                Leg.CALLBACK, units(route, Leg.CALLBACK), here, data(Leg.CALLBACK, size, here)),
            LegPrice.onSource(Leg.REFUND, refund, here, data(Leg.REFUND, size, here)));
    return Optional.of(
        new Estimate(
            legs,
            here,
            data(Leg.SOURCE, size, here),
            rates,
            settings.marginBps(),
            source.fee(refund.gas()).plus(data(Leg.REFUND, size, source))));
  }

  private Wei data(Leg leg, Size size, Price price) {
    return price.dataFee(bytes.of(leg, size.payloadBytes()));
  }

  /** What the user's own transaction is assumed to use when no node could say. */
  public Units assumedSource(int payloadBytes) {
    return new Units(new Gas(settings.defaults().source()), GasSource.DEFAULT)
        .plus(extraBytes(payloadBytes));
  }

  private Units units(RouteId route, Leg leg) {
    Gas measured = learned.getOrDefault(route, Map.of()).get(leg);
    return measured != null
        ? new Units(measured, GasSource.LEARNED)
        : new Units(new Gas(assumed(leg)), GasSource.DEFAULT);
  }

  private long assumed(Leg leg) {
    return switch (leg) {
      case SOURCE -> settings.defaults().source();
      case DELIVERY -> settings.defaults().receive();
      case CALLBACK -> settings.defaults().callback();
      case REFUND -> settings.defaults().refund();
    };
  }

  /** Beyond what the units allow for. */
  private long extra(Size size) {
    long handler = size.handlerGas().units() - settings.defaults().handlerGas();
    return extraBytes(size.payloadBytes()) + Math.max(0, handler);
  }

  private long extraBytes(int payloadBytes) {
    GasSettings.Defaults defaults = settings.defaults();
    return (long) Math.max(0, payloadBytes - defaults.payloadBytes()) * defaults.perByte();
  }
}
