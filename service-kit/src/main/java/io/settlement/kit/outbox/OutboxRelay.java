// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.outbox;

import io.settlement.kit.work.Worker;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Moves facts from the outbox to Kafka, oldest first. One transaction takes the database's relay
 * lock, reads a batch, sends it, waits for every acknowledgement and deletes it: whoever dies in
 * between leaves the rows, and they are sent again in the same order.
 */
final class OutboxRelay implements SmartLifecycle {
  private final OutboxTable table;
  private final OutboxPublisher publisher;
  private final TransactionOperations transactions;
  private final RelaySignal signal;
  private final OutboxSettings settings;
  private volatile @Nullable Worker worker;

  OutboxRelay(
      OutboxTable table,
      OutboxPublisher publisher,
      TransactionOperations transactions,
      RelaySignal signal,
      OutboxSettings settings) {
    this.table = table;
    this.publisher = publisher;
    this.transactions = transactions;
    this.signal = signal;
    this.settings = settings;
  }

  /** Moves one batch and says how many facts that were. */
  int moveOneBatch() {
    Integer moved =
        transactions.execute(
            transaction -> {
              if (!table.takeRelayLock()) {
                return 0;
              }
              List<OutboxRow> rows = table.oldest(settings.batchSize());
              if (!rows.isEmpty()) {
                publisher.publish(rows);
                table.delete(rows);
              }
              return rows.size();
            });
    return moved == null ? 0 : moved;
  }

  private void turn() throws InterruptedException {
    if (moveOneBatch() == 0) {
      signal.await(settings.pollInterval());
    }
  }

  @Override
  public void start() {
    worker = Worker.start("outbox-relay", settings.retryPause(), this::turn);
  }

  @Override
  public void stop() {
    Worker running = worker;
    worker = null;
    if (running != null) {
      running.stop(signal::wake);
      publisher.close();
    }
  }

  @Override
  public boolean isRunning() {
    return worker != null;
  }

  @Override
  public boolean isAutoStartup() {
    return settings.relay();
  }

  /** Before the readers of Kafka start, after they stopped. */
  @Override
  public int getPhase() {
    return 0;
  }
}
