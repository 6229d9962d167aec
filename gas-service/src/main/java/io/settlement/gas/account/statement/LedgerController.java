// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account.statement;

import io.settlement.events.value.InvalidValue;
import io.settlement.gas.account.BookAccount;
import io.settlement.kit.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What any account of the ledger held at any moment. */
@Tag(name = "Gas")
@RestController
@RequestMapping("/v1/ledger/accounts")
class LedgerController {
  private final Balances balances;
  private final Clock clock;

  LedgerController(Balances balances, Clock clock) {
    this.balances = balances;
    this.clock = clock;
  }

  /** A balance, signed wei of the account's chain, decimal text. */
  record BalanceView(String account, Instant asOf, String balance) {}

  /**
   * A balance.
   *
   * @param account {@code KIND:Chain} or {@code KIND:Chain:0x…}
   * @param asOf entries posted by then count; now when left out
   */
  @Operation(
      operationId = "getLedgerAccount",
      summary = "An account of the gas ledger, and its latest entries")
  @GetMapping("/{account}")
  BalanceView balance(
      @PathVariable String account,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable Instant asOf,
      Authentication caller) {
    BookAccount asked = parse(account);
    OwnMoney.demand(caller, asked);
    Instant moment = (asOf == null ? clock.instant() : asOf).truncatedTo(ChronoUnit.MICROS);
    BigInteger balance =
        balances
            .before(List.of(asked), moment.plus(1, ChronoUnit.MICROS))
            .getOrDefault(asked, BigInteger.ZERO);
    return new BalanceView(asked.toString(), moment, balance.toString());
  }

  private static BookAccount parse(String account) {
    try {
      return BookAccount.parse(account);
    } catch (InvalidValue e) {
      throw Problem.badRequest("invalid-account", String.valueOf(e.getMessage()));
    }
  }
}
