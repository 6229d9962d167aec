// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.settlement.events.value.Reason;
import io.settlement.events.value.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where messages stand, read once for all gauges of a scrape. */
final class StandingMeters implements MeterBinder {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Standing standing;
  private final Clock clock;
  private volatile @Nullable Look latest;

  StandingMeters(Standing standing, Clock clock) {
    this.standing = standing;
    this.clock = clock;
  }

  private record Look(Standing.Numbers numbers, Map<String, Instant> oldest, Instant at) {}

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("settlement.messages.known", () -> look().numbers().known()).register(meters);
    Stream.concat(
            Arrays.stream(Stage.values()).map(Stage::name),
            Stream.of(Standing.HEARD_OF, Standing.ARCHIVED))
        .forEach(
            stage ->
                Gauge.builder(
                        "settlement.messages.standing", () -> of(look().numbers().stages(), stage))
                    .tag("stage", stage)
                    .register(meters));
    for (Reason reason : Reason.values()) {
      Gauge.builder(
              "settlement.messages.waiting", () -> of(look().numbers().reasons(), reason.name()))
          .tag("reason", reason.name())
          .register(meters);
    }
    for (Stage stage : Waiting.STAGES) {
      TimeGauge.builder(
              "settlement.messages.oldest", () -> age(look(), stage.name()), TimeUnit.SECONDS)
          .tag("stage", stage.name())
          .register(meters);
    }
  }

  private static long of(Map<String, Long> numbers, String name) {
    return numbers.getOrDefault(name, 0L);
  }

  private static long age(Look look, String stage) {
    Instant since = look.oldest().get(stage);
    return since == null ? 0 : Duration.between(since, look.at()).toSeconds();
  }

  private synchronized Look look() {
    Look known = latest;
    Instant now = clock.instant();
    if (known == null || known.at().plus(FRESH).isBefore(now)) {
      known = new Look(standing.now(), standing.oldest(), now);
      latest = known;
    }
    return known;
  }
}
