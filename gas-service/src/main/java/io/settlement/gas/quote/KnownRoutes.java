// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.RouteId;
import io.settlement.gas.cost.PriceList;
import io.settlement.gas.cost.Pricing;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Prices and what was learned of a route, from memory: no older than configured, and renewed beside
 * the quotes that are given meanwhile.
 */
@Component
class KnownRoutes {
  private static final int ROUTES = 10_000;

  private final LoadingCache<Ware, Known> known;

  /** What is priced. */
  private record Ware(RouteId route, PayloadType type) {}

  /**
   * What is known of it.
   *
   * @param prices of its chains, none of them stale
   * @param lessons from its newest messages
   */
  record Known(PriceList prices, Lessons lessons) {}

  KnownRoutes(Pricing pricing, QuotedMessages messages, PromiseSettings settings) {
    known =
        Caffeine.newBuilder()
            .maximumSize(ROUTES)
            .refreshAfterWrite(settings.cache().dividedBy(2))
            .expireAfterWrite(settings.cache())
            .build(
                ware ->
                    new Known(
                        pricing.list(List.of(ware.route())),
                        messages.lessons(ware.route(), ware.type())));
  }

  Known of(RouteId route, PayloadType type) {
    return known.get(new Ware(route, type));
  }
}
