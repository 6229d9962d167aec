// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.probation;

import io.settlement.events.RegistryEvent.Asset;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The stages of a route, as configured. */
@Component
class Stages {
  private final ProbationSettings settings;

  Stages(ProbationSettings settings) {
    this.settings = settings;
  }

  /** Those for every new route; empty when none are configured. */
  Optional<Probation> usual(RouteId route, Asset asset, Instant now) {
    return settings.stages().isEmpty()
        ? Optional.empty()
        : Optional.of(of(route, asset, amounts(asset), now));
  }

  /** Begins with the first of these; today is no whole day and is not judged. */
  Probation of(RouteId route, Asset asset, List<TokenAmount> amounts, Instant now) {
    return new Probation(
        route,
        asset.token(),
        amounts,
        settings.window(),
        settings.daysPerStage(),
        0,
        Evidence.dayOf(now),
        "",
        now);
  }

  private List<TokenAmount> amounts(Asset asset) {
    return settings.stages().stream().map(whole -> amount(whole, asset.decimals())).toList();
  }

  /** Rounded down, and at least one unit: nothing at all would be a stop. */
  private static TokenAmount amount(BigDecimal whole, int decimals) {
    return new TokenAmount(whole.movePointRight(decimals).toBigInteger().max(BigInteger.ONE));
  }
}
