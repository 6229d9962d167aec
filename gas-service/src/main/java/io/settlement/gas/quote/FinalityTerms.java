// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.FinalityTier;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.gas.price.BlockTimes;
import io.settlement.kit.registry.RegistryView;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says when a message of an amount will be final: by the tier of its route, else by its chain. */
@Component
class FinalityTerms {
  private final RegistryView registry;
  private final BlockTimes times;

  FinalityTerms(RegistryView registry, BlockTimes times) {
    this.registry = registry;
    this.times = times;
  }

  QuotedFinality of(RouteId route, @Nullable TokenAmount amount) {
    ChainName source = route.from().chain();
    Optional<FinalityTier> tier =
        amount == null
            ? Optional.empty()
            : registry.route(route).flatMap(state -> state.tierOf(amount));
    return tier.map(one -> byConfirmations(source, one.confirmations()))
        .orElseGet(() -> byChain(source));
  }

  private QuotedFinality byChain(ChainName source) {
    return times
        .settingsOf(source)
        .filter(chain -> chain.confirmations() > 0)
        .map(chain -> byConfirmations(source, chain.confirmations()))
        .orElseGet(() -> byTag(source));
  }

  private QuotedFinality byConfirmations(ChainName source, int confirmations) {
    return new QuotedFinality(
        confirmations,
        null,
        times
            .of(source)
            .map(pace -> seconds(pace.block().multipliedBy(confirmations - 1L)))
            .orElse(null));
  }

  private QuotedFinality byTag(ChainName source) {
    return new QuotedFinality(
        null,
        times
            .settingsOf(source)
            .map(chain -> chain.finality().name().toLowerCase(Locale.ROOT))
            .orElse(null),
        times.of(source).map(pace -> seconds(pace.finality())).orElse(null));
  }

  /** Rounded up. */
  private static long seconds(Duration time) {
    return time.plusMillis(999).toSeconds();
  }
}
