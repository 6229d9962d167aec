// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

/** Decides one requirement. Holds no state: one instance looks at many chains at once. */
public interface Check {
  /** What it decides. */
  Requirement requirement();

  /**
   * Looks. What cannot be found out is {@link Verdict#UNKNOWN}, never a failure.
   *
   * @throws Unanswered when a node does not answer what had to be known first; the suite makes it
   *     unknown
   * @throws InterruptedException when its time is over
   */
  Outcome look(Subject subject) throws InterruptedException;

  /** Whether it sends transactions; those checks run one after another. */
  default boolean sends() {
    return false;
  }
}
