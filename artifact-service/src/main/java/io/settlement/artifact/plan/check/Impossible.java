// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.check;

import org.jspecify.annotations.Nullable;

/** A step cannot be taken; the message says why. */
final class Impossible extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Impossible(String why) {
    super(why, null, false, false);
  }

  /** What must be named. */
  static <T> T required(@Nullable T value, String what) {
    if (value == null) {
      throw new Impossible(what + " is missing");
    }
    return value;
  }
}
