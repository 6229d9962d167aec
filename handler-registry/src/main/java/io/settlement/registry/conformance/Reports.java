// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import io.settlement.conformance.Verdict;
import io.settlement.conformance.report.Report;
import io.settlement.conformance.report.Waiver;
import io.settlement.events.RegistryEvent;
import io.settlement.events.value.ChainName;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.ChangeLog;
import io.settlement.registry.conformance.ReportTable.Word;
import io.settlement.registry.conformance.Version.Because;
import io.settlement.registry.conformance.Version.Counts;
import io.settlement.registry.conformance.Version.Worse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes versions of reports. Each is measured by the latest that was no worse than its own measure:
 * what got worse stays worse until it is mended or waived.
 */
@Service
@Transactional
class Reports {
  private final ReportTable table;
  private final ChangeLog changes;
  private final ApplicationEventPublisher events;

  Reports(ReportTable table, ChangeLog changes, ApplicationEventPublisher events) {
    this.table = table;
    this.changes = changes;
    this.events = events;
  }

  /** A new version was made; heard inside the transaction that makes it. */
  record Made(Version version) {}

  /** What a run found, with what is waived. */
  Version ofRun(Run run, Report found, Instant now) {
    changes.begin();
    List<Waiver> standing = standing(run.subject(), found);
    Source source = new Source(run.subject(), run.chain(), run.id(), Because.RUN);
    return make(source, found.waivedBy(standing), now);
  }

  /** Waivers of what this report looked at. */
  private List<Waiver> standing(String subject, Report report) {
    Set<String> known =
        report.lines().stream().map(line -> line.requirement().id()).collect(Collectors.toSet());
    return table.waivers(subject).stream()
        .filter(waiver -> known.contains(waiver.requirement()))
        .toList();
  }

  /**
   * An operator waives a requirement, or takes that back; the latest complete report says so in a
   * new version.
   *
   * @throws Problem when nobody demands it
   */
  void say(Measured measured, Word word, Set<String> demanded) {
    changes.begin();
    if (!demanded.contains(word.requirement())) {
      throw Problem.notFound(
          "unknown-requirement", "nobody demands %s".formatted(word.requirement()));
    }
    String subject = measured.subject();
    boolean stands =
        table.waivers(subject).stream()
            .anyMatch(one -> one.requirement().equals(word.requirement()));
    if (!word.waived() && !stands) {
      throw Problem.conflict("not-waived", word.requirement() + " is not waived");
    }
    table.add(subject, word);
    table
        .latestComplete(subject)
        .ifPresent(
            latest -> {
              Report before = table.report(subject, latest.version());
              Report after = before.waivedBy(standing(subject, before));
              if (!after.equals(before)) {
                Source source = new Source(subject, latest.chain(), latest.run(), Because.WAIVER);
                make(source, after, word.at());
              }
            });
  }

  private record Source(String subject, ChainName chain, UUID run, Because because) {}

  private Version make(Source source, Report report, Instant now) {
    boolean complete = report.origin().areas().isEmpty();
    Integer measure =
        complete ? table.latestComplete(source.subject()).map(Reports::measure).orElse(null) : null;
    Version version =
        new Version(
            source.subject(),
            table.latest(source.subject()).map(Version::version).orElse(0) + 1,
            source.run(),
            source.chain(),
            source.because(),
            complete,
            report.verdict(),
            Counts.of(report),
            report.digest(),
            measure,
            measure == null ? List.of() : worse(table.report(source.subject(), measure), report),
            now);
    table.add(version, report);
    if (complete) {
      changes.record(version.fact());
    }
    events.publishEvent(new Made(version));
    return version;
  }

  private static @Nullable Integer measure(Version before) {
    return before.worse().isEmpty() ? Integer.valueOf(before.version()) : before.measure();
  }

  /** What fails now and did not, and what was met and is not known any more. */
  private static List<Worse> worse(Report measure, Report now) {
    Map<String, Verdict> before =
        measure.lines().stream()
            .collect(Collectors.toMap(line -> line.requirement().id(), Report.Line::verdict));
    return now.lines().stream()
        .filter(line -> before.containsKey(line.requirement().id()))
        .map(
            line ->
                new Worse(
                    line.requirement().id(),
                    Objects.requireNonNull(before.get(line.requirement().id())),
                    line.verdict()))
        .filter(one -> rank(one.after()) > rank(one.before()))
        .toList();
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case PASS, WAIVED -> 0;
      case UNKNOWN -> 1;
      case FAIL -> 2;
    };
  }

  /** The latest fact of each chain, for readers that missed some. */
  @Transactional(readOnly = true)
  public List<RegistryEvent> facts() {
    return table.latestComplete().stream().<RegistryEvent>map(Version::fact).toList();
  }
}
