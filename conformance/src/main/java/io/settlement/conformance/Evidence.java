// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

/**
 * One thing that was seen.
 *
 * @param what was looked at
 * @param expected what would be right
 * @param found what is there; long answers are cut at {@value #LIMIT} characters
 */
public record Evidence(String what, String expected, String found) {
  /** The most characters that are kept of each part. */
  public static final int LIMIT = 400;

  /** Cuts what is long. */
  public Evidence {
    what = cut(what);
    expected = cut(expected);
    found = cut(found);
  }

  /** Whether it is what it should be, to the letter. */
  public boolean asExpected() {
    return expected.equals(found);
  }

  private static String cut(String text) {
    return text.length() <= LIMIT ? text : text.substring(0, LIMIT - 1) + "…";
  }
}
