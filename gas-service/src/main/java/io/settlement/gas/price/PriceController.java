// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What gas costs now, by chain, and who says what its token is worth. */
@Tag(name = "Prices")
@RestController
@RequestMapping("/v1/prices")
class PriceController {
  private final Prices prices;
  private final ChainNodes nodes;
  private final RateFeeds rates;
  private final GasSettings settings;
  private final Clock clock;

  PriceController(
      Prices prices, ChainNodes nodes, RateFeeds rates, GasSettings settings, Clock clock) {
    this.prices = prices;
    this.nodes = nodes;
    this.rates = rates;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A chain's price; the last one that was taken, absent before the first.
   *
   * @param gasPerByte what a byte of a transaction costs beside gas, wei
   * @param nativeUsd US dollars for one native token, decimal text
   * @param stale whether it is too old to quote with
   * @param rate how the price of the native token was decided last
   */
  record PriceView(
      ChainName chain,
      @Nullable Wei baseFee,
      @Nullable Wei priorityFee,
      @Nullable Wei gasPerByte,
      @Nullable String nativeUsd,
      @Nullable Instant sampledAt,
      boolean stale,
      @Nullable RateView rate) {}

  /**
   * A decision.
   *
   * @param refusal STALE or CONTRADICTORY; absent when there is a rate
   * @param why one sentence
   */
  record RateView(
      @Nullable String usd, @Nullable Refusal refusal, String why, List<SourceView> sources) {}

  /**
   * A source's last word.
   *
   * @param usd US dollars for one native token, decimal text
   * @param ageSeconds how long ago that was so
   * @param standing whether it counted: COUNTED, OUTLIER, STALE or FAILED
   * @param problem why not
   */
  record SourceView(
      String source,
      @Nullable String usd,
      @Nullable Long ageSeconds,
      RateDecision.Standing standing,
      @Nullable String problem) {}

  @Operation(
      operationId = "listPrices",
      summary = "What gas costs now, by chain, and who says what its token is worth")
  @GetMapping
  List<PriceView> prices() {
    Instant now = clock.instant();
    Map<ChainName, Price> latest = prices.latest();
    Set<ChainName> chains = new LinkedHashSet<>(latest.keySet());
    chains.addAll(nodes.chains());
    List<PriceView> views = new ArrayList<>();
    chains.forEach(chain -> views.add(view(chain, latest.get(chain), now)));
    return views;
  }

  private PriceView view(ChainName chain, @Nullable Price price, Instant now) {
    RateView rate = rates.last(chain).map(decision -> view(decision, now)).orElse(null);
    if (price == null) {
      return new PriceView(chain, null, null, null, null, null, true, rate);
    }
    return new PriceView(
        chain,
        price.baseFee(),
        price.priorityFee(),
        price.gasPerByte(),
        price.nativeUsd().toPlainString(),
        price.sampledAt(),
        price.isStale(now, settings.prices().maxAge()),
        rate);
  }

  private static RateView view(RateDecision decision, Instant now) {
    return new RateView(
        plain(decision.usd()),
        decision.refusal(),
        decision.why(),
        decision.sources().stream().map(one -> view(one, now)).toList());
  }

  private static SourceView view(RateDecision.Voice one, Instant now) {
    Instant at = one.at();
    return new SourceView(
        one.source(),
        plain(one.usd()),
        at == null ? null : Math.max(0, Duration.between(at, now).toSeconds()),
        one.standing(),
        one.problem());
  }

  private static @Nullable String plain(@Nullable BigDecimal usd) {
    return usd == null ? null : usd.stripTrailingZeros().toPlainString();
  }
}
