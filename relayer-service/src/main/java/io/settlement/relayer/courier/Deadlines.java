// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.chain.ChainException;
import io.settlement.chain.EvmReader;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.TxId;
import io.settlement.kit.work.Worker;
import io.settlement.relayer.nodes.Nodes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Notices messages that were not received in time, by the final clock of their destination. The
 * deadlines are in the table, so a restart starts no wait again.
 */
final class Deadlines implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Deadlines.class);

  /** Most that are looked at in one turn. */
  private static final int PAGE = 500;

  private final Nodes nodes;
  private final Messages messages;
  private final Courier courier;
  private final Duration look;
  private final TransactionOperations transactions;
  private final Semaphore bell = new Semaphore(0);
  private @Nullable Worker worker;

  Deadlines(
      Nodes nodes,
      Messages messages,
      Courier courier,
      Duration look,
      TransactionOperations transactions) {
    this.nodes = nodes;
    this.messages = messages;
    this.courier = courier;
    this.look = look;
    this.transactions = transactions;
  }

  private void turn() throws InterruptedException {
    for (EvmReader chain : nodes.all()) {
      if (chain.settings().family() == Family.EVM) {
        look(chain);
      }
    }
    if (bell.tryAcquire(look.toMillis(), TimeUnit.MILLISECONDS)) {
      bell.drainPermits();
    }
  }

  private void look(EvmReader chain) {
    ChainName name = chain.settings().name();
    try {
      Instant clock = chain.head(chain.settings().finality()).time();
      List<TxId> overdue = messages.overdue(name, clock, PAGE);
      if (!overdue.isEmpty()) {
        transactions.executeWithoutResult(status -> courier.expire(overdue, clock));
      }
    } catch (ChainException later) {
      log.atDebug()
          .addKeyValue("chain", name)
          .log("deadlines wait for its node: {}", later.getMessage());
    }
  }

  @Override
  public synchronized void start() {
    worker = Worker.start("deadlines", look, this::turn);
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
