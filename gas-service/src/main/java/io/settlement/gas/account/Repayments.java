// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import static java.util.Objects.requireNonNull;

import io.settlement.events.GasEvent.GasAccountClosed;
import io.settlement.events.value.Wei;
import io.settlement.gas.account.BookAccount.Kind;
import io.settlement.gas.account.GasAccount.State;

/** What the vaults paid back, until nothing is owed. */
final class Repayments {
  private final GasAccount account;
  private final Changes changes;

  Repayments(GasAccount account, Changes changes) {
    this.account = account;
    this.changes = changes;
  }

  /** Books what the vaults paid back, whoever brought it about. */
  void book() {
    for (VaultAccount vault : account.money.vaults()) {
      BookedFact refund = vault.refund;
      if (account.isDecided() && vault.isDecided() && refund != null && !refund.isBooked()) {
        book(vault, refund);
        refund.charge = Wei.ZERO;
      }
    }
  }

  private void book(VaultAccount vault, BookedFact refund) {
    BookAccount operator = BookAccount.of(Kind.OPERATOR, vault.chain);
    var cost = refund.cost();
    changes.post(
        account
            .posting(refund.fact.cause())
            .move(vault.book(Kind.REFUND), operator, requireNonNull(vault.due))
            .move(operator, vault.book(Kind.PAYER), refund.fact.amount()));
    if (!cost.stranger()) {
      BookAccount submitter =
          BookAccount.of(Kind.REFUND_TRANSACTION, cost.chain(), cost.submitter());
      changes.post(
          account
              .posting("COST_OF_" + refund.fact.cause())
              .move(BookAccount.of(Kind.OPERATOR, cost.chain()), submitter, cost.fee()));
    }
  }

  /** Where it stands once the rest is decided; says so when nothing is owed any more. */
  void proceed() {
    if (!account.isDecided()) {
      return;
    }
    State before = account.state;
    account.state = account.money.stateOfRefunds();
    if (account.state == State.CLOSED && before != State.CLOSED) {
      close();
    }
  }

  /** Explains every wei: prepaid = spent + margin + refunded. */
  private void close() {
    Wei paid = account.prepaid();
    Wei back = account.refunded();
    Wei rest = Amounts.less(paid, back);
    Wei charged = Amounts.min(account.spent(), rest);
    Wei kept = rest.minus(charged);
    account.margin = kept;
    changes.announce(new GasAccountClosed(account.txid, paid, charged, kept, back, changes.at()));
  }
}
