// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import static java.util.Objects.requireNonNull;

import io.settlement.events.GasEvent.GasCovered;
import io.settlement.events.GasEvent.GasShort;
import io.settlement.events.value.Wei;
import io.settlement.gas.account.GasAccount.State;
import io.settlement.gas.cost.Terms;
import io.settlement.gas.cost.UnitPrices;

/**
 * What was paid against what is asked: covered or short, covered better, or taken as it is because
 * the message has ended.
 */
final class Weighing {
  private final GasAccount account;
  private final Changes changes;

  Weighing(GasAccount account, Changes changes) {
    this.account = account;
    this.changes = changes;
  }

  /** Covered or short under these terms. */
  void weigh(Offer offer) {
    Terms asked = offer.terms();
    account.terms = asked;
    account.offeredUntil = offer.until();
    account.waiver = offer.waiver();
    Wei paid = account.paidOrSeen();
    account.announcedPrepaid = paid;
    if (offer.isMetBy(paid)) {
      account.state = State.COVERED;
      account.locked = true;
      changes.announce(covered(asked, paid));
    } else {
      runShort(asked, paid);
    }
  }

  /** By the same terms, when less was paid than they were met by. */
  void weighAgain() {
    Terms asked = account.terms;
    if (account.state == State.COVERED && asked != null && account.isOpenForQuote()) {
      Wei paid = account.paidOrSeen();
      account.announcedPrepaid = paid;
      if (paid.compareTo(asked.required()) < 0) {
        account.locked = false;
        runShort(asked, paid);
      }
    }
  }

  private void runShort(Terms asked, Wei paid) {
    account.state = State.SHORT;
    Wei missing = Amounts.less(asked.required(), paid);
    changes.announce(new GasShort(account.txid, asked.required(), paid, missing, changes.at()));
  }

  private GasCovered covered(Terms asked, Wei paid) {
    UnitPrices prices = asked.covered(paid);
    return new GasCovered(
        account.txid,
        asked.required(),
        paid,
        asked.quoteId(),
        account.waiver,
        prices == null ? null : prices.delivery().price(),
        prices == null ? null : prices.callback().price(),
        prices == null ? null : prices.delivery().gas(),
        prices == null ? null : prices.callback().gas(),
        changes.at());
  }

  /** Says which prices of gas are covered now, when more was paid since and work is left. */
  void topUp() {
    if (isToppedUp()) {
      Wei paid = account.paidOrSeen();
      account.announcedPrepaid = paid;
      changes.announce(covered(requireNonNull(account.terms), paid));
    }
  }

  private boolean isToppedUp() {
    Terms fixed = account.terms;
    Wei announced = account.announcedPrepaid;
    return account.state == State.COVERED
        && !account.money.hasEnded()
        && fixed != null
        && announced != null
        && account.paidOrSeen().compareTo(announced) > 0
        && fixed.covered(announced) != null;
  }

  /** A message that ended although it was never covered: the last terms asked must do. */
  void lockAtTheEnd() {
    if (account.terms != null && account.money.hasEnded() && account.isPaid()) {
      account.locked = true;
    }
  }
}
