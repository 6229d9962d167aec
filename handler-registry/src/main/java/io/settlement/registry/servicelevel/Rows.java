// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times as columns have them, and how long rows are kept. */
final class Rows {
  /** What levels and figures are about. */
  static final Duration WINDOW = Duration.ofDays(30);

  /** A day more than anybody asks for. */
  static final Duration KEPT = Duration.ofDays(31);

  private Rows() {}

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static OffsetDateTime hour(Instant instant) {
    return time(instant.truncatedTo(ChronoUnit.HOURS));
  }

  /** Whole hours: what is older by less than one counts too. */
  static OffsetDateTime begin(Instant now, Duration window) {
    return hour(now.minus(window));
  }
}
