// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.value.TxId;
import io.settlement.kit.registry.RegistryView;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries again to book what was unbookable, after the registry changed. */
@Component
class UnbookedRetry {
  private static final int PAGE = 500;

  private final Transfers transfers;
  private final Bookkeeper flow;
  private final RegistryView registry;
  private final TransactionTemplate transaction;

  /** Once after the start, too: the registry may have changed while nobody looked. */
  private final AtomicBoolean changed = new AtomicBoolean(true);

  UnbookedRetry(
      Transfers transfers,
      Bookkeeper flow,
      RegistryView registry,
      TransactionTemplate transaction,
      MeterRegistry meters) {
    this.transfers = transfers;
    this.flow = flow;
    this.registry = registry;
    this.transaction = transaction;
    registry.onChange(change -> changed.set(true));
    Gauge.builder("settlement.artifact.unbooked", transfers, Transfers::countUnbooked)
        .description("messages with a movement that cannot be booked")
        .register(meters);
  }

  @Scheduled(fixedDelayString = "${settlement.artifact.retry-interval:2s}")
  void retry() {
    if (!registry.isLoaded() || !changed.getAndSet(false)) {
      return;
    }
    String after = "";
    for (List<TxId> page = bookPage(after); !page.isEmpty(); page = bookPage(after)) {
      after = page.getLast().hex();
    }
  }

  private List<TxId> bookPage(String after) {
    List<TxId> page = transfers.unbookedAfter(after, PAGE);
    if (!page.isEmpty()) {
      transaction.executeWithoutResult(status -> flow.book(page));
    }
    return page;
  }
}
