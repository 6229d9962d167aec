// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import static java.util.Objects.requireNonNull;

import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasSettings;
import io.settlement.gas.cost.Estimate;
import io.settlement.gas.cost.PriceList;
import io.settlement.gas.cost.Pricing;
import io.settlement.gas.cost.Terms;
import io.settlement.gas.quote.HonouredQuotes;
import io.settlement.gas.quote.HonouredQuotes.Paid;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By which terms each message is weighed. */
@Component
class Offers {
  private final HonouredQuotes quotes;
  private final Pricing pricing;
  private final GasSettings settings;
  private final Policies policies;

  Offers(HonouredQuotes quotes, Pricing pricing, GasSettings settings, Policies policies) {
    this.quotes = quotes;
    this.pricing = pricing;
    this.settings = settings;
    this.policies = policies;
  }

  /**
   * The quote it was paid on; else what it was asked for last, while that stands; else the prices
   * of now; all of it as the route's policy has it. Accounts that cannot be priced now are absent.
   */
  Map<TxId, Offer> of(List<GasAccount> waiting, Instant now) {
    Map<TxId, Offer> offers = new HashMap<>();
    if (waiting.isEmpty()) {
      return offers;
    }
    PriceList prices = pricing.list(waiting.stream().map(a -> sent(a).route()).toList());
    Map<TxId, Terms> honoured =
        quotes.honour(
            waiting.stream().filter(GasAccount::isPaid).map(a -> paid(a, prices)).toList());
    for (GasAccount account : waiting) {
      offer(account, Optional.ofNullable(honoured.get(account.txid)), prices, now)
          .ifPresent(offer -> offers.put(account.txid, offer));
    }
    return offers;
  }

  private Optional<Offer> offer(
      GasAccount account, Optional<Terms> quoted, PriceList prices, Instant now) {
    Sent sent = sent(account);
    Instant until = now.plus(settings.quoteTtl());
    Optional<Offer> onQuote =
        quoted.map(terms -> policies.applied(sent.route(), new Offer(terms, until)));
    return onQuote
        .or(() -> account.standingOffer(now).map(o -> policies.standing(sent.route(), o)))
        .or(
            () ->
                prices
                    .estimate(sent.route(), sent.size())
                    .map(Estimate::terms)
                    .map(terms -> policies.applied(sent.route(), new Offer(terms, until))));
  }

  /** How the rest of an ended message goes back. */
  RefundRule refundRule(GasAccount ended) {
    return policies.refundRule(sent(ended).route());
  }

  /** What was paid on the destination counts at the rate of now. */
  private static Paid paid(GasAccount account, PriceList prices) {
    Sent sent = sent(account);
    Wei worth =
        account.money.paidOrSeen(
            prices.estimate(sent.route(), sent.size()).map(Estimate::rates).orElse(null));
    return new Paid(account.txid, sent.route(), sent.size(), sent.time(), worth);
  }

  /** Only final messages are weighed, or end. */
  private static Sent sent(GasAccount account) {
    return requireNonNull(account.money.sent());
  }
}
