// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import io.settlement.conformance.Finding;
import io.settlement.conformance.Verdict;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as it stands.
 *
 * @param areas what is looked at; everything when empty
 * @param done requirements that were looked at, by all instances
 * @param all requirements there are to look at
 * @param findings what was found so far, the latest first; in lists of runs null
 */
record RunView(
    UUID id,
    String chain,
    Run.State state,
    Run.Cause cause,
    String actor,
    List<String> areas,
    String suite,
    int done,
    int all,
    Instant askedAt,
    @Nullable Instant beganAt,
    @Nullable Instant endedAt,
    @Nullable String broken,
    @Nullable List<Found> findings) {

  /** One requirement; the report has its evidence. */
  record Found(String requirement, Verdict verdict, String reason, Instant at, long tookMs) {
    static Found of(Finding finding) {
      return new Found(
          finding.requirement(),
          finding.outcome().verdict(),
          finding.outcome().reason(),
          finding.at(),
          finding.took().toMillis());
    }
  }

  /** A run with what it found. */
  static RunView of(Run run, Collection<Finding> findings) {
    List<Found> latestFirst =
        findings.stream()
            .sorted(Comparator.comparing(Finding::at).reversed())
            .map(Found::of)
            .toList();
    return of(run, findings.size(), latestFirst);
  }

  /** A line of a list. */
  static RunView of(Run run, int done) {
    return of(run, done, null);
  }

  private static RunView of(Run run, int done, @Nullable List<Found> findings) {
    return new RunView(
        run.id(),
        run.chain().value(),
        run.state(),
        run.cause(),
        run.actor(),
        run.plan().areas(),
        run.plan().suite(),
        done,
        Measurement.count(run),
        run.askedAt(),
        run.beganAt(),
        run.endedAt(),
        run.broken(),
        findings);
  }
}
