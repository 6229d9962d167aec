// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/**
 * How long a provider that failed is left out. Where others can be asked instead that costs nothing
 * and may be long. The only one of a chain is asked again soon, by as many as had to fail: it is
 * either that or silence, and one question that hangs must not keep the others out.
 */
final class Rests {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(8);

  private final IntervalFunction lengths;
  private final int trials;
  private int failures;

  private Rests(IntervalFunction lengths, int trials) {
    this.lengths = lengths;
    this.trials = trials;
  }

  static Rests of(NodePolicy policy, int providers) {
    Duration longest = policy.leftOutFor();
    return providers > 1
        ? new Rests(IntervalFunction.of(longest), 1)
        : new Rests(
            IntervalFunction.ofExponentialBackoff(
                shorter(FIRST, longest), 2.0, shorter(LONGEST, longest)),
            policy.failures());
  }

  /** By how often it failed since it last was well. */
  IntervalFunction lengths() {
    return lengths;
  }

  /** How many questions at a time find out whether it is well again. */
  int trials() {
    return trials;
  }

  /** It failed, perhaps again; returns how long it is left out. */
  synchronized Duration failed() {
    failures++;
    return Duration.ofMillis(lengths.apply(failures));
  }

  /** It is well. */
  synchronized void recovered() {
    failures = 0;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
