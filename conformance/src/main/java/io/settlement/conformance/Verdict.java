// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

/** What is known of a requirement. */
public enum Verdict {
  PASS,
  FAIL,
  /** It failed or is not known, and an operator accepted that with a reason. No check says this. */
  WAIVED,
  /** It could not be looked at, or not for long enough. */
  UNKNOWN
}
