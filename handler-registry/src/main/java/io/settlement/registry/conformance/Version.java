// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import io.settlement.conformance.Verdict;
import io.settlement.conformance.report.Report;
import io.settlement.events.RegistryEvent.ConformanceState;
import io.settlement.events.RegistryEvent.Fitness;
import io.settlement.events.value.ChainName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a chain's report.
 *
 * @param subject whose chain
 * @param version from 1
 * @param run where its findings are from
 * @param because why there is a new one
 * @param complete whether everything was looked at, not some areas alone
 * @param digest SHA-256 of its canonical JSON, in hex
 * @param measure the version it is measured by; null for the first
 * @param worse what stands worse than there
 */
record Version(
    String subject,
    int version,
    UUID run,
    ChainName chain,
    Because because,
    boolean complete,
    Verdict verdict,
    Counts counts,
    String digest,
    @Nullable Integer measure,
    List<Worse> worse,
    Instant at) {
  /** Keeps its own copy. */
  Version {
    worse = List.copyOf(worse);
  }

  /** Why there is a new version. */
  enum Because {
    /** A run came to its end. */
    RUN,
    /** An operator waived a requirement, or took that back. */
    WAIVER
  }

  /** How many requirements stand how. */
  record Counts(int met, int broken, int waived, int unknown) {
    static Counts of(Report report) {
      return new Counts(
          (int) report.count(Verdict.PASS),
          (int) report.count(Verdict.FAIL),
          (int) report.count(Verdict.WAIVED),
          (int) report.count(Verdict.UNKNOWN));
    }

    String words() {
      return "%d met, %d broken, %d waived, %d not known".formatted(met, broken, waived, unknown);
    }
  }

  /** A requirement that stands worse than before. */
  record Worse(String requirement, Verdict before, Verdict after) {}

  /** What everybody is told. */
  ConformanceState fact() {
    return new ConformanceState(
        subject,
        chain,
        version,
        fitness(),
        counts.met(),
        counts.broken(),
        counts.waived(),
        counts.unknown(),
        worse.stream().map(Worse::requirement).toList(),
        digest,
        at);
  }

  private Fitness fitness() {
    return switch (verdict) {
      case PASS, WAIVED -> Fitness.FIT;
      case FAIL -> Fitness.NOT_FIT;
      case UNKNOWN -> Fitness.NOT_KNOWN;
    };
  }
}
