// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The most a node is asked; every body sent counts as one, a batch too. Shared by all checks. */
public final class Load {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final int perSecond;
  private final int atOnce;
  private final RateLimiter pace;
  private final Semaphore room;

  private Load(int perSecond, int atOnce) {
    if (perSecond < 1 || perSecond > 100_000 || atOnce < 1) {
      throw new IllegalArgumentException("at least one call a second and one at once");
    }
    this.perSecond = perSecond;
    this.atOnce = atOnce;
    this.room = new Semaphore(atOnce, true);
    this.pace =
        RateLimiter.of(
            "node",
            RateLimiterConfig.custom()
                .limitRefreshPeriod(Duration.ofNanos(1_000_000_000L / perSecond))
                .limitForPeriod(1)
                .timeoutDuration(PATIENCE)
                .build());
  }

  /**
   * At most so many calls.
   *
   * @param perSecond begun in a second
   * @param atOnce waiting for their answers
   */
  public static Load of(int perSecond, int atOnce) {
    return new Load(perSecond, atOnce);
  }

  /** The most calls that begin in a second. */
  public int perSecond() {
    return perSecond;
  }

  /** The most calls that wait for their answers. */
  public int atOnce() {
    return atOnce;
  }

  /** Waits for its turn; whoever entered leaves. */
  void enter() {
    try {
      if (!room.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new Unanswered(Unanswered.Cause.TIMEOUT, "no turn within " + PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unanswered(Unanswered.Cause.INTERRUPTED, "interrupted before asking", e);
    }
    if (!pace.acquirePermission()) {
      room.release();
      throw Thread.currentThread().isInterrupted()
          ? new Unanswered(Unanswered.Cause.INTERRUPTED, "interrupted before asking")
          : new Unanswered(Unanswered.Cause.TIMEOUT, "no turn within " + PATIENCE);
    }
  }

  void leave() {
    room.release();
  }
}
