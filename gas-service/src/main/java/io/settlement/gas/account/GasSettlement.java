// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.MessageEvent;
import io.settlement.events.value.TxId;
import io.settlement.gas.cost.GasUnits;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The life of a message's gas account: prepaid → covered or short → delivery and callback charged →
 * the rest owed → paid back → closed. Facts come in any order and more than once; each step happens
 * as soon as what it needs is known, and once.
 */
@Component
class GasSettlement {
  private final Accounts accounts;
  private final Ledger ledger;
  private final Offers offers;
  private final GasUnits units;
  private final GasNews news;
  private final Clock clock;

  GasSettlement(
      Accounts accounts, Ledger ledger, Offers offers, GasUnits units, GasNews news, Clock clock) {
    this.accounts = accounts;
    this.ledger = ledger;
    this.offers = offers;
    this.units = units;
    this.news = news;
    this.clock = clock;
  }

  /** What the chains said. */
  void onMessages(List<MessageEvent> facts) {
    Collection<FactSheet> sheets = FactSheet.of(facts);
    if (sheets.isEmpty()) {
      return;
    }
    accounts.record(sheets.stream().filter(FactSheet::opensAccount).toList());
    accounts.see(sheets);
    ledger.postPayments(sheets);
    List<TxId> txids = sheets.stream().map(sheet -> sheet.txid).toList();
    units.learn(txids);
    settle(txids);
  }

  /** Takes each account as far as what is known allows. */
  void settle(List<TxId> txids) {
    Changes changes = new Changes(clock.instant());
    List<GasAccount> touched = accounts.lock(txids);
    weigh(touched, changes);
    for (GasAccount account : touched) {
      if (account.isToppedUp()) {
        account.topUp(changes);
      }
      if (account.endedUncovered()) {
        account.lock();
      }
      account.chargeCosts(changes);
      if (account.isRefundable()) {
        account.oweRest(changes);
      }
      if (account.wasPaidLate()) {
        account.keepLatePayment(changes);
      }
      if (account.isPaidBack()) {
        account.close(changes);
      }
    }
    accounts.save(touched);
    ledger.post(changes.postings());
    news.publish(changes.facts());
  }

  private void weigh(List<GasAccount> touched, Changes changes) {
    List<GasAccount> waiting = touched.stream().filter(GasAccount::isToBeWeighed).toList();
    Map<TxId, Offer> asked = offers.of(waiting, changes.at());
    for (GasAccount account : waiting) {
      Offer offer = asked.get(account.txid);
      if (offer != null) {
        account.weigh(offer, changes);
      }
    }
  }
}
