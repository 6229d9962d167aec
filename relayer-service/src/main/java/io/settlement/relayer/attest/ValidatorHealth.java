// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.kit.registry.RegistryView;
import io.settlement.relayer.loop.ChainLoop;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * How judging goes on each chain. A node that does not answer is a detail: what is to be attested
 * waits for it.
 */
final class ValidatorHealth implements HealthIndicator {
  private final Attesters loops;
  private final RegistryView registry;

  ValidatorHealth(Attesters loops, RegistryView registry) {
    this.loops = loops;
    this.registry = registry;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    health.withDetail("registry", registry.isLoaded() ? "read" : "being read");
    for (ChainLoop loop : loops.loops()) {
      String trouble = loop.trouble();
      health.withDetail(loop.chain().value(), trouble == null ? "well" : trouble);
    }
    return health.build();
  }
}
