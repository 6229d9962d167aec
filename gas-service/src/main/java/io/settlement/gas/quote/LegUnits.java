// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.PayloadType;
import io.settlement.gas.GasSettings;
import io.settlement.gas.cost.Estimate;
import io.settlement.gas.cost.GasSource;
import io.settlement.gas.cost.Leg;
import io.settlement.gas.cost.LegPrice;
import io.settlement.gas.cost.PriceList;
import io.settlement.gas.cost.Size;
import io.settlement.gas.cost.Units;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many units each leg takes: what a node says of the very message, else what messages of its
 * kind used, else what the settings assume.
 */
@Component
class LegUnits {
  private final KnownRoutes routes;
  private final HandlerTrial trial;
  private final SourceUnits sourceUnits;
  private final Size usual;
  private final Gas assumedOverhead;

  LegUnits(
      KnownRoutes routes,
      HandlerTrial trial,
      SourceUnits sourceUnits,
      GasSettings settings,
      PromiseSettings promises) {
    this.routes = routes;
    this.trial = trial;
    this.sourceUnits = sourceUnits;
    this.assumedOverhead = new Gas(promises.receiveOverhead());
    this.usual =
        new Size(settings.defaults().payloadBytes(), new Gas(settings.defaults().handlerGas()));
  }

  /**
   * What a message costs.
   *
   * @param source the user's own transaction
   * @param times how long its legs take, by their names
   * @param trial what the receiving handler did when it was tried
   */
  record Priced(
      Estimate estimate, LegPrice source, Map<String, LegTime> times, Quote.Trial trial) {}

  /** Prices a message; nodes are asked only about one that is known itself. */
  Priced price(
      Quote.Subject subject,
      @Nullable EvmAddress sender,
      @Nullable Binding binding,
      RouteCheck.Tokens tokens) {
    PayloadType type = binding == null ? Binder.usual(tokens) : binding.type();
    KnownRoutes.Known known = routes.of(subject.route(), type);
    Estimate estimate = taught(known, subject);
    Quote.Trial tried = binding == null ? Quote.Trial.NONE : trial.of(subject, binding);
    Gas used = tried.used();
    if (used != null) {
      Units delivery = new Units(used.plus(overhead(known.lessons())), GasSource.ESTIMATED);
      estimate = estimate.with(Leg.DELIVERY, delivery);
    }
    Estimate priced = estimate;
    EvmAddress toToken = tokens.to();
    Units source =
        sender == null || toToken == null
            ? known.prices().assumedSource(subject.size().payloadBytes())
            : sourceUnits
                .estimate(sender, subject, toToken, priced.total())
                .orElseGet(() -> known.prices().assumedSource(subject.size().payloadBytes()));
    return new Priced(priced, priced.sourceLeg(source), known.lessons().times(), tried);
  }

  /** What a delivery takes beside its handler. */
  private Gas overhead(Lessons lessons) {
    Gas learned = lessons.overhead();
    return learned == null ? assumedOverhead : learned;
  }

  /** What messages of this kind used counts before what all of the route did. */
  private Estimate taught(KnownRoutes.Known known, Quote.Subject subject) {
    Estimate estimate = estimate(known.prices(), subject, subject.size());
    Gas delivery = known.lessons().units().get(Leg.DELIVERY);
    if (delivery != null) {
      // What a larger message takes beyond the usual ones that were measured.
      long beyond =
          estimate.units(Leg.DELIVERY).gas().units()
              - estimate(known.prices(), subject, usual).units(Leg.DELIVERY).gas().units();
      Gas units = new Gas(delivery.units() + Math.max(0, beyond));
      estimate = estimate.with(Leg.DELIVERY, new Units(units, GasSource.LEARNED));
    }
    Gas callback = known.lessons().units().get(Leg.CALLBACK);
    return callback == null
        ? estimate
        : estimate.with(Leg.CALLBACK, new Units(callback, GasSource.LEARNED));
  }

  private static Estimate estimate(PriceList prices, Quote.Subject subject, Size size) {
    return prices
        .estimate(subject.route(), size)
        .orElseThrow(() -> prices.refusal(subject.route()));
  }
}
