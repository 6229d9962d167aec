// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.registry.onboarding.ConformanceEvidence.Report;
import io.settlement.registry.onboarding.Finding.Verdict;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The gate that a report opens. */
@Component
class ConformanceCheck implements StepCheck {
  private static final String ID = "CONFORMANCE";
  private static final String WHAT = "the latest conformance report";
  private static final String EXPECTED = "a report that passed";

  private final ConformanceEvidence reports;

  ConformanceCheck(ConformanceEvidence reports) {
    this.reports = reports;
  }

  @Override
  public Step step() {
    return Step.CONFORMANCE_PASSED;
  }

  @Override
  public List<Finding> look(Application application) {
    Optional<Report> latest = reports.latest(application.id());
    Findings findings = new Findings();
    latest.ifPresentOrElse(
        report -> findings.add(ID, verdict(report), WHAT, EXPECTED, words(report)),
        () -> findings.add(ID, Verdict.UNKNOWN, WHAT, EXPECTED, "no complete run has ended"));
    return findings.list();
  }

  private static Verdict verdict(Report report) {
    return switch (report.verdict()) {
      case PASS, WAIVED -> Verdict.PASS;
      case FAIL -> Verdict.FAIL;
      case UNKNOWN -> Verdict.UNKNOWN;
    };
  }

  private static String words(Report report) {
    return "%s of %s: %s, %s"
        .formatted(report.id(), report.at(), report.verdict(), report.summary());
  }
}
