// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.LiquidityEvent.LiquidityChanged;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.kit.liquidity.LiquidityView;
import io.settlement.kit.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether as much as is asked about can arrive; of a route that nobody spoke of it can. */
@Component
class RouteLiquidity {
  private final LiquidityView view;

  RouteLiquidity(LiquidityView view) {
    this.view = view;
  }

  /** A problem when it cannot arrive now; a message that moves nothing always can. */
  void require(RouteId route, @Nullable TokenAmount amount) {
    if (amount != null) {
      view.limitOf(route).ifPresent(limit -> require(limit, amount));
    }
  }

  private static void require(LiquidityChanged limit, TokenAmount amount) {
    if (limit.stopped() != null) {
      throw Problem.conflict(
          "minting-stopped",
          "nothing arrives over %s: %s".formatted(limit.route(), limit.stopped()));
    }
    TokenAmount available = limit.available();
    if (available != null && available.value().compareTo(amount.value()) < 0) {
      throw Problem.conflict(
          "insufficient-liquidity",
          "over %s %s can arrive now".formatted(limit.route(), available));
    }
  }
}
