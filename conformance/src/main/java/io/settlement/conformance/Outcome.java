// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a check says.
 *
 * @param verdict whether the requirement is met
 * @param reason one sentence for people
 * @param evidence what was seen; the first {@value #MOST_EVIDENCE} are kept
 * @param figures measurements by name, with their unit in the name as {@code p95-ms}
 */
public record Outcome(
    Verdict verdict, String reason, List<Evidence> evidence, Map<String, String> figures) {
  /** The most evidence that is kept. */
  public static final int MOST_EVIDENCE = 20;

  /** Keeps its own copies; the reason is cut like evidence. */
  public Outcome {
    reason = new Evidence(reason, "", "").what();
    evidence = List.copyOf(evidence.subList(0, Math.min(evidence.size(), MOST_EVIDENCE)));
    figures = new TreeMap<>(figures);
  }

  /** Met. */
  public static Outcome pass(String reason, Evidence... evidence) {
    return new Outcome(Verdict.PASS, reason, List.of(evidence), Map.of());
  }

  /** Broken, as the evidence shows. */
  public static Outcome fail(String reason, Evidence... evidence) {
    return new Outcome(Verdict.FAIL, reason, List.of(evidence), Map.of());
  }

  /** Not known, for this reason. */
  public static Outcome unknown(String reason, Evidence... evidence) {
    return new Outcome(Verdict.UNKNOWN, reason, List.of(evidence), Map.of());
  }

  /** Met when everything seen is to the letter what it should be; fails with what is not. */
  public static Outcome of(List<Evidence> seen) {
    List<Evidence> wrong = seen.stream().filter(one -> !one.asExpected()).toList();
    if (wrong.isEmpty()) {
      return new Outcome(Verdict.PASS, "as required", seen, Map.of());
    }
    Evidence first = wrong.getFirst();
    String reason =
        "%s: expected %s, found %s".formatted(first.what(), first.expected(), first.found());
    return new Outcome(Verdict.FAIL, reason, wrong, Map.of());
  }

  /** The same with one measurement more. */
  public Outcome with(String figure, Object value) {
    Map<String, String> more = new TreeMap<>(figures);
    more.put(figure, value.toString());
    return new Outcome(verdict, reason, evidence, more);
  }
}
