// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.chain.bitcoin.Outpoint;
import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.Outcome;
import io.settlement.kit.problem.Problem;
import io.settlement.relayer.bitcoin.ConditionalOnBitcoin;
import io.settlement.relayer.bitcoin.MessageEnds;
import io.settlement.relayer.bitcoin.deposit.Deposit.State;
import io.settlement.relayer.bitcoin.deposit.DepositReport.One;
import io.settlement.relayer.bitcoin.deposit.DepositReport.Telling;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deposits of BTC over REST: what became of each output, and telling one again. */
@Tag(name = "Bitcoin")
@RestController
@ConditionalOnRole(Role.COURIER)
@ConditionalOnBitcoin
@RequestMapping("/v1/deposits")
class DepositController {
  private static final Pattern OUTPUT = Pattern.compile("(?:0x)?([0-9a-f]{64}):(\\d{1,9})");

  private final DepositReport report;
  private final DepositDesk desk;
  private final MessageEnds ends;

  DepositController(DepositReport report, DepositDesk desk, MessageEnds ends) {
    this.report = report;
    this.desk = desk;
    this.ends = ends;
  }

  /** Why an operator decides something; for the audit. */
  record BecauseBody(@NotBlank @Size(max = 500) String because) {}

  /**
   * A part of the list.
   *
   * @param next what to pass as {@code after} for the part after this one; null at the end
   */
  record Page(List<One> items, @Nullable String next) {}

  /**
   * An output and its messages.
   *
   * @param outcome how the latest message about it ended; null while it has not
   * @param toldAgain by whom and why, the first time first
   */
  record Shown(One deposit, @Nullable Outcome outcome, List<Telling> toldAgain) {}

  @GetMapping
  @PreAuthorize("hasAuthority('SCOPE_operator')")
  @Operation(
      operationId = "listDeposits",
      summary = "Outputs that paid a vault, in one state, the oldest first")
  Page list(
      @RequestParam(defaultValue = "UNASSIGNED") State state,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
    Place place = Place.parse(after);
    List<One> found = report.find(state, place.since(), place.output(), limit);
    return new Page(found, found.size() == limit ? Place.of(found.getLast()) : null);
  }

  @GetMapping("/{output}")
  @Operation(
      operationId = "getDeposit",
      summary = "An output that paid a vault: transaction, colon, output number")
  Shown show(@PathVariable String output) {
    return shown(known(output));
  }

  @PostMapping("/{output}/tell-again")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @PreAuthorize("hasAuthority('SCOPE_operator')")
  @Operation(
      operationId = "tellDepositAgain",
      summary = "Tell a deposit again whose message failed for gas, expiry or registration")
  Shown tellAgain(
      @PathVariable String output, @Valid @RequestBody BecauseBody body, Principal operator) {
    Outpoint known = known(output).outpoint();
    desk.tellAgain(known, operator.getName(), body.because());
    return shown(known(output));
  }

  private Shown shown(One one) {
    Outcome outcome = Optional.ofNullable(one.txid()).flatMap(ends::outcome).orElse(null);
    return new Shown(one, outcome, report.tellings(one.outpoint()));
  }

  private One known(String text) {
    Outpoint output =
        read(text)
            .orElseThrow(
                () ->
                    Problem.badRequest(
                        "invalid-output", "an output is its transaction, a colon, its number"));
    return report
        .find(output)
        .orElseThrow(() -> Problem.notFound("unknown-deposit", "no deposit " + output));
  }

  private static Optional<Outpoint> read(String text) {
    Matcher parts = OUTPUT.matcher(text);
    return parts.matches()
        ? Optional.of(new Outpoint(new Hash("0x" + parts.group(1)), Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  /** A place in the list, as callers pass it. */
  private record Place(@Nullable Instant since, Outpoint output) {
    private static final Place FIRST =
        new Place(null, new Outpoint(new Hash("0x" + "0".repeat(64)), 0));

    static String of(One one) {
      return one.seenAt() + "_" + one.outpoint();
    }

    static Place parse(@Nullable String text) {
      if (text == null) {
        return FIRST;
      }
      int split = Math.max(text.indexOf('_'), 0);
      try {
        return new Place(
            Instant.parse(text.substring(0, split)),
            read(text.substring(Math.min(split + 1, text.length())))
                .orElseThrow(() -> new InvalidValue("output", text)));
      } catch (DateTimeParseException | InvalidValue e) {
        throw Problem.badRequest("invalid-after", "after is what the last part said as next");
      }
    }
  }
}
