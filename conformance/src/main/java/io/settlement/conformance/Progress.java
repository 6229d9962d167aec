// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

/** Is told how a run goes, from many threads at once. */
public interface Progress {
  /** A check begins to look. */
  default void begun(Requirement requirement) {}

  /** A check has looked; this finding need not be looked for again. */
  default void ended(Finding finding) {}

  /** Nobody listens. */
  static Progress unseen() {
    return new Progress() {};
  }
}
