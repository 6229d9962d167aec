// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.kit.work.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, so many at once. A delivery is taken in one transaction, sent in none, and its
 * result written in another: who dies in between leaves it to be sent again, by whomever.
 */
@Component
class Dispatcher implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final int FACTOR = 3;
  private static final double JITTER = 0.2;

  private final Deliveries deliveries;
  private final Sending sending;
  private final SecretBox box;
  private final WebhookSettings settings;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Semaphore free;
  private final Semaphore somethingToDo = new Semaphore(0);
  private volatile @Nullable Worker worker;

  Dispatcher(
      Deliveries deliveries,
      Sending sending,
      SecretBox box,
      WebhookSettings settings,
      Clock clock,
      MeterRegistry meters) {
    this.deliveries = deliveries;
    this.sending = sending;
    this.box = box;
    this.settings = settings;
    this.clock = clock;
    this.meters = meters;
    this.free = new Semaphore(settings.parallel());
  }

  /** Looks at regular times, and at once when a delivery ended. */
  private void turn() throws InterruptedException {
    int places = free.drainPermits();
    List<Delivery> due = List.of();
    try {
      if (places > 0) {
        due =
            deliveries.take(
                places, settings.parallelPerWebhook(), clock.instant(), settings.lease());
      }
    } finally {
      free.release(places - due.size());
    }
    due.forEach(one -> Thread.ofVirtual().name("webhook-" + one.id()).start(() -> deal(one)));
    if (due.isEmpty()
        && somethingToDo.tryAcquire(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
      somethingToDo.drainPermits();
    }
  }

  private void deal(Delivery delivery) {
    try {
      record(delivery, sending.send(delivery));
    } catch (RuntimeException e) {
      log.atWarn()
          .addKeyValue("webhook", delivery.webhook())
          .addKeyValue("event", delivery.eventId())
          .setCause(e)
          .log("what became of a delivery is not written; it is sent again");
    } finally {
      free.release();
      somethingToDo.release();
    }
  }

  private void record(Delivery delivery, Attempt attempt) {
    if (attempt.succeeded()) {
      deliveries.delivered(delivery, attempt);
      count("delivered");
      return;
    }
    Instant now = clock.instant();
    if (delivery.ping() || delivery.attempt() >= settings.attempts()) {
      deliveries.givenUp(delivery, attempt);
      count("failed");
    } else {
      deliveries.failed(delivery, attempt, now.plus(pauseAfter(delivery, attempt)));
      count("retried");
    }
    if (!delivery.ping()) {
      deliveries.failing(delivery, attempt.gone(), now, now.minus(settings.disableAfter()));
    }
  }

  /**
   * Each three times the one before, a fifth more or less, or as long as the receiver asks if that
   * is longer; up to the longest.
   */
  private Duration pauseAfter(Delivery delivery, Attempt attempt) {
    Duration own = pauseAfter(delivery.attempt());
    Duration asked =
        attempt.rest().compareTo(settings.longestPause()) < 0
            ? attempt.rest()
            : settings.longestPause();
    return own.compareTo(asked) < 0 ? asked : own;
  }

  private Duration pauseAfter(int attempt) {
    double pause = settings.firstPause().toMillis() * Math.pow(FACTOR, attempt - 1.0);
    double bounded = Math.min(pause, (double) settings.longestPause().toMillis());
    double jitter = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
    return Duration.ofMillis(Math.round(bounded * jitter));
  }

  private void count(String result) {
    meters.counter("settlement.gateway.webhook.attempts", "result", result).increment();
  }

  @Override
  public void start() {
    worker = Worker.start("webhooks", settings.pollInterval(), this::turn);
  }

  @Override
  public void stop() {
    Worker running = worker;
    worker = null;
    if (running != null) {
      running.stop(somethingToDo::release);
    }
  }

  @Override
  public boolean isRunning() {
    return worker != null;
  }

  /** Without a key there are no webhooks. */
  @Override
  public boolean isAutoStartup() {
    return box.isThere();
  }
}
