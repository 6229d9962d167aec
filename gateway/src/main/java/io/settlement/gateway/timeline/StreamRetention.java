// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import java.time.Clock;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what streams are no longer told, in small transactions. */
@Component
class StreamRetention {
  private static final int BATCH = 5_000;

  private final Feed feed;
  private final ArtifactEvents artifacts;
  private final StreamSettings settings;
  private final Clock clock;

  StreamRetention(Feed feed, ArtifactEvents artifacts, StreamSettings settings, Clock clock) {
    this.feed = feed;
    this.artifacts = artifacts;
    this.settings = settings;
    this.clock = clock;
  }

  /** Goes on until there is nothing more to do. */
  @Scheduled(
      fixedDelayString = "${settlement.gateway.retention.look:1m}",
      initialDelayString = "${settlement.gateway.retention.look:1m}")
  void round() {
    Instant before = clock.instant().minus(settings.keep());
    inBatches(() -> feed.forget(before, BATCH));
    inBatches(() -> artifacts.forget(before, BATCH));
  }

  private static void inBatches(IntSupplier batch) {
    while (batch.getAsInt() == BATCH) {
      // there is more
    }
  }
}
