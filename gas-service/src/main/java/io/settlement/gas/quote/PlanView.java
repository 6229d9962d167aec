// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import static java.util.Objects.requireNonNull;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Wei;
import io.settlement.gas.cost.Leg;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan as partners read it.
 *
 * @param issuedAt when its newest quote was given
 * @param expiresAt until when all of its quotes stand
 * @param totals what is to be paid, by the chain it is paid on
 * @param hops in the order they are sent
 */
@Schema(name = "QuotePlanView")
record PlanView(
    String planId,
    Instant issuedAt,
    Instant expiresAt,
    List<TotalView> totals,
    List<HopView> hops) {

  /**
   * What is paid on one chain.
   *
   * @param prepayment with the messages, wei
   * @param transactions what the user's own transactions cost beside, wei
   */
  record TotalView(ChainName chain, Wei prepayment, Wei transactions) {}

  /**
   * A hop.
   *
   * @param requoteBound what it asks for at most when it is quoted again; null when it is signed
   */
  record HopView(int position, @Nullable Wei requoteBound, QuoteView quote) {}

  static PlanView of(Plans.Plan plan, PayoutCosts payouts) {
    List<Quote> quotes = plan.hops();
    return new PlanView(
        plan.id().toString(),
        quotes.stream()
            .map(one -> one.validity().from())
            .max(Comparator.naturalOrder())
            .orElseThrow(),
        quotes.stream()
            .map(one -> one.validity().until())
            .min(Comparator.naturalOrder())
            .orElseThrow(),
        totals(quotes),
        quotes.stream().map(quote -> hop(quote, payouts)).toList());
  }

  private static HopView hop(Quote quote, PayoutCosts payouts) {
    Quote.Place place = requireNonNull(quote.place());
    return new HopView(place.position(), place.bound(), QuoteView.of(quote, payouts));
  }

  private static List<TotalView> totals(List<Quote> quotes) {
    Map<ChainName, TotalView> totals = new LinkedHashMap<>();
    for (Quote quote : quotes) {
      ChainName chain = quote.subject().route().from().chain();
      totals.merge(
          chain,
          new TotalView(chain, quote.promise().total(), own(quote)),
          (one, other) ->
              new TotalView(
                  chain,
                  one.prepayment().plus(other.prepayment()),
                  one.transactions().plus(other.transactions())));
    }
    return List.copyOf(totals.values());
  }

  private static Wei own(Quote quote) {
    return quote.promise().legs().stream()
        .map(QuotedLeg::price)
        .filter(price -> price.leg() == Leg.SOURCE)
        .map(price -> price.feeNative())
        .reduce(Wei.ZERO, Wei::plus);
  }
}
