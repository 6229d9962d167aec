// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.loop;

import java.time.Duration;

/**
 * How long to wait after failures in a row.
 *
 * @param first after the first failure; doubles with each further one
 * @param max never longer than this
 */
public record Backoff(Duration first, Duration max) {
  private static final int MOST_DOUBLINGS = 20;

  /**
   * The wait after this failure.
   *
   * @param failures how many there were in a row, 1 or more
   */
  public Duration after(int failures) {
    int doublings = Math.min(Math.max(failures, 1) - 1, MOST_DOUBLINGS);
    Duration wait = first.multipliedBy(1L << doublings);
    return wait.compareTo(max) < 0 ? wait : max;
  }
}
