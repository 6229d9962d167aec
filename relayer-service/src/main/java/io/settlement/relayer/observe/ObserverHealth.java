// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.value.ChainName;
import io.settlement.relayer.loop.ChainLoop;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * How each chain's reading goes. A chain that is unreachable is a detail, it will join later; one
 * that contradicts its checkpoint needs a human and turns the status.
 */
final class ObserverHealth implements HealthIndicator {
  private final Observers observers;
  private final Map<ChainName, ChainObserver> chains;

  ObserverHealth(Observers observers, Map<ChainName, ChainObserver> chains) {
    this.observers = observers;
    this.chains = chains;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    chains.forEach(
        (chain, observer) -> {
          observer.trouble().ifPresent(why -> health.withDetail(chain.value(), why));
          observer.contradiction().ifPresent(why -> health.down().withDetail(chain.value(), why));
        });
    for (ChainLoop loop : observers.loops()) {
      String trouble = loop.trouble();
      if (trouble != null) {
        health.withDetail(loop.chain().value(), trouble);
      }
    }
    return health.build();
  }
}
