// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.VaultEvent;
import io.settlement.events.VaultEvent.PayoutFees;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.gas.cost.CoinChain;
import io.settlement.gas.quote.QuoteView.BitcoinView;
import io.settlement.gas.quote.QuoteView.OnBitcoin;
import io.settlement.kit.follow.TopicFollower;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the vaults last said of their fees. Nobody prepays on Bitcoin, so this promises nothing: it
 * is the estimate at the time the quote is read, and what is old counts no more.
 */
@Component
class PayoutCosts implements TopicFollower.View<VaultEvent> {
  private final Map<HandlerId, PayoutFees> vaults = new ConcurrentHashMap<>();
  private final PayoutCostSettings settings;
  private final Clock clock;

  PayoutCosts(PayoutCostSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void apply(VaultEvent fact) {
    if (fact instanceof PayoutFees fees) {
      vaults.put(fees.vault(), fees);
    }
  }

  @Override
  public void loaded() {
    // What is there is known; what is not is UNKNOWN.
  }

  /** Null for a route that does not touch Bitcoin. */
  @Nullable BitcoinView of(RouteId route) {
    if (CoinChain.sends(route)) {
      return BitcoinView.without(OnBitcoin.WAIVED, BitcoinView.Rate.NONE);
    }
    return CoinChain.pays(route)
        ? fees(route.to())
            .map(BitcoinView::estimated)
            .orElse(BitcoinView.without(OnBitcoin.DEDUCTED_FROM_AMOUNT, BitcoinView.Rate.UNKNOWN))
        : null;
  }

  private Optional<PayoutFees> fees(HandlerId vault) {
    return Optional.ofNullable(vaults.get(vault))
        .filter(fees -> fees.at().plus(settings.maxAge()).isAfter(clock.instant()));
  }
}
