// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.work;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that repeats its turn until it is stopped, and pauses after a failure. */
public final class Worker {
  private static final Logger log = LoggerFactory.getLogger(Worker.class);
  private static final Duration GOODBYE = Duration.ofSeconds(5);

  private final Thread thread;
  private final Turn turn;
  private final Duration pause;
  private volatile boolean stopped;

  /** One turn: some work, or a wait for work. */
  @FunctionalInterface
  public interface Turn {
    /** Does what there is to do now. */
    void run() throws InterruptedException;
  }

  private Worker(String name, Duration pause, Turn turn) {
    this.thread = new Thread(this::repeat, name);
    this.pause = pause;
    this.turn = turn;
    thread.setDaemon(true);
  }

  /**
   * Starts one.
   *
   * @param pause how long it waits after a turn that failed
   */
  public static Worker start(String name, Duration pause, Turn turn) {
    Worker worker = new Worker(name, pause, turn);
    worker.thread.start();
    return worker;
  }

  /** Lets the running turn end, interrupts it when it does not within a few seconds. */
  public void stop(Runnable wake) {
    stopped = true;
    wake.run();
    try {
      if (!thread.join(GOODBYE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void repeat() {
    while (!stopped) {
      try {
        turn.run();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        pauseAfter(e);
      }
    }
  }

  private void pauseAfter(RuntimeException failure) {
    if (stopped) {
      return;
    }
    log.atWarn().addKeyValue("worker", thread.getName()).setCause(failure).log("will try again");
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      stopped = true;
    }
  }
}
