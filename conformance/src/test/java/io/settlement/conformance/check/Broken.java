// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Verdict;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of the matrix: what is broken, which requirement must be seen to fail, and which others
 * must change with it.
 *
 * @param requirement the id of the requirement that is broken
 * @param what a few words, for the table
 * @param rule how the node breaks it
 * @param also what else cannot stay as it was
 * @param cause why not; empty when nothing else changes
 */
record Broken(
    String requirement, String what, Break rule, Map<String, Verdict> also, String cause) {

  static Broken line(String requirement, String what, Break rule) {
    return new Broken(requirement, what, rule, Map.of(), "");
  }

  /** These cannot be decided any more, for one cause. */
  Broken hides(String because, String... others) {
    return with(Verdict.UNKNOWN, because, others);
  }

  /** These are broken by the same, for one cause. */
  Broken breaks(String because, String... others) {
    return with(Verdict.FAIL, because, others);
  }

  private Broken with(Verdict verdict, String because, String... others) {
    Map<String, Verdict> all = new TreeMap<>(also);
    for (String other : others) {
      all.put(other, verdict);
    }
    return new Broken(
        requirement, what, rule, all, cause.isEmpty() ? because : cause + "; " + because);
  }

  /** The verdicts that must be seen, given those of a node that breaks nothing. */
  Map<String, Verdict> expected(Map<String, Verdict> unbroken) {
    Map<String, Verdict> expected = new TreeMap<>(unbroken);
    expected.put(requirement, Verdict.FAIL);
    expected.putAll(also);
    return expected;
  }
}
