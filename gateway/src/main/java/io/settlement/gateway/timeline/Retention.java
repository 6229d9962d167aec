// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Archives the lines of messages that rest, and forgets old ones, in small transactions. */
@Component
class Retention {
  private final Archive archive;
  private final RetentionSettings settings;
  private final Clock clock;
  private final Counter archived;
  private final Counter forgotten;

  Retention(Archive archive, RetentionSettings settings, Clock clock, MeterRegistry meters) {
    this.archive = archive;
    this.settings = settings;
    this.clock = clock;
    this.archived = meters.counter("settlement.gateway.archived");
    this.forgotten = meters.counter("settlement.gateway.forgotten");
  }

  /** Goes on until there is nothing more to do; replicas do not get into each other's way. */
  @Scheduled(
      fixedDelayString = "${settlement.gateway.retention.look:1m}",
      initialDelayString = "${settlement.gateway.retention.look:1m}")
  void round() {
    Instant now = clock.instant();
    inBatches(archived, () -> archive.archive(now.minus(settings.keep()), now, settings.batch()));
    inBatches(
        forgotten, () -> archive.forget(now.minus(settings.keepArchived()), settings.batch()));
  }

  private void inBatches(Counter done, IntSupplier batch) {
    int count;
    do {
      count = batch.getAsInt();
      done.increment(count);
    } while (count == settings.batch());
  }
}
