// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.events.value.EvmAddress;
import io.settlement.gas.account.statement.Statements.Line;
import io.settlement.gas.account.statement.Statements.Posted;
import io.settlement.kit.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What a payer paid, got back and has left, by month. */
@Tag(name = "Gas")
@RestController
@RequestMapping("/v1/statements/{payer}")
class StatementController {
  private static final int MOST = 10_000;
  private static final String HEADER = "at,txid,account,chain,cause,amount\n";

  private final Statements statements;

  StatementController(Statements statements) {
    this.statements = statements;
  }

  /**
   * A month (UTC); amounts are signed wei of each account's chain, decimal text.
   *
   * @param lines opening + moved = closing, for each account
   * @param next cursor of the following page of entries; absent on the last
   */
  record StatementView(
      EvmAddress payer,
      String month,
      List<LineView> lines,
      List<EntryView> entries,
      @Nullable String next) {}

  /** An account's month. */
  record LineView(String account, String opening, String moved, long entries, String closing) {}

  /** An entry. */
  record EntryView(Instant at, String txid, String account, String cause, String amount) {}

  @Operation(
      operationId = "getGasStatement",
      summary = "What a payer prepaid, spent and got back in a month")
  @GetMapping
  StatementView statement(
      @PathVariable EvmAddress payer,
      @RequestParam String month,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "1000") int limit,
      Authentication caller) {
    OwnMoney.demand(caller, payer);
    YearMonth when = month(month);
    if (limit < 1 || limit > MOST) {
      throw Problem.badRequest("invalid-limit", "limit is 1 to " + MOST);
    }
    List<Posted> page = statements.entries(payer, when, after, limit);
    return new StatementView(
        payer,
        when.toString(),
        statements.lines(payer, when).stream().map(StatementController::view).toList(),
        page.stream().map(StatementController::view).toList(),
        page.size() < limit ? null : Long.toString(page.getLast().id()));
  }

  /** All entries of the month between a row that opens and one that closes each account. */
  @GetMapping(produces = "text/csv")
  ResponseEntity<StreamingResponseBody> csv(
      @PathVariable EvmAddress payer, @RequestParam String month, Authentication caller) {
    OwnMoney.demand(caller, payer);
    YearMonth when = month(month);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", UTF_8))
        .body(out -> write(out, payer, when));
  }

  private void write(OutputStream out, EvmAddress payer, YearMonth month) throws IOException {
    List<Line> lines = statements.lines(payer, month);
    StringBuilder text = new StringBuilder(HEADER);
    lines.forEach(line -> balance(text, line, "OPENING", line.opening().toString()));
    long after = 0;
    List<Posted> page;
    do {
      page = statements.entries(payer, month, after, MOST);
      for (Posted entry : page) {
        text.append(entry.at())
            .append(',')
            .append(entry.txid())
            .append(',')
            .append(entry.account().kind())
            .append(',')
            .append(entry.account().chain())
            .append(',')
            .append(entry.cause())
            .append(',')
            .append(entry.amount())
            .append('\n');
        after = entry.id();
      }
      out.write(text.toString().getBytes(UTF_8));
      text.setLength(0);
    } while (page.size() == MOST);
    lines.forEach(line -> balance(text, line, "CLOSING", line.closing().toString()));
    out.write(text.toString().getBytes(UTF_8));
  }

  private static void balance(StringBuilder text, Line line, String what, String amount) {
    text.append(",,")
        .append(line.account().kind())
        .append(',')
        .append(line.account().chain())
        .append(',')
        .append(what)
        .append(',')
        .append(amount)
        .append('\n');
  }

  private static LineView view(Line line) {
    return new LineView(
        line.account().toString(),
        line.opening().toString(),
        line.moved().toString(),
        line.entries(),
        line.closing().toString());
  }

  private static EntryView view(Posted entry) {
    return new EntryView(
        entry.at(),
        entry.txid(),
        entry.account().toString(),
        entry.cause(),
        entry.amount().toString());
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw Problem.badRequest("invalid-month", "a month is written like 2026-11");
    }
  }
}
