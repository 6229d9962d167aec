// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.Reason;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long a failed intent waits, by why it failed; each wait with up to 20 % more, so that what
 * failed together does not come back together. The last step repeats.
 */
final class RetryRamp {
  private static final List<Duration> AT_ONCE = seconds(0);
  private static final List<Duration> SOON = seconds(1, 2, 5, 10, 30, 60);
  private static final List<Duration> USUAL =
      seconds(5, 10, 30, 60, 180, 180, 180, 180, 300, 300, 600, 1800);
  private static final List<Duration> BASE_FEE = seconds(10, 20, 30, 60);
  private static final List<Duration> LATER = seconds(30, 60, 180, 300, 600);

  private final RandomGenerator random;

  RetryRamp(RandomGenerator random) {
    this.random = random;
  }

  /** The wait after this many failed attempts, counted from 1. */
  Duration after(Reason reason, int attempts) {
    List<Duration> steps = steps(reason);
    Duration step = steps.get(Math.min(attempts, steps.size()) - 1);
    return step.plusMillis(random.nextLong(step.toMillis() / 5 + 1));
  }

  private static List<Duration> steps(Reason reason) {
    return switch (reason) {
      case NONCE_TAKEN -> AT_ONCE;
      case GAS_LIMIT, RPC -> SOON;
      // The base fee may fall with any block.
      case UNDERFUNDED -> BASE_FEE;
      case GAS_PRICE, KEY_WITHOUT_FUNDS, PAUSED_ON_CHAIN -> LATER;
      default -> USUAL;
    };
  }

  private static List<Duration> seconds(int... steps) {
    return Arrays.stream(steps).mapToObj(Duration::ofSeconds).toList();
  }
}
