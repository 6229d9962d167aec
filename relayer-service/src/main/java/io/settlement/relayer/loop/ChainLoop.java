// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.loop;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.Disagreement;
import io.settlement.chain.Reverted;
import io.settlement.chain.RpcError;
import io.settlement.chain.Unreachable;
import io.settlement.events.value.ChainName;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Repeats one step of one chain's work in a virtual thread. A failing step is named, counted and
 * waited out, never the end of the loop or of the process; other chains do not notice.
 */
public final class ChainLoop {
  private static final Logger log = LoggerFactory.getLogger(ChainLoop.class);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  /** One round of work. */
  @FunctionalInterface
  public interface Step {
    /** How long to rest before the next round; zero when there is more to do. */
    Duration run();
  }

  private final String name;
  private final ChainName chain;
  private final Step step;
  private final Backoff backoff;
  private final MeterRegistry meters;
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile boolean running;
  private volatile @Nullable String trouble;
  private @Nullable Thread thread;
  private int failures;

  /**
   * @param name what the loop does, one word, for logs and metrics
   */
  public ChainLoop(String name, ChainName chain, Step step, Backoff backoff, MeterRegistry meters) {
    this.name = name;
    this.chain = chain;
    this.step = step;
    this.backoff = backoff;
    this.meters = meters;
  }

  /** Whose work it is. */
  public ChainName chain() {
    return chain;
  }

  /** Why the last round failed; null when it did not. */
  public @Nullable String trouble() {
    return trouble;
  }

  /** Starts the thread. */
  public synchronized void start() {
    running = true;
    thread = Thread.ofVirtual().name(name + "-" + chain).start(this::repeat);
  }

  /** Ends after the round in progress. */
  public synchronized void stop() {
    running = false;
    wakeUps.release();
    Thread current = thread;
    if (current == null) {
      return;
    }
    try {
      if (!current.join(STOP_PATIENCE)) {
        current.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** There may be work: ends the rest in progress, unless it waits out a failure. */
  public void wake() {
    if (trouble == null && wakeUps.availablePermits() == 0) {
      wakeUps.release();
    }
  }

  private void repeat() {
    while (running) {
      Duration pause = round();
      if (pause.isPositive() && running && !rest(pause)) {
        return;
      }
    }
  }

  /** False when the thread was told to end. */
  private boolean rest(Duration pause) {
    try {
      if (wakeUps.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        wakeUps.drainPermits();
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Duration round() {
    try {
      Duration pause = step.run();
      recovered();
      return pause;
    } catch (Unreachable e) {
      return failed("unreachable", e, false);
    } catch (RpcError | Reverted e) {
      return failed("refused", e, false);
    } catch (Disagreement e) {
      return failed("disagreement", e, false);
    } catch (DataAccessException | TransactionException e) {
      return failed("database", e, false);
    } catch (RuntimeException e) {
      return failed("unexpected", e, true);
    }
  }

  private void recovered() {
    if (failures > 0) {
      log.atInfo().addKeyValue("loop", name).addKeyValue("chain", chain).log("working again");
    }
    failures = 0;
    trouble = null;
  }

  private Duration failed(String kind, RuntimeException why, boolean withStack) {
    failures++;
    trouble = kind + ": " + why.getMessage();
    meters
        .counter("settlement.loop.failures", "loop", name, "chain", chain.value(), "kind", kind)
        .increment();
    Duration wait = backoff.after(failures);
    var line = log.atWarn().addKeyValue("loop", name).addKeyValue("chain", chain);
    line = line.addKeyValue("kind", kind).addKeyValue("failures", failures);
    if (withStack) {
      line = line.setCause(why);
    }
    line.log("failed, trying again in {}: {}", wait, why.getMessage());
    return wait;
  }
}
