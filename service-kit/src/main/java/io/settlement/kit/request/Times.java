// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.request;

import io.settlement.events.value.InvalidValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Moments of a calendar that databases reach. */
public final class Times {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9999;

  private Times() {}

  /**
   * A moment as ISO 8601 spells it; null when nothing is told.
   *
   * @throws InvalidValue when it is none, or out of the calendar
   */
  public static @Nullable Instant parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return within(OffsetDateTime.parse(text.strip()), text);
    } catch (DateTimeParseException e) {
      throw new InvalidValue("time", text);
    }
  }

  /**
   * A moment that was read.
   *
   * @throws InvalidValue when it is out of the calendar
   */
  public static Instant within(OffsetDateTime time) {
    return within(time, time.toString());
  }

  private static Instant within(OffsetDateTime time, String told) {
    if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
      throw new InvalidValue("time", told);
    }
    return time.toInstant();
  }
}
