// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.chain.ProviderReport.State;
import java.time.Duration;

/**
 * A provider's state at this moment.
 *
 * @param state whether it is asked
 * @param why what led to it; empty when it is in
 * @param remaining how long it lasts at most; zero when nothing but the provider decides
 */
record Standing(State state, String why, Duration remaining) {

  static Standing of(State state, Countdown countdown) {
    return new Standing(state, countdown.why(), countdown.remaining());
  }

  static Standing of(HeadWatch head, long othersHead, NodePolicy policy) {
    long lag = lag(head, othersHead);
    if (lag > policy.maxLag()) {
      return new Standing(State.LAGGING, lag + " blocks behind", Duration.ZERO);
    }
    Duration unmoved = head.unmoved();
    if (lag > 0 && unmoved.compareTo(policy.stalledAfter()) > 0) {
      return new Standing(
          State.STALLED,
          "shows block %d for %d s".formatted(head.number(), unmoved.toSeconds()),
          Duration.ZERO);
    }
    return new Standing(State.IN, "", Duration.ZERO);
  }

  /** Blocks behind; zero when nothing is known of one of them. */
  static long lag(HeadWatch head, long othersHead) {
    long own = head.number();
    return own == HeadWatch.UNKNOWN ? 0 : Math.max(0, othersHead - own);
  }
}
