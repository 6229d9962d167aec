// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import java.time.Duration;
import java.util.Locale;

/** Figures as people read them. */
final class Words {
  private Words() {}

  /** How far a window is full. */
  static String observed(Duration watched, Duration wanted) {
    return "observed %s of %s".formatted(time(watched), time(wanted));
  }

  /** In the largest unit that fits. */
  static String time(Duration time) {
    if (time.compareTo(Duration.ofDays(3)) >= 0) {
      return time.toDays() + " d";
    }
    if (time.compareTo(Duration.ofHours(2)) >= 0) {
      return time.toHours() + " h";
    }
    return time.compareTo(Duration.ofMinutes(2)) >= 0
        ? time.toMinutes() + " min"
        : time.toSeconds() + " s";
  }

  /** Of a hundred, with three places. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.3f %%", 100 * share);
  }
}
