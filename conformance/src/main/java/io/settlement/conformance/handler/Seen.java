// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.handler;

import io.settlement.conformance.Evidence;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was seen of a handler so far; all of it has to be right. */
final class Seen {
  private final List<Evidence> right = new ArrayList<>();
  private final List<Evidence> wrong = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final Map<String, String> figures = new TreeMap<>();

  Seen equal(String what, Object expected, Object found) {
    return that(what, expected.toString(), expected.equals(found), found);
  }

  Seen that(String what, String expected, boolean holds, Object found) {
    (holds ? right : wrong).add(new Evidence(what, expected, String.valueOf(found)));
    return this;
  }

  /** Without it the requirement is not known to be met. */
  Seen missing(String what) {
    missing.add(what);
    return this;
  }

  Seen figure(String name, Object value) {
    figures.put(name, value.toString());
    return this;
  }

  Outcome outcome() {
    if (!wrong.isEmpty()) {
      Evidence first = wrong.getFirst();
      String reason =
          "%s: expected %s, found %s".formatted(first.what(), first.expected(), first.found());
      return new Outcome(Verdict.FAIL, reason, wrong, figures);
    }
    return missing.isEmpty()
        ? new Outcome(Verdict.PASS, "as required", right, figures)
        : new Outcome(Verdict.UNKNOWN, String.join("; ", missing), right, figures);
  }
}
