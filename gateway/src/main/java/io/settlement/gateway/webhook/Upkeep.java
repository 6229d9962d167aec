// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.gateway.webhook.Deliveries.Backlog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps log and backlog bounded, and measures. */
@Component
class Upkeep {
  private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
  private static final int BATCH = 1_000;

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final WebhookSettings settings;
  private final Clock clock;
  private volatile Backlog backlog = new Backlog(0, Duration.ZERO);

  Upkeep(
      Webhooks webhooks,
      Deliveries deliveries,
      WebhookSettings settings,
      Clock clock,
      MeterRegistry meters) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.settings = settings;
    this.clock = clock;
    meters.gauge("settlement.gateway.webhook.waiting", this, u -> u.backlog.waiting());
    Gauge.builder("settlement.gateway.webhook.oldest", this, u -> u.backlog.age().toSeconds())
        .description("age of the oldest delivery that waits")
        .baseUnit("seconds")
        .register(meters);
  }

  /** Replicas do not get into each other's way. */
  @Scheduled(
      fixedDelayString = "${settlement.gateway.webhooks.look:15s}",
      initialDelayString = "${settlement.gateway.webhooks.look:15s}")
  void round() {
    Instant now = clock.instant();
    int disabled = webhooks.disableHopeless(settings.maxWaiting());
    if (disabled > 0) {
      log.atWarn().addKeyValue("count", disabled).log("webhooks disabled: too much waits for them");
    }
    inBatches(() -> deliveries.forget(now.minus(settings.keep()), BATCH));
    inBatches(() -> deliveries.forgetDeleted(BATCH));
    deliveries.forgetEmptied();
    backlog = deliveries.backlog(now);
  }

  private static void inBatches(IntSupplier batch) {
    int count;
    do {
      count = batch.getAsInt();
    } while (count == BATCH);
  }
}
