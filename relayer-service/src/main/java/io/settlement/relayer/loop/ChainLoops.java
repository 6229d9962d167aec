// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.loop;

import io.settlement.kit.work.Stopping;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.SmartLifecycle;

/** Loops that start with the application and stop before its beans go. */
public abstract class ChainLoops implements SmartLifecycle {
  private final List<ChainLoop> loops;
  private volatile boolean running;

  /** One loop for each chain. */
  protected ChainLoops(List<ChainLoop> loops) {
    this.loops = new CopyOnWriteArrayList<>(loops);
  }

  /** The loops, for reports about them. */
  public final List<ChainLoop> loops() {
    return List.copyOf(loops);
  }

  /** One more, which runs from now on if the others do. */
  protected final synchronized void add(ChainLoop loop) {
    loops.add(loop);
    if (running) {
      loop.start();
    }
  }

  /** Ends the rest of every loop. */
  public final void wake() {
    loops.forEach(ChainLoop::wake);
  }

  @Override
  public final synchronized void start() {
    running = true;
    loops.forEach(ChainLoop::start);
  }

  @Override
  public final synchronized void stop() {
    running = false;
    // Beside each other: a node that hangs delays only its own loops.
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      loops.forEach(loop -> threads.execute(loop::stop));
    }
  }

  @Override
  public final void stop(Runnable callback) {
    Stopping.beside(getClass().getSimpleName(), this::stop, callback);
  }

  @Override
  public final boolean isRunning() {
    return running;
  }
}
