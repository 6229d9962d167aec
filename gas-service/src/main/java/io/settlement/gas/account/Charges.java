// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import static java.util.Objects.requireNonNull;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Wei;
import io.settlement.gas.account.BookAccount.Kind;

/** What came in and what transactions cost, each booked once. */
final class Charges {
  private final GasAccount account;
  private final Changes changes;

  Charges(GasAccount account, Changes changes) {
    this.account = account;
    this.changes = changes;
  }

  /** Books payments, whoever made them. */
  void bookPayments() {
    for (BookedFact item : account.money.facts()) {
      if (item.is(ChainFact.Kind.PREPAID) && !item.isBooked()) {
        VaultAccount vault = account.money.vaultOf(item.fact);
        changes.post(
            account
                .posting(item.fact.cause())
                .move(vault.book(Kind.PAYER), vault.book(Kind.PREPAYMENT), item.fact.amount()));
        item.charge = Wei.ZERO;
      }
    }
  }

  /**
   * Charges what transactions cost, each once, at the locked rate. What a stranger paid costs
   * nothing; what comes after the rest was decided is the operator's.
   */
  void chargeCosts() {
    if (account.locked) {
      account.money.uncharged().forEach(this::charge);
    }
  }

  private void charge(BookedFact item) {
    var cost = item.cost();
    item.charge = Wei.ZERO;
    if (cost.stranger()) {
      return;
    }
    BookAccount submitter = BookAccount.of(kindOf(item), cost.chain(), cost.submitter());
    Posting posting = account.posting(item.fact.cause());
    ChainName source = account.source();
    if (account.isDecided() || !account.money.isOfMessage(item)) {
      posting.move(BookAccount.of(Kind.OPERATOR, cost.chain()), submitter, cost.fee());
    } else if (cost.chain().equals(source)) {
      item.charge = cost.fee();
      posting.move(BookAccount.of(Kind.MESSAGE, source), submitter, cost.fee());
    } else {
      Wei charge = requireNonNull(account.terms).rates().toSource(cost.fee());
      item.charge = charge;
      posting
          .move(BookAccount.of(Kind.MESSAGE, source), BookAccount.of(Kind.EXCHANGE, source), charge)
          .move(BookAccount.of(Kind.EXCHANGE, cost.chain()), submitter, cost.fee());
    }
    changes.post(posting);
  }

  private static Kind kindOf(BookedFact item) {
    return switch (item.fact.kind()) {
      case DELIVERY -> Kind.DELIVERY;
      case CALLBACK -> Kind.CALLBACK;
      case FAILED -> Kind.FAILED;
      case PREPAID, REFUND -> throw new IllegalArgumentException(item.fact.cause());
    };
  }
}
