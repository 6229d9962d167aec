// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.loop;

import io.settlement.kit.work.Stopping;
import io.settlement.kit.work.Worker;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Work in rounds on a thread of its own; a bell begins the next round. */
public abstract class Rounds implements SmartLifecycle {
  private final String name;
  private final Duration afterFailure;
  private final Semaphore bell = new Semaphore(0);
  private @Nullable Worker worker;

  /**
   * @param name of the thread
   * @param afterFailure pause before a round that failed is tried again
   */
  protected Rounds(String name, Duration afterFailure) {
    this.name = name;
    this.afterFailure = afterFailure;
  }

  /** One round; it waits for its own beginning. */
  protected abstract void round() throws InterruptedException;

  /** Begins the next round, however often it is rung meanwhile. */
  protected final void ring() {
    bell.release();
  }

  /** Waits until the bell is rung. */
  protected final void awaitBell() throws InterruptedException {
    bell.acquire();
    bell.drainPermits();
  }

  /** Waits until the bell is rung, and no longer than this. */
  protected final void awaitBell(Duration most) throws InterruptedException {
    if (bell.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
      bell.drainPermits();
    }
  }

  @Override
  public final synchronized void start() {
    worker = Worker.start(name, afterFailure, this::round);
  }

  @Override
  public final synchronized void stop() {
    Worker running = worker;
    if (running != null) {
      running.stop(this::ring);
      worker = null;
    }
  }

  @Override
  public final void stop(Runnable callback) {
    Stopping.beside(name, this::stop, callback);
  }

  @Override
  public final synchronized boolean isRunning() {
    return worker != null;
  }
}
