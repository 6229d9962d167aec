// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.probation;

import io.settlement.events.RegistryEvent;
import io.settlement.events.value.RouteId;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.ChangeLog;
import io.settlement.registry.probation.Evidence.Fault;
import io.settlement.registry.probation.Evidence.Seen;
import io.settlement.registry.probation.ProbationTable.Day;
import io.settlement.registry.probation.ProbationTable.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides how much routes on probation may carry; each change is told and written down. */
@Service
@Transactional
class Probations {
  private static final Logger log = LoggerFactory.getLogger(Probations.class);
  private static final String REGISTRY = "registry";

  /** Facts of a day that was judged may still come for so long. */
  private static final int KEPT_DAYS = 7;

  private final ProbationTable table;
  private final Evidence evidence;
  private final ChangeLog changes;
  private final int leastSettled;
  private final Duration patience;

  Probations(
      ProbationTable table, Evidence evidence, ChangeLog changes, ProbationSettings settings) {
    this.table = table;
    this.evidence = evidence;
    this.changes = changes;
    this.leastSettled = settings.leastSettled();
    this.patience = settings.patience();
  }

  /** Begins with the first stage, or changes the stages and keeps the clean days that fit. */
  Probation put(Probation wanted, String actor, String reason) {
    changes.begin();
    Probation next =
        table
            .find(wanted.route())
            .map(known -> wanted.with(known.cleanDays()).until(known.judged()))
            .orElse(wanted);
    String action = table.find(wanted.route()).isPresent() ? "STAGES" : "BEGIN";
    return become(next.because(reason, micros(wanted.at())), actor, action);
  }

  /**
   * An operator's word: clean days count from this stage on.
   *
   * @throws Problem when the route is not on probation, or has no such stage
   */
  Probation set(RouteId route, int stage, String operator, String reason, Instant now) {
    changes.begin();
    Probation known =
        table
            .find(route)
            .orElseThrow(
                () -> Problem.notFound("not-on-probation", route + " is not on probation"));
    if (stage > known.stages().size()) {
      throw Problem.unprocessable(
          "unknown-stage", "%s has %d stages".formatted(route, known.stages().size()));
    }
    table.forgetDays(route);
    Probation next = known.with(stage * known.daysPerStage()).until(Evidence.dayOf(now));
    return become(next.because(reason, micros(now)), operator, "STAGE");
  }

  /** Something is not as it was admitted: those concerned begin anew. */
  void drifted(Predicate<RouteId> concerned, String what, Instant now) {
    changes.begin();
    for (Probation known : table.all()) {
      if (concerned.test(known.route())) {
        table.forgetDays(known.route());
        Probation next = known.with(0).until(Evidence.dayOf(now));
        become(next.because(what, micros(now)), REGISTRY, "DRIFT");
        log.atWarn()
            .addKeyValue("route", known.route())
            .log("back to the first stage of its limit: {}", what);
      }
    }
  }

  /** Faults that were heard of: a day that counted although one belongs to it does not any more. */
  void failed(List<Fault> faults, Instant now) {
    if (faults.isEmpty()) {
      return;
    }
    // Whoever judges meanwhile has either seen them or is over when the days are looked at.
    changes.begin();
    for (Fault fault : faults) {
      if (table.takeBack(fault.route(), fault.day(), fault.what())) {
        table.find(fault.route()).ifPresent(known -> takeBack(known, told(fault), now));
      }
    }
  }

  /** While nothing was limited nobody looked: what came before today says nothing. */
  private void takeBack(Probation known, String reason, Instant now) {
    Probation looked = known.isPassed() ? known.until(Evidence.dayOf(now)) : known;
    count(looked, looked.cleanDays() - 1, "FAULT", reason, now);
  }

  private static String told(Fault fault) {
    return "%s was not clean: %s".formatted(fault.day(), fault.what());
  }

  /** Judges every whole day that is over and was not judged. */
  void judge(Instant now) {
    LocalDate today = Evidence.dayOf(now.minus(patience));
    if (table.judgedBefore(today.minusDays(1)).isEmpty()) {
      return;
    }
    changes.begin();
    for (Probation waiting : table.judgedBefore(today.minusDays(1))) {
      Probation known = waiting;
      while (known.judged().isBefore(today.minusDays(1)) && !known.isPassed()) {
        known = judge(known, known.judged().plusDays(1), now);
      }
    }
    evidence.forgetBefore(today.minusDays(KEPT_DAYS));
  }

  private Probation judge(Probation known, LocalDate day, Instant now) {
    Day verdict = verdict(known, day);
    table.judge(known.route(), verdict);
    Probation judged = known.until(day);
    if (!verdict.clean()) {
      table.save(judged);
      return judged;
    }
    return count(judged, known.cleanDays() + 1, "GROW", day + " was clean", now);
  }

  private Day verdict(Probation known, LocalDate day) {
    Seen seen = evidence.seen(known.route(), day);
    if (!seen.troubles().isEmpty()) {
      return new Day(day, false, false, seen.troubles());
    }
    if (seen.faults() > 0) {
      return new Day(
          day, false, false, "%d faults, %s".formatted(seen.faults(), seen.firstFault()));
    }
    boolean enough = seen.settled() >= leastSettled;
    String settled = "%d messages settled".formatted(seen.settled());
    return new Day(day, enough, enough, enough ? settled : settled + ", too few to tell");
  }

  /** So many clean days count now; the stage is told when it is another one. */
  private Probation count(
      Probation known, int cleanDays, String action, String reason, Instant now) {
    Probation next = known.with(cleanDays);
    if (next.stage() == known.stage()) {
      table.save(next);
      return next;
    }
    return become(next.because(reason, micros(now)), REGISTRY, action);
  }

  private Probation become(Probation next, String actor, String action) {
    table.save(next);
    table.add(new Entry(next.route(), next.at(), actor, action, next.stage(), next.why()));
    changes.record(next.fact());
    return next;
  }

  /** As a column keeps it. */
  private static Instant micros(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }

  @Transactional(readOnly = true)
  public List<RegistryEvent> facts() {
    return table.all().stream().<RegistryEvent>map(Probation::fact).toList();
  }
}
