// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.primitive;

import io.settlement.kit.problem.Problem;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many blocks a vault's coins are locked and withdrawals bound, as two papers say it. */
final class LockUp {
  /** A time lock of a descriptor, and the keys that are not looked at. */
  private static final Pattern OLDER = Pattern.compile("\\bolder\\((\\d{1,10})\\)");

  private LockUp() {}

  /**
   * That the specification promises what the descriptor enforces; nothing is compared with a
   * descriptor that is not told.
   *
   * @throws Problem when one names another number than the other, or only one names any
   */
  static void requireSame(@Nullable String descriptor, OptionalInt specified) {
    if (descriptor == null) {
      return;
    }
    Matcher lock = OLDER.matcher(descriptor);
    long enforced = lock.find() ? Long.parseLong(lock.group(1)) : 0;
    if (enforced != specified.orElse(0)) {
      throw Problem.unprocessable(
          "lock-up-differs",
          "the descriptor locks for %s blocks, stakingAndYield.unbondingBlocks of the specification is %s"
              .formatted(enforced, specified.isPresent() ? specified.getAsInt() : "not named"));
    }
  }
}
