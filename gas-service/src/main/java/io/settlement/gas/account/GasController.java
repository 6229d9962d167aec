// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.TxId;
import io.settlement.gas.quote.HonouredQuotes;
import io.settlement.kit.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where every wei of a message's prepayment went. */
@Tag(name = "Gas")
@RestController
@RequestMapping("/v1/gas")
class GasController {
  private final Accounts accounts;
  private final Ledger ledger;
  private final WaysToPay waysToPay;
  private final HonouredQuotes quotes;

  GasController(Accounts accounts, Ledger ledger, WaysToPay waysToPay, HonouredQuotes quotes) {
    this.accounts = accounts;
    this.ledger = ledger;
    this.waysToPay = waysToPay;
    this.quotes = quotes;
  }

  /** The account as it stands. */
  @Operation(
      operationId = "getGasAccount",
      summary = "What was prepaid for a message, what it cost, what goes back")
  @GetMapping("/{txid}")
  @Transactional(readOnly = true)
  GasView account(@PathVariable TxId txid) {
    GasAccount account = find(txid);
    return GasView.of(
        account,
        waysToPay.waitsFor(account),
        waysToPay.of(account),
        quotes.refusals(List.of(txid)),
        ledger.entries(txid));
  }

  /** What the ledger said at a moment. */
  @GetMapping(value = "/{txid}", params = "asOf")
  @Transactional(readOnly = true)
  PastView past(
      @PathVariable TxId txid,
      @Parameter(required = false, description = "What the ledger said then")
          @RequestParam
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          Instant asOf) {
    find(txid);
    return PastView.of(txid, asOf, ledger.entries(txid, asOf));
  }

  private GasAccount find(TxId txid) {
    return accounts
        .find(txid)
        .orElseThrow(() -> Problem.notFound("unknown-message", "no message " + txid));
  }
}
