// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.loop;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Loops that start with the application and stop before its beans go. */
public abstract class ChainLoops implements SmartLifecycle {
  private final List<ChainLoop> loops;
  private volatile boolean running;

  /** One loop for each chain. */
  protected ChainLoops(List<ChainLoop> loops) {
    this.loops = List.copyOf(loops);
  }

  /** The loops, for reports about them. */
  public final List<ChainLoop> loops() {
    return loops;
  }

  /** Ends the rest of every loop. */
  public final void wake() {
    loops.forEach(ChainLoop::wake);
  }

  @Override
  public final void start() {
    running = true;
    loops.forEach(ChainLoop::start);
  }

  @Override
  public final void stop() {
    running = false;
    loops.forEach(ChainLoop::stop);
  }

  @Override
  public final boolean isRunning() {
    return running;
  }
}
