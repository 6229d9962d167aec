// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import static java.lang.Double.NaN;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.settlement.events.value.ChainName;
import io.settlement.gas.price.RateDecision.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How old each chain's price is, and who of those that price its token counts. */
@Component
class PriceMeters implements MeterBinder {
  private final ChainNodes nodes;
  private final Prices prices;
  private final RateFeeds rates;
  private final Clock clock;

  PriceMeters(ChainNodes nodes, Prices prices, RateFeeds rates, Clock clock) {
    this.nodes = nodes;
    this.prices = prices;
    this.rates = rates;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    nodes.each(chain -> bind(chain, meters));
  }

  private void bind(ChainName chain, MeterRegistry meters) {
    TimeGauge.builder("settlement.gas.price.age", () -> ageSeconds(chain), TimeUnit.SECONDS)
        .description("time since the chain last told its gas price")
        .tag("chain", chain.value())
        .register(meters);
    Gauge.builder("settlement.gas.rate.refused", () -> rates.refusal(chain).isPresent() ? 1 : 0)
        .description("whether the chain's token has no price, so that nothing is quoted")
        .tag("chain", chain.value())
        .register(meters);
    for (String source : rates.sourcesOf(chain)) {
      Tags tags = Tags.of("chain", chain.value(), "source", source);
      Gauge.builder("settlement.gas.rate.counted", () -> counted(chain, source))
          .description("whether the source is part of the token's price")
          .tags(tags)
          .register(meters);
      TimeGauge.builder(
              "settlement.gas.rate.age", () -> ageSeconds(chain, source), TimeUnit.SECONDS)
          .description("how long ago the source's last word was so")
          .tags(tags)
          .register(meters);
    }
  }

  /**
   * Not a number while there is no such source: nothing was decided, or no operator said a word.
   */
  private double counted(ChainName chain, String source) {
    return voice(chain, source)
        .map(one -> one.standing() == Standing.COUNTED ? 1.0 : 0.0)
        .orElse(NaN);
  }

  /** Not a number before its first word. */
  private double ageSeconds(ChainName chain, String source) {
    return voice(chain, source).map(RateDecision.Voice::at).map(this::secondsSince).orElse(NaN);
  }

  private Optional<RateDecision.Voice> voice(ChainName chain, String source) {
    return rates.last(chain).stream()
        .flatMap(decision -> decision.sources().stream())
        .filter(one -> one.source().equals(source))
        .findFirst();
  }

  private double secondsSince(Instant at) {
    return Duration.between(at, clock.instant()).toMillis() / 1_000.0;
  }

  /** Not a number before the first sample. */
  private double ageSeconds(ChainName chain) {
    Price price = prices.latest().get(chain);
    return price == null ? NaN : secondsSince(price.sampledAt());
  }
}
