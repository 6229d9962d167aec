// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What gas costs now, by chain. */
@RestController
@RequestMapping("/v1/prices")
class PriceController {
  private final Prices prices;
  private final GasSettings settings;
  private final Clock clock;

  PriceController(Prices prices, GasSettings settings, Clock clock) {
    this.prices = prices;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A chain's price.
   *
   * @param gasPerByte what a byte of a transaction costs beside gas, wei
   * @param nativeUsd decimal text
   * @param stale whether it is too old to quote with
   */
  record PriceView(
      ChainName chain,
      Wei baseFee,
      Wei priorityFee,
      Wei gasPerByte,
      String nativeUsd,
      Instant sampledAt,
      boolean stale) {}

  @GetMapping
  List<PriceView> prices() {
    Instant now = clock.instant();
    return prices.latest().values().stream().map(price -> view(price, now)).toList();
  }

  private PriceView view(Price price, Instant now) {
    return new PriceView(
        price.chain(),
        price.baseFee(),
        price.priorityFee(),
        price.gasPerByte(),
        price.nativeUsd().toPlainString(),
        price.sampledAt(),
        price.isStale(now, settings.prices().maxAge()));
  }
}
