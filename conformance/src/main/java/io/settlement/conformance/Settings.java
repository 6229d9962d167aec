// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import java.time.Duration;

/**
 * How a run goes.
 *
 * @param atOnce the most checks that look at the same time, 1 to 64
 * @param perCheck the longest one check may take; what is not known then is unknown
 */
public record Settings(int atOnce, Duration perCheck) {
  /** Refuses what makes no sense. */
  public Settings {
    if (atOnce < 1 || atOnce > 64) {
      throw new IllegalArgumentException("between 1 and 64 checks at once, not " + atOnce);
    }
    if (!perCheck.isPositive()) {
      throw new IllegalArgumentException("a check needs time, not " + perCheck);
    }
  }

  /** Eight at once, two minutes each. */
  public static Settings usual() {
    return new Settings(8, Duration.ofMinutes(2));
  }
}
