// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import io.settlement.conformance.report.Waiver;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.Items;
import io.settlement.registry.OperatorOnly;
import io.settlement.registry.PartnerReadable;
import io.settlement.registry.conformance.ReportTable.Word;
import io.settlement.registry.conformance.Runs.Asker;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Runs and waivers over REST, of an application, of a chain in use and of a handler in the book. A
 * partner runs and sees its own applications and handlers; what came of what is in the book all
 * partners may read.
 */
@Tag(name = "Conformance")
@RestController
@RequestMapping({
  "/v1/onboarding/applications/{subject}/conformance",
  "/v1/chains/{subject}/conformance",
  "/v1/handlers/{subject}/conformance"
})
class RunsController {
  private static final int MOST = 100;

  private final Subjects subjects;
  private final Runs runs;
  private final HandlerTrials handlers;
  private final RunTable table;
  private final Reports reports;
  private final ReportTable said;
  private final Clock clock;

  RunsController(
      Subjects subjects,
      Runs runs,
      HandlerTrials handlers,
      RunTable table,
      Reports reports,
      ReportTable said,
      Clock clock) {
    this.subjects = subjects;
    this.runs = runs;
    this.handlers = handlers;
    this.table = table;
    this.reports = reports;
    this.said = said;
    this.clock = clock;
  }

  /**
   * What is to be looked at.
   *
   * @param areas as EVM and PRE; everything when left out; of chains only
   * @param trial what a handler is tried with; of handlers only
   */
  record RunBody(
      @Nullable @Size(max = 32) List<@NotBlank @Size(max = 12) String> areas,
      @Nullable @Valid TrialBody trial) {
    List<String> wanted() {
      return areas == null
          ? List.of()
          : areas.stream().map(area -> area.strip().toUpperCase(Locale.ROOT)).toList();
    }
  }

  /** Why. */
  record ReasonBody(@NotBlank @Size(max = 2000) String reason) {}

  /** What stands, and everything that was said. */
  record WaiversView(List<Waiver> standing, List<Word> said) {}

  @Operation(
      operationId = "startConformanceRun",
      summary = "Ask for a run of the conformance suite")
  @PostMapping("/runs")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @PartnerReadable
  ResponseEntity<RunView> ask(
      @PathVariable String subject,
      @Valid @RequestBody(required = false) @Nullable RunBody body,
      Authentication caller,
      HttpServletRequest request) {
    Measured measured = subjects.of(subject, caller);
    Asker asker = new Asker(caller.getName(), Subjects.isOperator(caller));
    Run run = ask(measured, asker, body == null ? new RunBody(null, null) : body);
    return ResponseEntity.accepted()
        .location(URI.create(request.getRequestURI() + "/" + run.id()))
        .body(RunView.of(run, List.of()));
  }

  private Run ask(Measured measured, Asker asker, RunBody body) {
    if (measured.handler() == null) {
      if (body.trial() != null) {
        throw Problem.badRequest("not-a-handler", "only handlers are tried");
      }
      return runs.ask(measured, asker, Measurement.areas(body.wanted()));
    }
    if (!body.wanted().isEmpty()) {
      throw Problem.badRequest("unknown-area", "handlers are tried as a whole");
    }
    TrialBody wanted = Objects.requireNonNullElseGet(body.trial(), TrialBody::none);
    return runs.ask(measured, asker, List.of(), handlers.plan(measured.handler(), wanted));
  }

  @Operation(operationId = "listConformanceRuns", summary = "Runs, newest first")
  @GetMapping("/runs")
  @PartnerReadable
  Items<RunView> list(@PathVariable String subject, Authentication caller) {
    List<Run> page = table.page(subjects.of(subject, caller).subject(), MOST);
    Map<UUID, Integer> done = table.counts(page);
    return new Items<>(
        page.stream().map(run -> RunView.of(run, done.getOrDefault(run.id(), 0))).toList());
  }

  @Operation(
      operationId = "getConformanceRun",
      summary = "A run: how far it is, and what it found so far")
  @GetMapping("/runs/{run}")
  @PartnerReadable
  RunView one(@PathVariable String subject, @PathVariable UUID run, Authentication caller) {
    return table
        .find(subjects.of(subject, caller).subject(), run)
        .map(found -> RunView.of(found, table.findings(run).values()))
        .orElseThrow(() -> Problem.notFound("unknown-run", "no run " + run));
  }

  @Operation(
      operationId = "listConformanceWaivers",
      summary = "Which requirements are waived, by whom and why")
  @GetMapping("/waivers")
  @PartnerReadable
  WaiversView waivers(@PathVariable String subject, Authentication caller) {
    return view(subjects.of(subject, caller));
  }

  @Operation(
      operationId = "waiveConformanceRequirement",
      summary = "Waive a requirement, and say why")
  @PutMapping("/waivers/{requirement}")
  @OperatorOnly
  WaiversView waive(
      @PathVariable String subject,
      @PathVariable String requirement,
      @Valid @RequestBody ReasonBody body,
      Authentication caller) {
    return say(
        subject, new Word(requirement, true, body.reason(), caller.getName(), now()), caller);
  }

  @Operation(operationId = "endConformanceWaiver", summary = "Take a waiver back, and say why")
  @PostMapping("/waivers/{requirement}/end")
  @OperatorOnly
  WaiversView end(
      @PathVariable String subject,
      @PathVariable String requirement,
      @Valid @RequestBody ReasonBody body,
      Authentication caller) {
    return say(
        subject, new Word(requirement, false, body.reason(), caller.getName(), now()), caller);
  }

  private WaiversView say(String subject, Word word, Authentication caller) {
    Measured measured = subjects.of(subject, caller);
    reports.say(measured, word, Measurement.demanded(measured));
    return view(measured);
  }

  private WaiversView view(Measured measured) {
    return new WaiversView(said.waivers(measured.subject()), said.words(measured.subject()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
