// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.gas.account.GasAccount.State;

/** Takes back what was decided when what it stood on does not stand, or more is heard in time. */
final class Recall {
  private final GasAccount account;
  private final Changes changes;

  Recall(GasAccount account, Changes changes) {
    this.account = account;
    this.changes = changes;
  }

  /**
   * A payment or a cost does not stand any more. While nothing was paid back and no receipt is out,
   * what was decided is taken back too and decided anew; after that it stays, and the difference is
   * the operator's.
   */
  void takeBack() {
    if (account.isDecided() && account.money.isFixed()) {
      changes.leaveRestToOperator(account.txid);
      return;
    }
    undecide();
    new Weighing(account, changes).weighAgain();
  }

  /**
   * A payment before the end is heard of after the rest was decided: while that can be, it is
   * decided anew. The sender's account is charged first, so others do not change what was ordered.
   */
  void hearLate() {
    if (account.isDecided() && !account.money.isFixed() && account.money.hearsOfMoneyInTime()) {
      undecide();
    }
  }

  private void undecide() {
    if (account.isDecided()) {
      changes.reverse(account.txid, account.suffix());
      account.money.vaults().forEach(VaultAccount::undecide);
      account.refundDue = null;
      account.margin = null;
      account.round++;
      account.state = State.COVERED;
    }
  }
}
