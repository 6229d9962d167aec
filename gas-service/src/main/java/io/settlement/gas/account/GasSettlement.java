// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.MessageEvent;
import io.settlement.events.TransactionEvent.TransactionPaid;
import io.settlement.events.value.TxId;
import io.settlement.gas.cost.GasUnits;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The life of a message's gas account: prepaid → covered or short → delivery and callback charged →
 * the rest owed → paid back → closed. Facts come in any order and more than once; each step happens
 * as soon as what it needs is known, and once. What a reorganisation takes away is reversed.
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
    hear(FactSheet.of(facts));
  }

  /** Transactions that were reverted as a whole. */
  void onFailures(List<TransactionPaid> failed) {
    hear(FactSheet.ofFailed(failed));
  }

  private void hear(Collection<FactSheet> sheets) {
    if (sheets.isEmpty()) {
      return;
    }
    Changes changes = new Changes(clock.instant());
    accounts.record(sheets.stream().filter(FactSheet::opensAccount).toList());
    accounts.see(sheets);
    Set<TxId> shaken = accounts.withdraw(sheets);
    sheets.forEach(sheet -> sheet.causesGone().forEach(gone -> changes.reverse(sheet.txid, gone)));
    List<TxId> txids = sheets.stream().map(sheet -> sheet.txid).toList();
    units.learn(txids);
    List<GasAccount> touched = accounts.lock(txids);
    touched.stream()
        .filter(a -> shaken.contains(a.txid))
        .forEach(a -> new Recall(a, changes).takeBack());
    requote(touched, sheets, changes);
    settle(touched, changes);
  }

  /** Takes each account as far as what is known allows. */
  void settle(List<TxId> txids) {
    settle(accounts.lock(txids), new Changes(clock.instant()));
  }

  private void settle(List<GasAccount> touched, Changes changes) {
    weigh(touched, changes);
    touched.forEach(account -> settle(account, changes));
    accounts.save(touched, changes.at());
    ledger.post(changes);
    news.publish(changes.facts());
  }

  private void settle(GasAccount account, Changes changes) {
    Weighing weighing = new Weighing(account, changes);
    Charges charges = new Charges(account, changes);
    Rest rest = new Rest(account, changes);
    Repayments repayments = new Repayments(account, changes);
    new Recall(account, changes).hearLate();
    charges.bookPayments();
    weighing.topUp();
    weighing.lockAtTheEnd();
    charges.chargeCosts();
    if (account.isRefundable()) {
      rest.owe(offers.refundRule(account));
    }
    rest.takeLatePayments();
    repayments.book();
    repayments.proceed();
  }

  private void weigh(List<GasAccount> touched, Changes changes) {
    List<GasAccount> waiting = touched.stream().filter(GasAccount::isToBeWeighed).toList();
    Map<TxId, Offer> asked = offers.of(waiting, changes.at());
    for (GasAccount account : waiting) {
      Offer offer = asked.get(account.txid);
      if (offer != null) {
        new Weighing(account, changes).weigh(offer);
      }
    }
  }

  /** A quote that is heard of after the payment on it replaces terms nothing was charged by. */
  private void requote(List<GasAccount> touched, Collection<FactSheet> sheets, Changes changes) {
    Set<TxId> quoted =
        sheets.stream().filter(s -> s.quoted).map(s -> s.txid).collect(Collectors.toSet());
    List<GasAccount> open =
        touched.stream()
            .filter(a -> quoted.contains(a.txid) && !a.isToBeWeighed() && a.isOpenForQuote())
            .toList();
    Map<TxId, Offer> asked = offers.of(open, changes.at());
    for (GasAccount account : open) {
      Offer offer = asked.get(account.txid);
      if (offer != null && account.isAnotherQuote(offer)) {
        new Weighing(account, changes).weigh(offer);
      }
    }
  }
}
