// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a chain's conformance; without an implementation nothing is, and none passes.
 */
public interface ConformanceEvidence {

  /** The verdict of the application's latest report; empty when there is none. */
  Optional<Report> latest(UUID application);

  /**
   * A finished report.
   *
   * @param id where it is found
   * @param passed whether every mandatory requirement passed or was waived
   * @param summary one sentence, for instance "61 passed, 2 waived, 1 failed"
   */
  record Report(String id, boolean passed, String summary, Instant at) {}
}
