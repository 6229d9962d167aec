// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.command;

import io.settlement.conformance.Verdict;

/** What the command's end says to scripts. */
final class ExitCode {
  /** PASS; a signature that is right; nothing broken since. */
  static final int PASS = 0;

  /** FAIL; a signature that is wrong; something broken since. */
  static final int FAIL = 1;

  /** The command was given something it does not understand. */
  static final int USAGE = 2;

  /** UNKNOWN. */
  static final int UNKNOWN = 3;

  /** The run or its report did not come to an end. */
  static final int BROKEN_OFF = 4;

  private ExitCode() {}

  static int of(Verdict verdict) {
    return switch (verdict) {
      case PASS, WAIVED -> PASS;
      case FAIL -> FAIL;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
