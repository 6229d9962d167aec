// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import io.settlement.registry.onboarding.ConformanceEvidence;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What opens the gate of conformance: the latest report in which everything was looked at. */
@Component
class ReportEvidence implements ConformanceEvidence {
  private final ReportTable reports;

  ReportEvidence(ReportTable reports) {
    this.reports = reports;
  }

  @Override
  public Optional<Report> latest(UUID application) {
    return reports
        .latestComplete(application.toString())
        .map(
            version ->
                new Report(
                    "version " + version.version(),
                    version.verdict(),
                    version.counts().words(),
                    version.at()));
  }
}
