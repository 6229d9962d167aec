// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.RegistryEvent;
import io.settlement.events.value.TxId;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.work.Worker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks at waiting messages again when the registry changes: a smaller quorum or a new chain may be
 * all they wait for, and no further fact of their own would come.
 */
final class Reconsideration implements SmartLifecycle {
  private static final int PAGE = 500;
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final Messages messages;
  private final Courier courier;
  private final RegistryView registry;
  private final TransactionOperations transactions;
  private final Semaphore bell = new Semaphore(0);
  private @Nullable Worker worker;

  Reconsideration(
      Messages messages,
      Courier courier,
      RegistryView registry,
      TransactionOperations transactions) {
    this.messages = messages;
    this.courier = courier;
    this.registry = registry;
    this.transactions = transactions;
    registry.onChange(this::changed);
  }

  private void changed(RegistryEvent event) {
    if (registry.isLoaded()) {
      bell.release();
    }
  }

  private void turn() throws InterruptedException {
    bell.acquire();
    bell.drainPermits();
    String after = "";
    List<TxId> page = messages.waiting(after, PAGE);
    while (!page.isEmpty()) {
      List<TxId> some = page;
      transactions.executeWithoutResult(status -> courier.reconsider(some));
      after = page.getLast().hex();
      page = messages.waiting(after, PAGE);
    }
  }

  @Override
  public synchronized void start() {
    worker = Worker.start("reconsideration", AFTER_FAILURE, this::turn);
  }

  @Override
  public synchronized void stop() {
    Worker running = worker;
    if (running != null) {
      running.stop(bell::release);
      worker = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return worker != null;
  }
}
