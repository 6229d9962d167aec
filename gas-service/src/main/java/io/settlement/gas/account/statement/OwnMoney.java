// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account.statement;

import io.settlement.events.value.EvmAddress;
import io.settlement.gas.account.BookAccount;
import io.settlement.kit.problem.Problem;
import io.settlement.kit.security.Purview;
import org.springframework.security.core.Authentication;

/**
 * Sums of a payer's money are shown to his own partner and to operators; all other accounts to
 * operators. What one message cost is on the chains, and everybody's to see.
 */
final class OwnMoney {
  private OwnMoney() {}

  /** Refuses who is neither the payer's partner nor an operator. */
  static void demand(Authentication caller, EvmAddress payer) {
    if (!Purview.of(caller).covers(payer)) {
      throw notYours(payer.hex());
    }
  }

  /** Refuses who may not see this account of the ledger. */
  static void demand(Authentication caller, BookAccount account) {
    Purview purview = Purview.of(caller);
    if (!purview.everybody() && account.payer().filter(purview::covers).isEmpty()) {
      throw notYours(account.toString());
    }
  }

  private static Problem notYours(String account) {
    return Problem.forbidden(
        "not-your-account", "%s is not an account of this caller's payers".formatted(account));
  }
}
