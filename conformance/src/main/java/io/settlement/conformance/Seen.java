// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a check has seen so far; all of it has to be right. */
public final class Seen {
  private final List<Evidence> right = new ArrayList<>();
  private final List<Evidence> wrong = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final Map<String, String> figures = new TreeMap<>();

  /** Has to be this. */
  public Seen equal(String what, Object expected, Object found) {
    return that(what, expected.toString(), expected.equals(found), found);
  }

  /** Has to hold. */
  public Seen that(String what, String expected, boolean holds, Object found) {
    (holds ? right : wrong).add(new Evidence(what, expected, String.valueOf(found)));
    return this;
  }

  /** Has to be answered with a result. */
  public Seen served(String what, Answer answer) {
    return that(what, "a result", answer instanceof Answer.Result, answer);
  }

  /** Has to be answered with an error. */
  public Seen refused(String what, Answer answer) {
    return that(what, "an error", answer instanceof Answer.Refused, answer);
  }

  /** Could not be found out: without it the requirement is not known to be met. */
  public Seen missing(String what) {
    missing.add(what);
    return this;
  }

  /** A measurement, its unit in its name. */
  public Seen figure(String name, Object value) {
    figures.put(name, value.toString());
    return this;
  }

  /** Whether everything was right so far. */
  public boolean right() {
    return wrong.isEmpty();
  }

  /** Fails with what is wrong; is not known when something is missing. */
  public Outcome outcome() {
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
