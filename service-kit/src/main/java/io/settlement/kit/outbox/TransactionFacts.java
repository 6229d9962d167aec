// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.outbox;

import io.settlement.events.SuiteEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;

/** What one transaction has appended so far; a rolled back savepoint takes its facts with it. */
final class TransactionFacts implements TransactionSynchronization {
  private final OutboxTable table;
  private final Runnable afterCommit;
  private final List<SuiteEvent> facts = new ArrayList<>();
  private final Map<Object, Integer> savepoints = new HashMap<>();
  private boolean written;

  TransactionFacts(OutboxTable table, Runnable afterCommit) {
    this.table = table;
    this.afterCommit = afterCommit;
  }

  boolean belongsTo(OutboxTable other) {
    return table == other;
  }

  void add(List<? extends SuiteEvent> more) {
    if (written) {
      table.insert(List.copyOf(more));
    } else {
      facts.addAll(more);
    }
  }

  @Override
  public void beforeCommit(boolean readOnly) {
    written = true;
    if (!facts.isEmpty()) {
      table.insert(facts);
    }
  }

  @Override
  public void afterCommit() {
    afterCommit.run();
  }

  @Override
  public void savepoint(Object savepoint) {
    savepoints.put(savepoint, facts.size());
  }

  @Override
  public void savepointRollback(Object savepoint) {
    int kept = savepoints.getOrDefault(savepoint, 0);
    facts.subList(kept, facts.size()).clear();
  }

  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }
}
