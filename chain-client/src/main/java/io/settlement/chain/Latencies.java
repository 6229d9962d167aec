// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How long the last hundred answers took. */
final class Latencies {
  private static final int KEPT = 100;
  private static final int ENOUGH = 20;

  private final long[] nanos = new long[KEPT];
  private long count;
  private long p95;

  synchronized void took(long answerNanos) {
    nanos[(int) (count++ % KEPT)] = answerNanos;
    if (count % ENOUGH == 0) {
      int kept = (int) Math.min(count, KEPT);
      long[] sorted = Arrays.copyOf(nanos, kept);
      Arrays.sort(sorted);
      p95 = sorted[kept * 95 / 100];
    }
  }

  /** Within which 95 of 100 came; empty until there were enough. */
  synchronized Optional<Duration> p95() {
    return count < ENOUGH ? Optional.empty() : Optional.of(Duration.ofNanos(p95));
  }
}
