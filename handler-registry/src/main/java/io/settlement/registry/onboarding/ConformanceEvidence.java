// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.conformance.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What is known of a chain's conformance. */
public interface ConformanceEvidence {

  /** The application's latest complete report; empty when there is none. */
  Optional<Report> latest(UUID application);

  /**
   * A finished report.
   *
   * @param id where it is found
   * @param verdict PASS when every mandatory requirement is met or waived, FAIL when one is broken,
   *     UNKNOWN otherwise
   * @param summary one sentence, for instance "61 met, 1 broken, 2 waived, 3 not known"
   */
  record Report(String id, Verdict verdict, String summary, Instant at) {}
}
