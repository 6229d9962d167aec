// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.events.value.ChainName;
import io.settlement.gas.GasSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The prices of now that may be used, and why the others may not. */
@Component
public class Market {
  private final Prices prices;
  private final RateFeeds rates;
  private final GasSettings settings;
  private final Clock clock;

  Market(Prices prices, RateFeeds rates, GasSettings settings, Clock clock) {
    this.prices = prices;
    this.rates = rates;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * All chains that ever had a price.
   *
   * @param fresh those that may be used
   * @param refused the others
   */
  public record Now(Map<ChainName, Price> fresh, Map<ChainName, Refusal> refused) {
    /** Nothing at all. */
    public static final Now NOTHING = new Now(Map.of(), Map.of());

    /** Keeps its own copies. */
    public Now {
      fresh = Map.copyOf(fresh);
      refused = Map.copyOf(refused);
    }
  }

  /** As of this moment. */
  public Now now() {
    Instant now = clock.instant();
    Map<ChainName, Price> fresh = prices.latest();
    Map<ChainName, Refusal> refused = new HashMap<>();
    for (Price price : fresh.values()) {
      if (price.isStale(now, settings.prices().maxAge())) {
        refused.put(price.chain(), Refusal.STALE);
      }
      rates.refusal(price.chain()).ifPresent(refusal -> refused.put(price.chain(), refusal));
    }
    fresh.keySet().removeAll(refused.keySet());
    return new Now(fresh, refused);
  }
}
