// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Reason;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.Stage;
import io.settlement.events.value.TxId;
import io.settlement.kit.problem.Problem;
import io.settlement.relayer.courier.Desk.Answer;
import io.settlement.relayer.courier.Desk.Wish;
import io.settlement.relayer.lane.Purpose;
import io.settlement.relayer.limit.Approvals.Action;
import io.settlement.relayer.limit.Approvals.Request;
import io.settlement.relayer.limit.LimitDesk;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operators' desk over REST: what does not go on, and what is done about it. */
@Tag(name = "Operations")
@RestController
@ConditionalOnRole(Role.COURIER)
@PreAuthorize("hasAuthority('SCOPE_operator')")
class DeskController {
  private final Waiting waiting;
  private final Desk desk;
  private final LimitDesk limits;
  private final Redrives redrives;
  private final TransactionOperations transactions;
  private final Clock clock;

  DeskController(
      Waiting waiting,
      Desk desk,
      LimitDesk limits,
      Redrives redrives,
      TransactionOperations transactions,
      Clock clock) {
    this.waiting = waiting;
    this.desk = desk;
    this.limits = limits;
    this.redrives = redrives;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Why an operator decides something; for the audit. */
  record BecauseBody(@NotBlank @Size(max = 500) String because) {}

  /**
   * Which messages to try again.
   *
   * @param olderThan ISO 8601, for instance PT1H: how long they stand where they stand at least
   * @param limit most of them; the longest waiting first
   */
  record RedriveBody(
      @NotNull Stage stage,
      @Nullable Reason reason,
      @Nullable ChainName chain,
      @Nullable RouteId route,
      @Nullable Duration olderThan,
      @Nullable @Min(1) @Max(100) Integer limit,
      @NotBlank @Size(max = 500) String because) {}

  /**
   * What would come of a redrive.
   *
   * @param trial what a node says to each parked work with today's signatures; empty when none is
   */
  record Simulation(TxId txid, Map<Purpose, String> trial) {}

  /**
   * A part of the list.
   *
   * @param next what to pass as {@code after} for the part after this one; null at the end
   */
  record Page(List<Waiting.One> items, @Nullable String next) {}

  @GetMapping("/v1/messages")
  @Operation(
      operationId = "listWaitingMessages",
      summary = "Messages that do not go on, the longest waiting first")
  Page list(
      @RequestParam(defaultValue = "PARKED") Stage stage,
      @RequestParam(required = false) @Nullable Reason reason,
      @RequestParam(required = false) @Nullable ChainName chain,
      @RequestParam(required = false) @Nullable RouteId route,
      @RequestParam(name = "older-than", required = false) @Nullable Duration olderThan,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
    Place place = Place.parse(after);
    List<Waiting.One> found =
        waiting.find(
            query(stage, reason, chain, route, olderThan), place.since(), place.txid(), limit);
    return new Page(found, found.size() == limit ? Place.of(found.getLast()) : null);
  }

  @GetMapping("/v1/messages/{txid}/trial")
  @Operation(
      operationId = "simulateMessage",
      summary = "Try on a node what is parked of a message, and change nothing")
  Simulation simulate(@PathVariable TxId txid) {
    return new Simulation(txid, redrives.tryOut(known(txid)));
  }

  @PostMapping("/v1/messages/{txid}/redrive")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "redriveMessage",
      summary = "Start a parked or refused message over, with today's routes and signatures")
  Answer redrive(
      @PathVariable TxId txid, @Valid @RequestBody BecauseBody body, Principal operator) {
    return decide(Action.REDRIVE, List.of(known(txid)), body.because(), operator);
  }

  @PostMapping("/v1/messages/{txid}/release")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(operationId = "releaseMessage", summary = "Let a message pass the limits that hold it")
  Answer release(
      @PathVariable TxId txid, @Valid @RequestBody BecauseBody body, Principal operator) {
    return decide(Action.RELEASE, List.of(known(txid)), body.because(), operator);
  }

