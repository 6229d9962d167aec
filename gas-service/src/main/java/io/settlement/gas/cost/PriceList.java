// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Gas;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasSettings;
import io.settlement.gas.price.Market;
import io.settlement.gas.price.Price;
import io.settlement.gas.price.Rates;
import io.settlement.gas.price.Refusal;
import io.settlement.kit.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prices and units of one moment. */
public final class PriceList {
  private final Rules rules;
  private final GasSettings settings;
  private final Market.Now market;
  private final Map<RouteId, Map<Leg, Gas>> learned;

  /**
   * By what messages are priced.
   *
   * @param settings margin, and units where none were measured
   * @param headroom what gas costs when a leg is paid
   * @param bytes how many bytes of a leg are paid for beside gas
   */
  record Rules(GasSettings settings, Headroom headroom, Bytes bytes) {}

  /** How many bytes of a leg's transaction are paid for beside its gas. */
  @FunctionalInterface
  interface Bytes {
    /** Of a message of this size, when the leg is said to use these units. */
    int of(Leg leg, Units units, Size size, ChainName chain);
  }

  /**
   * @param learned measured units; the settings fill the gaps
   */
  PriceList(Rules rules, Market.Now market, Map<RouteId, Map<Leg, Gas>> learned) {
    this.rules = rules;
    this.settings = rules.settings();
    this.market = market;
    this.learned = Map.copyOf(learned);
  }

  /** What a message costs; empty when a chain of the route has no fresh price. */
  public Optional<Estimate> estimate(RouteId route, Size size) {
    Price source = price(route.from().chain(), route.to().chain());
    Price destination = price(route.to().chain(), route.from().chain());
    if (source == null || destination == null) {
      return Optional.empty();
    }
    Rates rates = new Rates(source.nativeUsd(), destination.nativeUsd());
    Units delivery = units(route, Leg.DELIVERY).plus(extra(size));
    Units callback = units(route, Leg.CALLBACK);
    Units refund = units(route, Leg.REFUND);
    Price there = withHeadroom(destination, route, Leg.DELIVERY);
    Price home = withHeadroom(source, route, Leg.CALLBACK);
    Price back = withHeadroom(source, route, Leg.REFUND);
    List<LegPrice> legs =
        List.of(
            LegPrice.of(
                Leg.DELIVERY,
                delivery,
                there,
                data(Leg.DELIVERY, delivery, size, there),
                rates::toSource),
            LegPrice.onSource(
                Leg.CALLBACK, callback, home, data(Leg.CALLBACK, callback, size, home)),
            LegPrice.onSource(Leg.REFUND, refund, back, data(Leg.REFUND, refund, size, back)));
    Wei refundFee = source.fee(refund.gas()).plus(data(Leg.REFUND, refund, size, source));
    return Optional.of(
        new Estimate(
            legs, sourcePrice(source, route, size), rates, settings.marginBps(), refundFee));
  }

  /**
   * What gas costs on a chain of a route; null while that is not known. On Bitcoin there is none,
   * and its unit is worth what the other end's is: the operator's own costs there stay what they
   * are.
   */
  private @Nullable Price price(ChainName chain, ChainName other) {
    if (!CoinChain.is(chain)) {
      return market.fresh().get(chain);
    }
    Price there = market.fresh().get(other);
    return there == null
        ? null
        : new Price(chain, Wei.ZERO, Wei.ZERO, there.nativeUsd(), there.sampledAt());
  }

  private Price withHeadroom(Price price, RouteId route, Leg leg) {
    return CoinChain.is(price.chain()) ? price : rules.headroom().of(price, route, leg);
  }

  /** Why there is no estimate: by the first chain of the route that has no price to be used. */
  public Problem refusal(RouteId route) {
    for (ChainName chain : List.of(route.from().chain(), route.to().chain())) {
      if (market.refused().get(chain) == Refusal.CONTRADICTORY) {
        return Problem.unavailable(
            "price-contradictory", "the sources of the price of " + chain + "'s token disagree");
      }
    }
    return Problem.unavailable("price-stale", "a chain of the route has no fresh gas price");
  }

  private SourcePrice sourcePrice(Price now, RouteId route, Size size) {
    Units assumed = assumedSource(size.payloadBytes());
    Units tried = new Units(assumed.gas(), GasSource.ESTIMATED);
    return new SourcePrice(
        withHeadroom(now, route, Leg.SOURCE),
        data(Leg.SOURCE, assumed, size, now),
        data(Leg.SOURCE, tried, size, now));
  }

  private Wei data(Leg leg, Units units, Size size, Price price) {
    return price.dataFee(rules.bytes().of(leg, units, size, price.chain()));
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
