// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of an artifact can arrive over a route. Topic {@link Topics#LIQUIDITY}, compacted, key
 * route, writer artifact-service. What is older than some minutes says nothing any more: it is told
 * again all the time.
 */
public sealed interface LiquidityEvent extends SuiteEvent {

  /** The route. */
  RouteId route();

  @Override
  default String key() {
    return route().toString();
  }

  @Override
  default Topic<LiquidityEvent> topic() {
    return Topics.LIQUIDITY_EVENTS;
  }

  /**
   * So much can arrive now.
   *
   * @param artifact what arrives
   * @param available what the destination's handler has to unlock, in the token's smallest unit;
   *     null when nothing limits it
   * @param stopped why nothing arrives; null when something does
   */
  @JsonTypeName("LiquidityChanged")
  record LiquidityChanged(
      String artifact,
      RouteId route,
      @Nullable TokenAmount available,
      @Nullable String stopped,
      Instant at)
      implements LiquidityEvent {}
}
