// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt came to.
 *
 * @param status of the answer; null when there was none
 * @param latencyMs milliseconds until then
 * @param answer its first bytes, as text
 * @param problem why it counts as none; null when it was a success
 * @param rest how long the receiver asks to be left alone; zero when it does not
 */
record Attempt(
    @Nullable Integer status,
    long latencyMs,
    @Nullable String answer,
    @Nullable String problem,
    Duration rest) {
  private static final int GONE = 410;

  /** One without an answer. */
  static Attempt unanswered(long latencyMs, String problem) {
    return new Attempt(null, latencyMs, null, problem, Duration.ZERO);
  }

  boolean succeeded() {
    return problem == null;
  }

  /** The receiver wants nothing any more. */
  boolean gone() {
    return status != null && status == GONE;
  }
}
