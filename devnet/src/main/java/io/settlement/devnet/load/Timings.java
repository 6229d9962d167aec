// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When each message of a run was due and how long its ways took. */
record Timings(Battery.Departures departures, Collection<Passage> passages, Heights heights) {

  /** Milliseconds from final on the source until final on the destination, ascending. */
  List<Long> delivered() {
    return millis(Passage::finalAt, passage -> Optional.ofNullable(passage.deliveredAt()));
  }

  /** Milliseconds from final on the source until in a block of the destination, ascending. */
  List<Long> included() {
    return millis(
        Passage::finalAt, passage -> heights.of(passage.deliveredOn(), passage.deliveredIn()));
  }

  /** Milliseconds from the time a message was due until its outcome was home, ascending. */
  List<Long> settled() {
    return millis(
        passage -> departures.due().get(passage.transaction()),
        passage -> Optional.ofNullable(passage.settledAt()));
  }

  /** Messages over the time from the first one due until the last one that got there. */
  double rate(Function<Passage, @Nullable Instant> end) {
    List<Instant> ends = sorted(end);
    return ends.isEmpty()
        ? 0
        : ends.size() / seconds(departures.begin(), ends.get(ends.size() - 1));
  }

  /**
   * The same over the middle eight tenths of those that got there: neither start nor end counts.
   */
  double sustained(Function<Passage, @Nullable Instant> end) {
    List<Instant> ends = sorted(end);
    int from = ends.size() / 10;
    int until = ends.size() - 1 - from;
    return until <= from ? 0 : (until - from) / seconds(ends.get(from), ends.get(until));
  }

  private List<Instant> sorted(Function<Passage, @Nullable Instant> end) {
    return passages.stream().map(end).filter(Objects::nonNull).sorted().toList();
  }

  private static double seconds(Instant from, Instant until) {
    return Math.max(Duration.between(from, until).toNanos() / 1e9, 0.001);
  }

  private List<Long> millis(
      Function<Passage, @Nullable Instant> begin, Function<Passage, Optional<Instant>> end) {
    return passages.stream()
        .flatMap(
            passage -> {
              Instant from = begin.apply(passage);
              return from == null
                  ? Stream.empty()
                  : end.apply(passage).map(at -> Duration.between(from, at).toMillis()).stream();
            })
        .sorted()
        .toList();
  }
}
