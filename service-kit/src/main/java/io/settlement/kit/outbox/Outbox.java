// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.outbox;

import io.settlement.events.SuiteEvent;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where facts wait until Kafka has them. They become visible with the transaction that appended
 * them, or never. Everything one transaction appends is written by one statement, just before it
 * commits; facts of one key leave in the order in which their transactions committed.
 */
public final class Outbox {
  private final OutboxTable table;
  private final Runnable afterCommit;

  Outbox(OutboxTable table, Runnable afterCommit) {
    this.table = table;
    this.afterCommit = afterCommit;
  }

  /**
   * Appends in the given order.
   *
   * @throws IllegalStateException outside a transaction, or inside a read-only one
   */
  public void append(List<? extends SuiteEvent> facts) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()
        || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      throw new IllegalStateException("facts can only be appended inside a writing transaction");
    }
    if (!facts.isEmpty()) {
      ofThisTransaction().add(facts);
    }
  }

  /** Appends one. */
  public void append(SuiteEvent fact) {
    append(List.of(fact));
  }

  private TransactionFacts ofThisTransaction() {
    for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
      if (one instanceof TransactionFacts facts && facts.belongsTo(table)) {
        return facts;
      }
    }
    TransactionFacts facts = new TransactionFacts(table, afterCommit);
    TransactionSynchronizationManager.registerSynchronization(facts);
    return facts;
  }
}
