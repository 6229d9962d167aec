// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.TxId;
import io.settlement.kit.problem.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where every wei of a message's prepayment went. */
@RestController
@RequestMapping("/v1/gas")
class GasController {
  private final Accounts accounts;
  private final Ledger ledger;

  GasController(Accounts accounts, Ledger ledger) {
    this.accounts = accounts;
    this.ledger = ledger;
  }

  @GetMapping("/{txid}")
  GasView account(@PathVariable TxId txid) {
    GasAccount account =
        accounts
            .find(txid)
            .orElseThrow(() -> Problem.notFound("unknown-message", "no message " + txid));
    return GasView.of(account, ledger.entries(txid));
  }
}
