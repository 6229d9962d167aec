// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import io.settlement.conformance.watch.Probe;
import io.settlement.conformance.watch.Probe.Sight;
import io.settlement.conformance.watch.SoakLoop;
import io.settlement.registry.onboarding.NamedProviders.NamedProvider;
import java.util.Optional;

/**
 * What one round saw of one provider.
 *
 * @param soak all methods once; empty when that is not wanted
 */
record Look(NamedProvider provider, Probe probe, Optional<SoakLoop.Round> soak) {
  private static final String OTHER_CHAIN = "OTHER_CHAIN";

  String id() {
    return provider.id().value();
  }

  /** What it said of its chain; empty when it said nothing, or something of another chain. */
  Optional<Sight> sight() {
    return probe.sight().filter(seen -> seen.chainId() == provider.chainId());
  }

  boolean isRight() {
    return sight().isPresent();
  }

  /** Why it is not right; empty when it is. */
  Optional<String> error() {
    return isRight()
        ? Optional.empty()
        : Optional.of(probe.error().map(Enum::name).orElse(OTHER_CHAIN));
  }
}
