// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import static java.util.Objects.requireNonNull;

import io.settlement.events.GasEvent.RefundClaimable;
import io.settlement.events.GasEvent.RefundDue;
import io.settlement.events.value.Wei;
import io.settlement.gas.account.BookAccount.Kind;
import io.settlement.gas.account.VaultAccount.Way;
import io.settlement.gas.cost.Terms;

/** What goes back to each payer once the message has ended, and what is paid after that. */
final class Rest {
  private final GasAccount account;
  private final Changes changes;

  Rest(GasAccount account, Changes changes) {
    this.account = account;
    this.changes = changes;
  }

  /**
   * Decides what each payer gets back. The accounts bear costs and margin in their order, the
   * sender's first; what they do not cover is the operator's.
   */
  void owe(RefundRule rule) {
    Terms fixed = requireNonNull(account.terms);
    Wei spent = account.spent();
    Wei open = spent.plus(fixed.marginOf(spent));
    Wei wanted = open;
    Wei fee = Wei.ZERO;
    account.refundDue = Wei.ZERO;
    for (VaultAccount vault : account.money.vaults()) {
      if (!vault.prepaid.isZero()) {
        Wei share =
            Amounts.min(open, account.money.worth(vault.chain, vault.chargeable, fixed.rates()));
        open = open.minus(share);
        Wei rest = vault.prepaid.minus(take(vault, share));
        if (requireNonNull(account.money.sent()).isOfSender(vault)) {
          fee = oweSender(vault, rest, rule);
          account.refundDue = requireNonNull(vault.due);
        } else {
          vault.decide(rest, rest.isZero() ? Way.NOTHING_LEFT : Way.OTHER_PAYER);
        }
        owe(vault, fee);
      }
    }
    Wei taken = wanted.minus(open);
    account.margin = Amounts.less(taken, spent).plus(fee);
    BookAccount message = BookAccount.of(Kind.MESSAGE, account.source());
    BookAccount operator = BookAccount.of(Kind.OPERATOR, account.source());
    changes.post(account.decision("MARGIN").move(message, operator, Amounts.less(taken, spent)));
    changes.post(account.decision("OVERRUN").move(operator, message, Amounts.less(spent, taken)));
  }

  /** Takes a share from a deposit; returns how much of its own money that is. */
  private Wei take(VaultAccount vault, Wei share) {
    BookAccount message = BookAccount.of(Kind.MESSAGE, account.source());
    Posting posting = account.decision("CHARGED:" + vault.chain + ":" + vault.payer);
    Wei taken = share;
    if (vault.chain.equals(account.source())) {
      posting.move(vault.book(Kind.PREPAYMENT), message, share);
    } else {
      taken = Exchange.taken(requireNonNull(account.terms).rates(), share);
      posting
          .move(vault.book(Kind.PREPAYMENT), BookAccount.of(Kind.EXCHANGE, vault.chain), taken)
          .move(BookAccount.of(Kind.EXCHANGE, account.source()), message, share);
    }
    changes.post(posting);
    return taken;
  }

  /** Returns what the refund's transaction is charged: its quoted fee, or nothing. */
  private Wei oweSender(VaultAccount vault, Wei rest, RefundRule rule) {
    Wei fee = requireNonNull(account.terms).refundFee();
    Way way = rule.wayOf(rest, fee);
    if (way != Way.PUSHED || rest.isZero()) {
      vault.decide(rest, way);
      return Wei.ZERO;
    }
    vault.decide(rest.minus(fee), way);
    changes.post(
        account
            .decision("REFUND_FEE")
            .move(vault.book(Kind.PREPAYMENT), BookAccount.of(Kind.OPERATOR, vault.chain), fee));
    return fee;
  }

  private void owe(VaultAccount vault, Wei fee) {
    Wei due = requireNonNull(vault.due);
    changes.post(
        account
            .decision("REFUND_DUE:" + vault.chain + ":" + vault.payer)
            .move(vault.book(Kind.PREPAYMENT), vault.book(Kind.REFUND), due));
    announceRest(vault, fee);
  }

  private void announceRest(VaultAccount vault, Wei fee) {
    Wei due = requireNonNull(vault.due);
    Way way = requireNonNull(vault.way);
    if (way == Way.PUSHED) {
      changes.announce(
          new RefundDue(
              account.txid,
              vault.chain,
              vault.payer,
              due,
              fee.isZero() ? null : fee,
              changes.at()));
    } else if (!due.isZero()) {
      changes.announce(
          new RefundClaimable(
              account.txid, vault.chain, vault.payer, due, way.name(), changes.at()));
    }
  }

  /**
   * What was paid after the rest was decided. Where the operator's order or the vault has closed
   * the account, nobody can give it back: it is kept, visibly. A receipt gives it back whole.
   */
  void takeLatePayments() {
    if (!account.isDecided()) {
      return;
    }
    for (VaultAccount vault : account.money.vaults()) {
      if (vault.wasPaidSince()) {
        takeLate(vault);
      }
    }
  }

  private void takeLate(VaultAccount vault) {
    Wei before = vault.settled == null ? Wei.ZERO : vault.settled;
    Wei late = vault.prepaid.minus(before);
    Wei due = vault.due == null ? Wei.ZERO : vault.due;
    Posting posting =
        account.decision("LATE:" + vault.chain + ":" + vault.payer + ":" + vault.prepaid);
    BookedFact refund = vault.refund;
    if (vault.way == Way.PUSHED || (refund != null && refund.isBooked())) {
      posting.move(vault.book(Kind.PREPAYMENT), BookAccount.of(Kind.OPERATOR, vault.chain), late);
      account.margin =
          requireNonNull(account.margin)
              .plus(account.money.worth(vault.chain, late, account.rates()));
      vault.decide(due, requireNonNull(vault.way));
    } else {
      posting.move(vault.book(Kind.PREPAYMENT), vault.book(Kind.REFUND), late);
      Way way = vault.way;
      vault.decide(due.plus(late), way == null || way == Way.NOTHING_LEFT ? Way.OTHER_PAYER : way);
      announceRest(vault, Wei.ZERO);
    }
    changes.post(posting);
  }
}
