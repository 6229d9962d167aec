// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import io.settlement.conformance.Finding;
import io.settlement.conformance.handler.HandlerCase;
import io.settlement.conformance.report.Report;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.conformance.Run.Cause;
import io.settlement.registry.conformance.Run.Plan;
import io.settlement.registry.onboarding.Applicants.Applicant;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what is asked for, who looks, and how it ends. */
@Service
@Transactional
class Runs {
  /** A run that ends its instance every time is not tried for ever. */
  static final int MOST_TAKES = 5;

  private static final String GIVEN_UP = "taken up %d times and never ended".formatted(MOST_TAKES);

  private final RunTable table;
  private final Reports reports;
  private final Subjects subjects;
  private final ConformanceSettings settings;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Runs(
      RunTable table,
      Reports reports,
      Subjects subjects,
      ConformanceSettings settings,
      ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.reports = reports;
    this.subjects = subjects;
    this.settings = settings;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Who asks for a run.
   *
   * @param operator whether it operates the suite; a partner waits between two runs
   */
  record Asker(String name, boolean operator) {}

  /**
   * Asks for a run of these areas, of everything when there are none.
   *
   * @throws Problem when one is under way, too many are, or it is too soon
   */
  Run ask(Measured measured, Asker asker, List<String> areas) {
    return ask(measured, asker, areas, null);
  }

  /**
   * The same; a handler is tried with this.
   *
   * @throws Problem when one is under way, too many are, or it is too soon
   */
  Run ask(Measured measured, Asker asker, List<String> areas, @Nullable HandlerCase tried) {
    if (!subjects.mayAsk(measured, asker)) {
      throw new AccessDeniedException("asked for by who handed it in and by operators");
    }
    requireOpen(measured.applicant());
    if (!asker.operator()) {
      requirePause(measured.subject());
    }
    if (table.countOpen() >= settings.mostOpen()) {
      throw Problem.tooMany(
          "conformance-busy",
          "%d runs are asked for and not over; try again".formatted(settings.mostOpen()));
    }
    Run run = run(measured, Cause.REQUESTED, asker.name(), areas, tried);
    if (!table.add(run, application(measured), null)) {
      throw Problem.conflict(
          "conformance-under-way", "a run of %s is under way".formatted(measured.subject()));
    }
    return run;
  }

  private static void requireOpen(@Nullable Applicant applicant) {
    if (applicant != null && !applicant.isOpen()) {
      throw Problem.conflict(
          "not-from-this-stage", "what is %s is not measured".formatted(applicant.stage()));
    }
  }

  private void requirePause(String subject) {
    Instant now = clock.instant();
    table
        .lastAsked(subject)
        .map(last -> last.plus(settings.partnerPause()))
        .filter(next -> next.isAfter(now))
        .ifPresent(
            next -> {
              throw Problem.tooMany(
                  "conformance-too-soon",
                  "the next run can be asked for at " + next.truncatedTo(ChronoUnit.SECONDS));
            });
  }

  /** This night's run, unless there is one or another is under way. */
  Optional<Run> askNightly(Measured measured, LocalDate night) {
    Run run = run(measured, Cause.NIGHTLY, "nightly", List.of(), null);
    return table.add(run, application(measured), night) ? Optional.of(run) : Optional.empty();
  }

  private Run run(
      Measured measured,
      Cause cause,
      String actor,
      List<String> areas,
      @Nullable HandlerCase tried) {
    return new Run(
        UUID.randomUUID(),
        measured.subject(),
        measured.chain(),
        cause,
        actor,
        new Plan(Report.Origin.version(), measured.isOwn(), areas, measured.declaration(), tried),
        now(),
        null,
        null,
        false,
        null);
  }

  private static @Nullable UUID application(Measured measured) {
    return measured.handler() != null || measured.applicant() == null
        ? null
        : measured.applicant().application();
  }

  /** The next run to look at, for as long as the lease. */
  Optional<Run> take(UUID holder) {
    table.giveUp(MOST_TAKES, now(), GIVEN_UP).forEach(this::tellBroken);
    return table.take(holder, settings.lease(), MOST_TAKES);
  }

  boolean renew(UUID run, UUID holder) {
    return table.renew(run, holder, settings.lease());
  }

  void release(UUID run, UUID holder) {
    table.release(run, holder);
  }

  /** Whether the holder may go on. */
  boolean found(UUID run, UUID holder, Finding finding) {
    return table.add(run, holder, finding);
  }

  @Transactional(readOnly = true)
  public Map<String, Finding> findings(UUID run) {
    return table.findings(run);
  }

  /** A run came to its end: it is over, reported and told in one. */
  void finish(Run run, UUID holder, Report report) {
    Instant now = now();
    if (!table.end(run.id(), holder, now, null)) {
      return;
    }
    Version version = reports.ofRun(run, report, now);
    events.publishEvent(new Ended(run, version, now));
  }

  /** A run cannot come to its end. */
  void breakOff(Run run, UUID holder, String why) {
    if (table.end(run.id(), holder, now(), why)) {
      tellBroken(run);
    }
  }

  private void tellBroken(Run run) {
    events.publishEvent(new Ended(run, null, now()));
  }

  /**
   * A run is over.
   *
   * @param version what it came to; null when it was broken off
   */
  record Ended(Run run, @Nullable Version version, Instant at) {}

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
