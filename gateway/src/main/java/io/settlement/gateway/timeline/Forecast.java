// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import io.settlement.events.value.Stage;
import io.settlement.gateway.timeline.Paces.Pace;
import io.settlement.gateway.timeline.Paces.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a message that is on its way probably arrives and ends, as the latest messages of its route
 * did from the stage where it stands.
 *
 * @param delivered on the destination; null when it is there
 * @param settled on the source
 * @param measured how many messages it is made of
 * @param late whether it stands there for longer than 95 of 100 of them took to the end
 */
record Forecast(@Nullable Moment delivered, Moment settled, int measured, boolean late) {
  /** With fewer nothing is said. */
  private static final int FEWEST = 5;

  /** Those that go on by themselves. */
  private static final Set<Stage> ON_THEIR_WAY =
      EnumSet.of(
          Stage.OBSERVED,
          Stage.FINAL,
          Stage.ADMITTED,
          Stage.DELIVERING,
          Stage.DELIVERED,
          Stage.CALLING_BACK);

  /**
   * Two moments.
   *
   * @param half by then half of them had done so
   * @param most by then 95 of 100
   */
  record Moment(Instant half, Instant most) {
    private static Moment of(Instant since, Span span) {
      return new Moment(since.plus(span.half()), since.plus(span.most()));
    }
  }

  /** Null for what waits, has ended, or was not measured yet. */
  static @Nullable Forecast of(
      Stage stage, List<Entries.Stored> lines, Map<Stage, Pace> paces, Instant now) {
    Pace pace = paces.get(stage);
    if (!ON_THEIR_WAY.contains(stage) || pace == null || pace.measured() < FEWEST) {
      return null;
    }
    Instant since =
        lines.stream()
            .filter(line -> stage == line.stage())
            .map(line -> line.entry().at())
            .max(Comparator.naturalOrder())
            .orElse(null);
    if (since == null) {
      return null;
    }
    Moment settled = Moment.of(since, pace.settlement());
    boolean isThere = pace.delivery().most().compareTo(Duration.ZERO) <= 0;
    return new Forecast(
        isThere ? null : Moment.of(since, pace.delivery()),
        settled,
        pace.measured(),
        now.isAfter(settled.most()));
  }
}
