// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.value.TxId;
import io.settlement.relayer.loop.Rounds;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.transaction.support.TransactionOperations;

/** Archives messages some time after they have ended, in small transactions between the others. */
final class Retention extends Rounds {
  private final Archive archive;
  private final Standing standing;
  private final RetentionSettings settings;
  private final TransactionOperations transactions;
  private final Counter archived;
  private final Clock clock;

  Retention(
      Archive archive,
      Standing standing,
      RetentionSettings settings,
      TransactionOperations transactions,
      MeterRegistry meters,
      Clock clock) {
    super("retention", settings.look());
    this.archive = archive;
    this.standing = standing;
    this.settings = settings;
    this.transactions = transactions;
    this.archived = meters.counter("settlement.archived");
    this.clock = clock;
  }

  @Override
  protected void round() throws InterruptedException {
    standing.sumUp();
    Instant old = clock.instant().minus(settings.keep());
    int most =
        IntStream.of(
                archive(),
                archive.dropTransactions(old, settings.batch()),
                archive.dropBundles(old, settings.batch()),
                archive.forget(clock.instant().minus(settings.keepArchived()), settings.batch()))
            .max()
            .orElse(0);
    if (most < settings.batch()) {
      awaitBell(settings.look());
    }
  }

  /** One batch; how many it was. */
  private int archive() {
    Instant now = clock.instant();
    int count =
        Objects.requireNonNull(
            transactions.execute(
                status -> {
                  List<TxId> ended = archive.ended(now.minus(settings.keep()), settings.batch());
                  if (!ended.isEmpty()) {
                    archive.move(ended, now);
                  }
                  return ended.size();
                }));
    archived.increment(count);
    return count;
  }
}
