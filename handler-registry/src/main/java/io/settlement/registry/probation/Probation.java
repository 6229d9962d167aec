// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.probation;

import io.settlement.events.RegistryEvent.LimitState;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route on probation.
 *
 * @param token on the source chain
 * @param stages what may pass in a window at each stage, smallest unit
 * @param daysPerStage clean days until the next stage
 * @param cleanDays that count now
 * @param judged the last day that was judged, UTC
 * @param why it is at its stage
 * @param at since when
 */
record Probation(
    RouteId route,
    EvmAddress token,
    List<TokenAmount> stages,
    Duration window,
    int daysPerStage,
    int cleanDays,
    LocalDate judged,
    String why,
    Instant at) {

  /** Keeps its own copy. */
  Probation {
    stages = List.copyOf(stages);
    cleanDays = Math.clamp(cleanDays, 0, stages.size() * daysPerStage);
  }

  /** Counted from 0; as many as there are when the last one is passed. */
  int stage() {
    return cleanDays / daysPerStage;
  }

  /** Whether nothing is limited any more. */
  boolean isPassed() {
    return stage() == stages.size();
  }

  /** What may pass in a window; null when nothing is limited. */
  @Nullable TokenAmount amount() {
    return isPassed() ? null : stages.get(stage());
  }

  Probation with(int otherCleanDays) {
    return new Probation(
        route, token, stages, window, daysPerStage, otherCleanDays, judged, why, at);
  }

  /** Judged up to this day. */
  Probation until(LocalDate day) {
    return new Probation(route, token, stages, window, daysPerStage, cleanDays, day, why, at);
  }

  /** At its stage for this reason since then. */
  Probation because(String reason, Instant now) {
    return new Probation(
        route, token, stages, window, daysPerStage, cleanDays, judged, reason, now);
  }

  LimitState fact() {
    return new LimitState(
        route, token, amount(), window.toSeconds(), stage(), stages.size(), why, at);
  }
}
