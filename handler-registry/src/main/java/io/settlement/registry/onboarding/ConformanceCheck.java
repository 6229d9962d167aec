// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.registry.onboarding.ConformanceEvidence.Report;
import io.settlement.registry.onboarding.Finding.Verdict;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The gate that a report opens; where nobody makes reports, only a waiver does. */
@Component
class ConformanceCheck implements StepCheck {
  private static final String ID = "CONFORMANCE";
  private static final String EXPECTED = "a report that passed";

  private final ObjectProvider<ConformanceEvidence> reports;

  ConformanceCheck(ObjectProvider<ConformanceEvidence> reports) {
    this.reports = reports;
  }

  @Override
  public Step step() {
    return Step.CONFORMANCE_PASSED;
  }

  @Override
  public List<Finding> look(Application application) {
    Optional<Report> latest =
        Optional.ofNullable(reports.getIfAvailable())
            .flatMap(source -> source.latest(application.id()));
    Findings findings = new Findings();
    latest.ifPresentOrElse(
        report ->
            findings.add(
                ID,
                report.passed() ? Verdict.PASS : Verdict.FAIL,
                "the latest conformance report",
                EXPECTED,
                "%s of %s: %s".formatted(report.id(), report.at(), report.summary())),
        () ->
            findings.add(
                ID, Verdict.UNKNOWN, "the latest conformance report", EXPECTED, "no report"));
    return findings.list();
  }
}