  @PostMapping("/v1/redrives")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "redriveMessages",
      summary = "Start messages over that a query finds, at most a hundred at once")
  Answer redrives(@Valid @RequestBody RedriveBody body, Principal operator) {
    int limit = body.limit() == null ? 100 : body.limit();
    List<TxId> found =
        waiting
            .find(
                query(body.stage(), body.reason(), body.chain(), body.route(), body.olderThan()),
                null,
                Place.FIRST,
                limit)
            .stream()
            .map(Waiting.One::txid)
            .toList();
    return found.isEmpty()
        ? new Answer(null, List.of())
        : answer(Action.REDRIVE, found, body.because(), operator);
  }

  @GetMapping("/v1/approvals")
  @Operation(operationId = "listApprovals", summary = "What waits for a second operator")
  List<Request> approvals() {
    return desk.pending();
  }

  @PostMapping("/v1/approvals/{id}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "approveRequest",
      summary = "Agree, as another operator, to what was asked for")
  Answer approve(@PathVariable long id, @Valid @RequestBody BecauseBody body, Principal operator) {
    Request request = Objects.requireNonNull(transactions.execute(status -> desk.pending(id)));
    if (request.limit() != null) {
      limits.approve(id, operator.getName(), body.because());
      return new Answer(id, List.of());
    }
    Map<TxId, Map<Purpose, String>> trials = trials(request.action(), request.txids());
    return Objects.requireNonNull(
        transactions.execute(
            status -> desk.approve(id, new Wish(operator.getName(), body.because()), trials)));
  }

  @DeleteMapping("/v1/approvals/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "rejectRequest", summary = "Refuse what was asked for, or take it back")
  void reject(
      @PathVariable long id,
      @RequestParam @NotBlank @Size(max = 500) String because,
      Principal operator) {
    transactions.executeWithoutResult(
        status -> desk.reject(id, new Wish(operator.getName(), because)));
  }

  /** One message: when there was nothing to do, that is a conflict. */
  private Answer decide(Action action, List<TxId> txids, String because, Principal operator) {
    Answer answer = answer(action, txids, because, operator);
    if (answer.messages().stream().anyMatch(done -> done.outcome().equals("NOTHING_TO_DO"))) {
      throw switch (action) {
        case REDRIVE ->
            Problem.conflict("message-not-parked", "the message is neither parked nor refused");
        case RELEASE -> Problem.conflict("message-not-held", "no limit holds the message");
        case LIMIT, NO_LIMIT -> new IllegalArgumentException(action + " of a message");
      };
    }
    return answer;
  }

  private Answer answer(Action action, List<TxId> txids, String because, Principal operator) {
    Map<TxId, Map<Purpose, String>> trials = trials(action, txids);
    return Objects.requireNonNull(
        transactions.execute(
            status -> desk.decide(action, txids, new Wish(operator.getName(), because), trials)));
  }

  /** Asked before the transaction begins: nodes may be slow. */
  private Map<TxId, Map<Purpose, String>> trials(Action action, List<TxId> txids) {
    Map<TxId, Map<Purpose, String>> trials = new HashMap<>();
    if (action == Action.REDRIVE) {
      txids.forEach(txid -> trials.put(txid, redrives.tryOut(txid)));
    }
    return trials;
  }

  private TxId known(TxId txid) {
    if (!redrives.knows(txid)) {
      throw Problem.notFound("unknown-message", "no message " + txid);
    }
    return txid;
  }

  private Waiting.Query query(
      Stage stage,
      @Nullable Reason reason,
      @Nullable ChainName chain,
      @Nullable RouteId route,
      @Nullable Duration olderThan) {
    return new Waiting.Query(
        stage, reason, chain, route, olderThan == null ? null : clock.instant().minus(olderThan));
  }

  /** A place in the list, as callers pass it. */
  private record Place(@Nullable Instant since, TxId txid) {
    static final TxId FIRST = new TxId("0x" + "0".repeat(64));

    static String of(Waiting.One one) {
      return one.since() + "_" + one.txid().hex();
    }

    static Place parse(@Nullable String text) {
      if (text == null) {
        return new Place(null, FIRST);
      }
      int split = text.indexOf('_');
      try {
        return new Place(
            Instant.parse(text.substring(0, Math.max(split, 0))),
            new TxId(text.substring(split + 1)));
      } catch (DateTimeParseException | io.settlement.events.value.InvalidValue e) {
        throw Problem.badRequest("invalid-after", "after is what the last part said as next");
      }
    }
  }
}
