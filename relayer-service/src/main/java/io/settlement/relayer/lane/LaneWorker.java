// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.ChainException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works one lane for as long as this process owns its partition: waits until its account is on the
 * books, takes the lease, takes over what is unfinished, then sends, follows and repeats. After any
 * failure it starts from the tables again.
 */
final class LaneWorker implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(LaneWorker.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  /** While the books of its account are being begun. */
  private static final Duration BEGINNING = Duration.ofMillis(100);

  private final Lane lane;
  private final Crew crew;
  private final LaneMeters meters;
  private final Semaphore bell = new Semaphore(0);
  private volatile boolean stopped;
  private volatile boolean free;

  LaneWorker(Lane lane, Crew crew, LaneMeters meters) {
    this.lane = lane;
    this.crew = crew;
    this.meters = meters;
  }

  /** Something may be ready. */
  void wake() {
    if (bell.availablePermits() == 0) {
      bell.release();
    }
  }

  /** Ends after the step at hand and gives the lease back. */
  void stop() {
    stopped = true;
    wake();
  }

  /** Whether it would take more work at once. */
  boolean isFree() {
    return free;
  }

  @Override
  public void run() {
    while (!stopped) {
      try {
        if (!crew.store().leases().isOnTheBooks(lane)) {
          pause(BEGINNING);
          continue;
        }
        Optional<Lease> lease = crew.store().leases().acquire(lane);
        if (lease.isPresent()) {
          hold(lease.get());
        } else if (crew.store().leases().isOfAnotherKey(lane)) {
          log.atError()
              .addKeyValue("lane", lane.id())
              .log("lane was worked with another key: the keys of a chain keep their order");
        }
      } catch (LeaseLost e) {
        say("lane lost", e);
      } catch (RuntimeException e) {
        say("lane cannot be taken", e);
      }
      pause(AFTER_FAILURE);
    }
  }

  private void hold(Lease lease) {
    log.atInfo()
        .addKeyValue("lane", lane.id())
        .addKeyValue("epoch", lease.epoch())
        .log("lane taken");
    LaneRun run = null;
    while (!stopped) {
      try {
        run = run == null ? LaneRun.takeOver(lane, lease, crew, meters) : run;
        Duration idle = run.step();
        free = run.isFree();
        pause(idle);
      } catch (LeaseLost e) {
        throw e;
      } catch (RuntimeException e) {
        say(e instanceof ChainException ? "chain does not answer" : "lane failed", e);
        run = null;
        free = false;
        pause(AFTER_FAILURE);
        crew.store().leases().renew(lease);
      }
    }
    free = false;
    crew.store().leases().release(lease);
  }

  private void pause(Duration most) {
    try {
      if (bell.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
        bell.drainPermits();
      }
    } catch (InterruptedException e) {
      stopped = true;
      Thread.currentThread().interrupt();
    }
  }

  private void say(String what, RuntimeException cause) {
    log.atWarn()
        .addKeyValue("lane", lane.id())
        .addKeyValue("cause", cause.toString())
        .setCause(cause instanceof ChainException || cause instanceof LeaseLost ? null : cause)
        .log(what);
  }
}
