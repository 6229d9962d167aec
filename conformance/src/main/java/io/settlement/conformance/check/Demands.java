// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.NodeSettings;
import java.time.Duration;

/**
 * What is demanded over time, and how much load is put on a provider to see it.
 *
 * @param perSecond calls a second of a burst; {@link #REQUIRED_RATE} decides throughput, less only
 *     shows refusals
 * @param burst how long a burst lasts; {@link #REQUIRED_BURST} decides throughput
 * @param samples calls whose latency is measured at each provider
 * @param latency the 95th percentile of latency must be below this
 * @param finality how long final blocks are watched
 * @param uptime the window of uptime
 * @param soak how long the loop of all methods runs
 * @param answer the most bytes an answer may have; who reads less does not know of larger ones
 */
public record Demands(
    int perSecond,
    Duration burst,
    int samples,
    Duration latency,
    Duration finality,
    Duration uptime,
    Duration soak,
    long answer) {
  /** What the documentation demands, in calls a second. */
  public static final int REQUIRED_RATE = 300;

  /** For how long that must be sustained. */
  public static final Duration REQUIRED_BURST = Duration.ofSeconds(60);

  /** Refuses what makes no sense. */
  public Demands {
    if (perSecond < 1 || perSecond > 5000 || !burst.isPositive() || samples < 1) {
      throw new IllegalArgumentException("a burst needs 1 to 5000 calls a second, time, samples");
    }
  }

  /** The documented demands, shown by 20 calls a second for 3 s and 40 samples. */
  public static Demands polite() {
    return new Demands(
        20,
        Duration.ofSeconds(3),
        40,
        Duration.ofMillis(250),
        Duration.ofHours(24),
        Duration.ofDays(30),
        Duration.ofHours(24),
        NodeSettings.DOCUMENTED_LIMIT);
  }

  /** The same, decided by the full load: for providers that agreed to it. */
  public static Demands full() {
    return polite().with(REQUIRED_RATE, REQUIRED_BURST);
  }

  /** The same under another load. */
  public Demands with(int rate, Duration lasts) {
    return new Demands(rate, lasts, samples, latency, finality, uptime, soak, answer);
  }

  /** A thousandth of a window may be missed by who watches. */
  static boolean isFull(Duration watched, Duration window) {
    return watched.compareTo(window.minus(window.dividedBy(1000)).minusMinutes(2)) >= 0;
  }

  boolean decidesThroughput() {
    return perSecond >= REQUIRED_RATE && burst.compareTo(REQUIRED_BURST) >= 0;
  }
}
