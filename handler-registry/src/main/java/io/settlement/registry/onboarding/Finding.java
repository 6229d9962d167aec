// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import java.util.List;

/**
 * One thing that was looked at.
 *
 * @param id of the requirement, for instance INT-03
 * @param what was asked
 * @param expected what it should be
 * @param found what it is, or why nobody can say
 */
public record Finding(String id, Verdict verdict, String what, String expected, String found) {
  private static final int LONGEST = 300;

  /** What came of it. */
  public enum Verdict {
    /** As it should be. */
    PASS,
    /** Not as it should be. */
    FAIL,
    /** Could not be asked; says nothing about the requirement. */
    UNKNOWN;

    /** Of all together: one failure decides, and what is unknown is no pass. */
    public static Verdict of(List<Finding> findings) {
      if (findings.stream().anyMatch(one -> one.verdict() == FAIL)) {
        return FAIL;
      }
      return findings.isEmpty() || findings.stream().anyMatch(one -> one.verdict() == UNKNOWN)
          ? UNKNOWN
          : PASS;
    }
  }

  /** Bounds what others say. */
  public Finding {
    expected = shortened(expected);
    found = shortened(found);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
