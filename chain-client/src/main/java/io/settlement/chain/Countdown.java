// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.time.Duration;

/** A time that runs off, and what it was started for. */
final class Countdown {
  private long end = System.nanoTime();
  private String why = "";

  synchronized void start(Duration length, String reason) {
    end = System.nanoTime() + length.toNanos();
    why = reason;
  }

  synchronized void end() {
    end = System.nanoTime();
  }

  synchronized Duration remaining() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  boolean isRunning() {
    return remaining().isPositive();
  }

  synchronized String why() {
    return why;
  }
}
