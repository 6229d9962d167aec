// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.value.EvmAddress;
import io.settlement.gas.GasSettings;
import io.settlement.gas.cost.Estimate;
import io.settlement.gas.cost.PriceList;
import io.settlement.gas.cost.Pricing;
import io.settlement.gas.cost.Units;
import io.settlement.kit.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gives quotes. */
@Service
class QuoteBook {
  private final RouteCheck routes;
  private final Pricing pricing;
  private final SourceUnits sourceUnits;
  private final Quotes quotes;
  private final GasSettings settings;
  private final Clock clock;

  QuoteBook(
      RouteCheck routes,
      Pricing pricing,
      SourceUnits sourceUnits,
      Quotes quotes,
      GasSettings settings,
      Clock clock) {
    this.routes = routes;
    this.pricing = pricing;
    this.sourceUnits = sourceUnits;
    this.quotes = quotes;
    this.settings = settings;
    this.clock = clock;
  }

  /** Prices and promises. Nodes are asked outside of any transaction. */
  Quote issue(Quote.Subject subject, @Nullable EvmAddress sender, QuotedFinality finality) {
    Optional<EvmAddress> toToken = routes.openRoute(subject.route());
    checkAmount(subject, toToken.isPresent());
    PriceList prices = pricing.list(List.of(subject.route()));
    Estimate estimate =
        prices
            .estimate(subject.route(), subject.size())
            .orElseThrow(() -> prices.refusal(subject.route()));
    Units source =
        Optional.ofNullable(sender)
            .flatMap(s -> sourceUnits.estimate(s, subject, toToken, estimate.total()))
            .orElseGet(() -> prices.assumedSource(subject.size().payloadBytes()));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Quote quote =
        new Quote(
            UUID.randomUUID(),
            subject,
            estimate,
            estimate.sourceLeg(source),
            now,
            settings.quoteTtl());
    quotes.add(quote.finalBy(finality));
    return quote;
  }

  private static void checkAmount(Quote.Subject subject, boolean movesTokens) {
    if (movesTokens && subject.amount() == null) {
      throw Problem.badRequest("invalid-amount", "the route moves tokens: say how many");
    }
    if (!movesTokens && subject.amount() != null) {
      throw Problem.badRequest("invalid-amount", "the route moves no tokens");
    }
  }
}
