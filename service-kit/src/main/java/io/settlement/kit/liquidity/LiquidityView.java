// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.liquidity;

import io.settlement.events.LiquidityEvent;
import io.settlement.events.LiquidityEvent.LiquidityChanged;
import io.settlement.events.value.RouteId;
import io.settlement.kit.follow.TopicFollower;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What artifact-service last said can arrive over each route. Its word limits nothing once it is
 * old: the contracts refuse what they cannot pay in any case.
 */
public final class LiquidityView implements TopicFollower.View<LiquidityEvent> {
  private final Map<RouteId, LiquidityChanged> routes = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();
  private final Duration maxAge;
  private final Clock clock;

  LiquidityView(Duration maxAge, Clock clock) {
    this.maxAge = maxAge;
    this.clock = clock;
  }

  /** What limits a route now; empty when nothing does, or nobody knows. */
  public Optional<LiquidityChanged> limitOf(RouteId route) {
    return Optional.ofNullable(routes.get(route))
        .filter(one -> one.available() != null || one.stopped() != null)
        .filter(one -> one.at().plus(maxAge).isAfter(clock.instant()));
  }

  /** Counts what was said; who waits for more liquidity looks again when it has moved. */
  public long changes() {
    return changes.get();
  }

  @Override
  public void apply(LiquidityEvent fact) {
    if (fact instanceof LiquidityChanged changed) {
      routes.put(changed.route(), changed);
      changes.incrementAndGet();
    }
  }

  @Override
  public void loaded() {
    changes.incrementAndGet();
  }
}
