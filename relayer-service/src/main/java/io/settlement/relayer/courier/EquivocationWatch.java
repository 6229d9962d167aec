// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.relayer.courier.Equivocations.Equivocation;
import io.settlement.relayer.loop.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for validators who contradict themselves, and says so. */
final class EquivocationWatch extends Rounds {
  private static final Logger log = LoggerFactory.getLogger(EquivocationWatch.class);

  /** Bundles are looked at twice, so that none is passed over while its transaction ends. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final Equivocations equivocations;
  private final Duration look;
  private final Clock clock;
  private final Counter counter;
  private Instant since;

  EquivocationWatch(Equivocations equivocations, Duration look, MeterRegistry meters, Clock clock) {
    super("equivocation-watch", look);
    this.equivocations = equivocations;
    this.look = look;
    this.clock = clock;
    this.counter =
        Counter.builder("settlement.courier.equivocations")
            .description("messages about which a validator signed two things")
            .register(meters);
    this.since = clock.instant().minus(Duration.ofHours(1));
  }

  @Override
  protected void round() throws InterruptedException {
    Instant now = clock.instant();
    equivocations.find(since, now).forEach(this::tell);
    since = now.minus(MARGIN);
    awaitBell(look);
  }

  private void tell(Equivocation one) {
    counter.increment();
    log.atError()
        .addKeyValue("txid", one.txid())
        .addKeyValue("kind", one.kind())
        .addKeyValue("validator", one.validator())
        .log("ALARM: a validator signed two things about one message");
  }
}
