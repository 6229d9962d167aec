// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.registry.conformance.Reports.Made;
import io.settlement.registry.conformance.Runs.Ended;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** How runs end and how long they take, and the alarm when a chain in use stands worse. */
@Component
class ConformanceMeters {
  private static final Logger log = LoggerFactory.getLogger(ConformanceMeters.class);

  private final MeterRegistry meters;
  private final Subjects subjects;

  ConformanceMeters(
      MeterRegistry meters, Runner runner, RunTable runs, ReportTable reports, Subjects subjects) {
    this.meters = meters;
    this.subjects = subjects;
    Gauge.builder("settlement.conformance.under.way", runner, Runner::underWay)
        .description("runs that this instance looks at")
        .register(meters);
    Gauge.builder("settlement.conformance.open", runs, RunTable::countOpen)
        .description("runs that are asked for and not over")
        .register(meters);
    Gauge.builder("settlement.conformance.drifted", reports, this::drifted)
        .description("chains in use whose latest report is worse than the one it is measured by")
        .register(meters);
  }

  private long drifted(ReportTable reports) {
    Set<String> inUse = inUse();
    return reports.latestComplete().stream()
        .filter(version -> !version.worse().isEmpty() && inUse.contains(version.subject()))
        .count();
  }

  private Set<String> inUse() {
    return subjects.inUse().stream().map(Measured::subject).collect(Collectors.toSet());
  }

  @TransactionalEventListener
  void ended(Ended ended) {
    Run run = ended.run();
    Version version = ended.version();
    meters
        .timer(
            "settlement.conformance.runs",
            "cause",
            run.cause().name(),
            "verdict",
            version == null ? "BROKEN_OFF" : version.verdict().name())
        .record(
            Duration.between(Objects.requireNonNullElse(run.beganAt(), run.askedAt()), ended.at()));
    if (version == null) {
      log.atError()
          .addKeyValue("run", run.id())
          .addKeyValue("chain", run.chain())
          .log("a conformance run was broken off");
    }
  }

  @TransactionalEventListener
  void made(Made made) {
    Version version = made.version();
    if (!version.worse().isEmpty() && inUse().contains(version.subject())) {
      log.atError()
          .addKeyValue("chain", version.chain())
          .addKeyValue("version", version.version())
          .addKeyValue("worse", version.worse())
          .log("a chain in use meets less than it did");
    }
  }
}
