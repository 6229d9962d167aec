// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.RegistryEvent;
import io.settlement.events.value.TxId;
import io.settlement.kit.registry.RegistryView;
import io.settlement.relayer.loop.Rounds;
import java.time.Duration;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks at waiting messages again when the registry changes: a smaller quorum or a new chain may be
 * all they wait for, and no further fact of their own would come.
 */
final class Reconsideration extends Rounds {
  private static final int PAGE = 500;
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final Messages messages;
  private final Courier courier;
  private final RegistryView registry;
  private final TransactionOperations transactions;

  Reconsideration(
      Messages messages,
      Courier courier,
      RegistryView registry,
      TransactionOperations transactions) {
    super("reconsideration", AFTER_FAILURE);
    this.messages = messages;
    this.courier = courier;
    this.registry = registry;
    this.transactions = transactions;
    registry.onChange(this::changed);
  }

  private void changed(RegistryEvent event) {
    if (registry.isLoaded()) {
      ring();
    }
  }

  @Override
  protected void round() throws InterruptedException {
    awaitBell();
    String after = "";
    List<TxId> page = messages.waiting(after, PAGE);
    while (!page.isEmpty()) {
      List<TxId> some = page;
      transactions.executeWithoutResult(status -> courier.reconsider(some));
      after = page.getLast().hex();
      page = messages.waiting(after, PAGE);
    }
  }
}
