// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import static java.util.Objects.requireNonNull;

import io.settlement.events.value.TxId;
import io.settlement.gas.GasSettings;
import io.settlement.gas.cost.Estimate;
import io.settlement.gas.cost.PriceList;
import io.settlement.gas.cost.Pricing;
import io.settlement.gas.quote.HonouredQuotes;
import io.settlement.gas.quote.HonouredQuotes.Paid;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** By which terms each message is weighed. */
@Component
class Offers {
  private final HonouredQuotes quotes;
  private final Pricing pricing;
  private final GasSettings settings;
  private final Waivers waivers;

  Offers(HonouredQuotes quotes, Pricing pricing, GasSettings settings, Waivers waivers) {
    this.quotes = quotes;
    this.pricing = pricing;
    this.settings = settings;
    this.waivers = waivers;
  }

  /**
   * The quote it was paid on; else what it was asked for last, while that stands; else the prices
   * of now. Nothing is asked for what is waived. Accounts that cannot be priced now are absent.
   */
  Map<TxId, Offer> of(List<GasAccount> waiting, Instant now) {
    Instant until = now.plus(settings.quoteTtl());
    Map<TxId, Offer> offers = new HashMap<>();
    quotes
        .honour(waiting.stream().filter(GasAccount::isPaid).map(Offers::paid).toList())
        .forEach((txid, terms) -> offers.put(txid, new Offer(terms, until)));
    waiting.forEach(
        account -> account.standingOffer(now).ifPresent(o -> offers.putIfAbsent(account.txid, o)));
    List<GasAccount> rest = waiting.stream().filter(a -> !offers.containsKey(a.txid)).toList();
    PriceList prices = pricing.list(rest.stream().map(a -> sent(a).route()).toList());
    for (GasAccount account : rest) {
      prices
          .estimate(sent(account).route(), sent(account).size())
          .map(Estimate::terms)
          .ifPresent(terms -> offers.put(account.txid, new Offer(terms, until)));
    }
    waive(waiting, offers);
    return offers;
  }

  private void waive(List<GasAccount> waiting, Map<TxId, Offer> offers) {
    for (GasAccount account : waiting) {
      waivers
          .reason(sent(account).route())
          .ifPresent(
              reason -> offers.computeIfPresent(account.txid, (txid, o) -> o.waived(reason)));
    }
  }

  private static Paid paid(GasAccount account) {
    Sent sent = sent(account);
    return new Paid(
        account.txid, sent.route(), sent.size(), sent.time(), account.facts.paidOrSeen());
  }

  /** Only final messages are weighed. */
  private static Sent sent(GasAccount account) {
    return requireNonNull(account.facts.sent());
  }
}
