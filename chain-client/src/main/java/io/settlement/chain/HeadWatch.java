// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.time.Duration;

/** The newest block a provider has shown, and since when. */
final class HeadWatch {
  static final long UNKNOWN = -1;

  private long number = UNKNOWN;
  private long movedAt = System.nanoTime();
  private long seenAt = System.nanoTime();

  synchronized void saw(long head) {
    seenAt = System.nanoTime();
    if (head != number) {
      number = head;
      movedAt = seenAt;
    }
  }

  /** Its height; {@link #UNKNOWN} until it was seen. */
  synchronized long number() {
    return number;
  }

  /** How long it has been the same. */
  synchronized Duration unmoved() {
    return Duration.ofNanos(System.nanoTime() - movedAt);
  }

  /** Whether it was looked at within this time. */
  synchronized boolean isFresh(Duration within) {
    return number != UNKNOWN && System.nanoTime() - seenAt < within.toNanos();
  }
}
