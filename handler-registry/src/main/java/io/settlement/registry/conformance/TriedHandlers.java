// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import io.settlement.conformance.report.Report;
import io.settlement.events.value.HandlerId;
import io.settlement.registry.HandlerProofs;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The latest report of each handler, beside its entry in the book. */
@Component
class TriedHandlers implements HandlerProofs {
  private final ReportTable reports;
  private final HandlerCode code;

  TriedHandlers(ReportTable reports, HandlerCode code) {
    this.reports = reports;
    this.code = code;
  }

  @Override
  public Optional<Proof> of(HandlerId handler) {
    return reports.latestComplete(handler.toString()).flatMap(latest -> proof(handler, latest));
  }

  private Optional<Proof> proof(HandlerId handler, Version latest) {
    return reports
        .report(latest.subject(), latest.version())
        .handler()
        .map(Report.Handler::code)
        .map(
            tried ->
                new Proof(
                    latest.run(),
                    latest.version(),
                    latest.verdict().name(),
                    latest.at(),
                    tried,
                    code.of(handler).map(now -> !now.equals(tried)).orElse(null)));
  }
}
