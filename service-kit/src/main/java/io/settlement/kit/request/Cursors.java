// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.request;

import io.settlement.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Where a part of a list goes on. */
public final class Cursors {

  private Cursors() {}

  /**
   * The id that what follows is below; the greatest when nothing is told.
   *
   * @throws Problem when it is none
   */
  public static long before(@Nullable String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return Long.MAX_VALUE;
    }
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw unknown();
    }
  }

  /** What was passed is no place in a list. */
  public static Problem unknown() {
    return Problem.badRequest("invalid-cursor", "cursor is what next of the part before said");
  }
}
