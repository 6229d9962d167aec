// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay when a transaction of this process has committed facts. */
final class RelaySignal {
  private final Semaphore news = new Semaphore(0);

  void wake() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  void await(Duration atMost) throws InterruptedException {
    if (news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      news.drainPermits();
    }
  }
}
