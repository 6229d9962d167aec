// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import io.settlement.chain.bitcoin.BitcoinHeader;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.TxId;
import io.settlement.kit.problem.Problem;
import io.settlement.relayer.bitcoin.ConditionalOnBitcoin;
import io.settlement.relayer.bitcoin.payout.PayoutReport.One;
import io.settlement.relayer.bitcoin.payout.PayoutReport.State;
import io.settlement.relayer.bitcoin.payout.PayoutReport.Timeline;
import io.settlement.relayer.limit.Audit;
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
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Withdrawals to Bitcoin over REST: where each stands, and what an operator decides about it. */
@Tag(name = "Bitcoin")
@RestController
@ConditionalOnRole(Role.COURIER)
@ConditionalOnBitcoin
@RequestMapping("/v1/withdrawals")
class WithdrawalController {
  private final PayoutReport report;
  private final PayoutLoops payouts;
  private final Audit audit;
  private final TransactionOperations transactions;

  WithdrawalController(
      PayoutReport report, PayoutLoops payouts, Audit audit, TransactionOperations transactions) {
    this.report = report;
    this.payouts = payouts;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** Why an operator decides something; for the audit. */
  record BecauseBody(@NotBlank @Size(max = 500) String because) {}

  /**
   * A part of the list.
   *
   * @param next what to pass as {@code after} for the part after this one; null at the end
   */
  record Page(List<One> items, @Nullable String next) {}

  @GetMapping
  @PreAuthorize("hasAuthority('SCOPE_operator')")
  @Operation(
      operationId = "listWithdrawals",
      summary = "Withdrawals in one state, the longest waiting first")
  Page list(
      @RequestParam(defaultValue = "HELD") State state,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
    Place place = Place.parse(after);
    List<One> found = report.find(state, place.since(), place.txid(), limit);
    return new Page(found, found.size() == limit ? Place.of(found.getLast()) : null);
  }

  @GetMapping("/{txid}")
  @Operation(
      operationId = "getWithdrawal",
      summary = "A withdrawal and everything that was tried to pay it")
  Timeline show(@PathVariable TxId txid) {
    return report.timeline(txid).orElseThrow(() -> unknown(txid));
  }

  @PostMapping("/{txid}/release")
  @PreAuthorize("hasAuthority('SCOPE_operator')")
  @Operation(
      operationId = "releaseWithdrawal",
      summary = "Put a held withdrawal, of which nothing was signed, into a batch again")
  One release(@PathVariable TxId txid, @Valid @RequestBody BecauseBody body, Principal operator) {
    PayoutDecisions decisions = decisions(txid);
    transactions.executeWithoutResult(
        status -> {
          decisions.release(txid);
          audit.write(operator.getName(), "PAYOUT_RELEASE", txid.hex(), body.because(), "WAITING");
        });
    return known(txid);
  }

  @PostMapping("/{txid}/fail")
  @PreAuthorize("hasAuthority('SCOPE_operator')")
  @Operation(
      operationId = "failWithdrawal",
      summary = "Give up a withdrawal of which nothing was signed: its escrow goes home")
  One fail(@PathVariable TxId txid, @Valid @RequestBody BecauseBody body, Principal operator) {
    PayoutDecisions decisions = decisions(txid);
    BitcoinHeader head = decisions.head();
    transactions.executeWithoutResult(
        status -> {
          decisions.fail(txid, head);
          audit.write(operator.getName(), "PAYOUT_FAIL", txid.hex(), body.because(), "FAILED");
        });
    return known(txid);
  }

  private PayoutDecisions decisions(TxId txid) {
    One one = known(txid);
    return payouts
        .decisions(one.vault())
        .orElseThrow(
            () ->
                Problem.unprocessable(
                    "vault-not-paid-here", one.vault() + " is not configured at this courier"));
  }

  private One known(TxId txid) {
    return report.find(txid).orElseThrow(() -> unknown(txid));
  }

  private static Problem unknown(TxId txid) {
    return Problem.notFound("unknown-withdrawal", "no withdrawal " + txid);
  }

  /** A place in the list, as callers pass it. */
  private record Place(@Nullable Instant since, TxId txid) {
    static final TxId FIRST = new TxId("0x" + "0".repeat(64));

    static String of(One one) {
      return one.queuedAt() + "_" + one.txid().hex();
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
      } catch (DateTimeParseException | InvalidValue e) {
        throw Problem.badRequest("invalid-after", "after is what the last part said as next");
      }
    }
  }
}
