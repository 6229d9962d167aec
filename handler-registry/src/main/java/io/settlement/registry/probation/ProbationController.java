// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.probation;

import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.Contents;
import io.settlement.registry.Items;
import io.settlement.registry.OperatorOnly;
import io.settlement.registry.PartnerReadable;
import io.settlement.registry.probation.ProbationTable.Day;
import io.settlement.registry.probation.ProbationTable.Entry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How much new routes may carry, over REST. */
@Tag(name = "Routes")
@RestController
@RequestMapping("/v1/routes/probation")
class ProbationController {
  private final Probations probations;
  private final ProbationTable table;
  private final Stages stages;
  private final Contents book;
  private final Clock clock;

  ProbationController(
      Probations probations, ProbationTable table, Stages stages, Contents book, Clock clock) {
    this.probations = probations;
    this.table = table;
    this.stages = stages;
    this.book = book;
    this.clock = clock;
  }

  /**
   * Stages of a route.
   *
   * @param stages what may pass in a window at each of them, smallest unit of the source's token
   * @param because why, for the audit
   */
  record StagesBody(
      @NotNull HandlerId from,
      @NotNull HandlerId to,
      @NotNull @Size(min = 1, max = 16) List<@NotNull TokenAmount> stages,
      @NotBlank @Size(max = 500) String because) {}

  /**
   * The stage a route is to be at.
   *
   * @param stage counted from 0; as many as it has: nothing is limited any more
   * @param because why, for the audit
   */
  record StageBody(
      @NotNull HandlerId from,
      @NotNull HandlerId to,
      @Min(0) int stage,
      @NotBlank @Size(max = 500) String because) {}

  /**
   * A route on probation.
   *
   * @param stage counted from 0; as many as there are when the last one is passed
   * @param amount what may pass in a window now; null when nothing is limited
   * @param judged the last day, UTC, that was judged
   * @param why it is at this stage, and since when
   */
  record ProbationView(
      RouteId route,
      EvmAddress token,
      List<TokenAmount> stages,
      Duration window,
      int daysPerStage,
      int cleanDays,
      int stage,
      @Nullable TokenAmount amount,
      LocalDate judged,
      String why,
      Instant since) {

    static ProbationView of(Probation one) {
      return new ProbationView(
          one.route(),
          one.token(),
          one.stages(),
          one.window(),
          one.daysPerStage(),
          one.cleanDays(),
          one.stage(),
          one.amount(),
          one.judged(),
          one.why(),
          one.at());
    }
  }

  /** The latest first, at most a hundred of each. */
  record HistoryView(List<Day> days, List<Entry> entries) {}

  @Operation(
      operationId = "listProbations",
      summary = "Routes on probation, and how much each may carry")
  @GetMapping
  @PartnerReadable
  Items<ProbationView> list() {
    return new Items<>(table.all().stream().map(ProbationView::of).toList());
  }

  @Operation(
      operationId = "getProbationHistory",
      summary = "What was said of a route's days, and who set what stage")
  @GetMapping("/history")
  @PartnerReadable
  HistoryView history(@RequestParam RouteId route) {
    return new HistoryView(table.days(route), table.entries(route));
  }

  @Operation(
      operationId = "putProbation",
      summary = "Put a route on probation, or change its stages")
  @PutMapping
  @OperatorOnly
  ProbationView put(@Valid @RequestBody StagesBody body, Principal operator) {
    RouteId route = new RouteId(body.from(), body.to());
    if (book.routes().stream().noneMatch(one -> one.route().equals(route))) {
      throw Problem.notFound("unknown-route", "no route is " + route);
    }
    if (body.stages().stream().anyMatch(TokenAmount::isZero)) {
      throw Problem.unprocessable(
          "invalid-stages", "a stage lets something pass; stop the route instead");
    }
    Probation wanted =
        book.findHandler(body.from())
            .flatMap(HandlerState::asset)
            .map(asset -> stages.of(route, asset, body.stages(), clock.instant()))
            .orElseThrow(
                () ->
                    Problem.unprocessable(
                        "nothing-to-limit", "handlers of messages move no amounts"));
    return ProbationView.of(probations.put(wanted, operator.getName(), body.because()));
  }

  @Operation(
      operationId = "setProbationStage",
      summary = "Set the stage of a route on probation, and say why")
  @PostMapping("/stage")
  @OperatorOnly
  ProbationView set(@Valid @RequestBody StageBody body, Principal operator) {
    RouteId route = new RouteId(body.from(), body.to());
    return ProbationView.of(
        probations.set(route, body.stage(), operator.getName(), body.because(), clock.instant()));
  }
}
