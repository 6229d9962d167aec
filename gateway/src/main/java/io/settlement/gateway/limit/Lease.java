// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.limit;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests that this gateway has taken from a source, so that not each of them asks the database:
 * the faster they are used, the more are taken next time, and what lies unused goes back. Of a busy
 * caller the next ones are taken while there are some left, so that none of his requests waits for
 * the database. What all gateways let pass is never more than the source gave.
 */
final class Lease {
  private static final Logger log = LoggerFactory.getLogger(Lease.class);
  private static final long FAST = Duration.ofMillis(200).toNanos();
  private static final long IDLE = Duration.ofSeconds(1).toNanos();
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  /** For what is taken ahead. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Blocks from which on the next one is taken ahead. */
  private static final long BUSY = 8;

  private final Source source;
  private final long most;
  private final LongSupplier nanos;
  private final Executor ahead;
  private final Lock lock = new ReentrantLock();
  private final Condition taken = lock.newCondition();

  private long block = 1;
  private long left;
  private long remaining;
  private long takenAt;
  private @Nullable Long emptyUntil;
  private @Nullable Long goodUntil;
  private @Nullable Long awayUntil;
  private boolean alone;
  private boolean taking;

  /**
   * Of a source.
   *
   * @param most how many are taken at once
   * @param nanos a clock, as System.nanoTime
   */
  Lease(Source source, long most, LongSupplier nanos) {
    this(source, most, nanos, Thread::startVirtualThread);
  }

  /**
   * Of a source.
   *
   * @param most how many are taken at once
   * @param nanos a clock, as System.nanoTime
   * @param ahead who takes while nobody waits for it
   */
  Lease(Source source, long most, LongSupplier nanos, Executor ahead) {
    this.source = source;
    this.most = Math.max(1, most);
    this.nanos = nanos;
    this.ahead = ahead;
    this.takenAt = nanos.getAsLong();
  }

  /** Lets one request pass, or says how long none will. */
  @Nullable Duration pass() {
    lock.lock();
    try {
      if (left == 0) {
        awaitWhatIsTaken();
      }
      long now = nanos.getAsLong();
      if (left == 0) {
        Duration wait = refill(now);
        if (wait != null) {
          return wait;
        }
      }
      left--;
      if (isToBeTakenAhead()) {
        taking = true;
        ahead.execute(this::takeAhead);
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private boolean isToBeTakenAhead() {
    return !taking && block >= BUSY && left <= block / 2 && awayUntil == null && emptyUntil == null;
  }

  /** What is on its way is not asked for once more: of a quota it may be the last. */
  private void awaitWhatIsTaken() {
    try {
      long patience = PATIENCE.toNanos();
      while (taking && left == 0 && patience > 0) {
        patience = taken.awaitNanos(patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeAhead() {
    long wanted = block;
    Grant grant = new Grant(0, 0, Duration.ZERO);
    try {
      grant = source.take(wanted);
    } catch (RuntimeException e) {
      log.atDebug().log("nothing was taken ahead: {}", e.toString());
    } finally {
      lock.lock();
      try {
        taking = false;
        taken.signalAll();
        if (grant.granted() > 0) {
          block = nextBlock(nanos.getAsLong());
          takenAt = nanos.getAsLong();
          left += grant.granted();
          remaining = grant.remaining();
        } else {
          // It is asked again when nothing is left.
          block = 1;
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private long nextBlock(long now) {
    return now - takenAt < FAST ? Math.min(most, block * 2) : Math.max(1, block / 2);
  }

  /** It did not pass after all. */
  void takeBack() {
    lock.lock();
    try {
      left++;
    } finally {
      lock.unlock();
    }
  }

  /** How many would pass, as far as it is known here. */
  long remaining() {
    lock.lock();
    try {
      return left + remaining;
    } finally {
      lock.unlock();
    }
  }

  /** Gives back what nobody has used for a while. */
  void settle() {
    lock.lock();
    try {
      if (left > 0 && !alone && nanos.getAsLong() - takenAt > IDLE) {
        long unused = left;
        left = 0;
        block = 1;
        source.giveBack(unused);
      }
    } catch (RuntimeException e) {
      log.atDebug().log("unused requests are lost: {}", e.toString());
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Duration refill(long now) {
    if (emptyUntil != null && goodUntil != null && now - goodUntil < 0) {
      return Duration.ofNanos(Math.max(1, emptyUntil - now));
    }
    block = nextBlock(now);
    Grant grant = granted(now);
    takenAt = now;
    left = grant.granted();
    remaining = grant.remaining();
    if (left > 0) {
      emptyUntil = null;
      return null;
    }
    emptyUntil = now + grant.pause().toNanos();
    // Limits may have been raised since.
    goodUntil = now + Math.min(grant.pause().toNanos(), LOOK_AGAIN.toNanos());
    return grant.pause();
  }

  private Grant granted(long now) {
    if (awayUntil != null && now - awayUntil < 0) {
      return source.takeAlone(block);
    }
    try {
      Grant grant = source.take(block);
      awayUntil = null;
      alone = false;
      return grant;
    } catch (RuntimeException e) {
      awayUntil = now + LOOK_AGAIN.toNanos();
      alone = true;
      log.atWarn()
          .addKeyValue("cause", e.toString())
          .log("requests are counted by this gateway alone");
      return source.takeAlone(block);
    }
  }
}
