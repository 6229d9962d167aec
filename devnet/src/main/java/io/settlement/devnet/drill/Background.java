// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.drill;

import io.settlement.devnet.terminal.Failure;
import org.jspecify.annotations.Nullable;

/** Goes on beside the messages; what went wrong in it is thrown where it is awaited. */
final class Background {
  private final Thread thread;
  private volatile @Nullable RuntimeException failure;

  private Background(Runnable work) {
    this.thread = Thread.ofPlatform().name("drill").daemon().unstarted(() -> run(work));
  }

  static Background begin(Runnable work) {
    Background begun = new Background(work);
    begun.thread.start();
    return begun;
  }

  private void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  void await() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    }
    RuntimeException broken = failure;
    if (broken != null) {
      throw broken;
    }
  }
}
