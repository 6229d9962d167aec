// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.settlement.events.value.ChainName;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How old each chain's price is; quotes are refused when it is too old. */
@Component
class PriceMeters implements MeterBinder {
  private final ChainNodes nodes;
  private final Prices prices;
  private final Clock clock;

  PriceMeters(ChainNodes nodes, Prices prices, Clock clock) {
    this.nodes = nodes;
    this.prices = prices;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    for (ChainName chain : nodes.chains()) {
      TimeGauge.builder("settlement.gas.price.age", () -> ageSeconds(chain), TimeUnit.SECONDS)
          .description("time since the chain last told its gas price")
          .tag("chain", chain.value())
          .register(meters);
    }
  }

  /** Not a number before the first sample. */
  private double ageSeconds(ChainName chain) {
    Price price = prices.latest().get(chain);
    return price == null
        ? Double.NaN
        : Duration.between(price.sampledAt(), clock.instant()).toMillis() / 1_000.0;
  }
}
