// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** How long a failed intent waits: 5 s, 10 s, 30 s, 60 s, then 3 min, each with up to 20 % more. */
final class RetryRamp {
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofMinutes(3));

  private final RandomGenerator random;

  RetryRamp(RandomGenerator random) {
    this.random = random;
  }

  /** The wait after this many failed attempts, counted from 1. */
  Duration after(int attempts) {
    Duration step = STEPS.get(Math.min(attempts, STEPS.size()) - 1);
    return step.plusMillis(random.nextLong(step.toMillis() / 5));
  }
}
