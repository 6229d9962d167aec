// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import static java.util.Objects.requireNonNull;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.cost.Terms;
import io.settlement.gas.price.Rates;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message's gas account: what the chains said and what was decided. What follows from it is
 * done by {@link Weighing}, {@link Charges}, {@link Rest}, {@link Repayments} and {@link Recall}.
 * Amounts are wei of the source chain unless they are of an account in a vault, which has the money
 * of its chain.
 */
final class GasAccount {
  final TxId txid;
  Money money;
  State state = State.OPEN;
  @Nullable Terms terms;
  @Nullable Instant offeredUntil;
  boolean locked;
  @Nullable String waiver;
  @Nullable Wei announcedPrepaid;
  @Nullable Wei refundDue;
  @Nullable Wei margin;
  int round = 1;

  /** Where an account stands; stored by name. */
  enum State {
    /** The message is not final yet, or could not be priced yet. */
    OPEN,
    /** Asked for more than was paid, or for a quote. */
    SHORT,
    /** Paid enough; the terms are locked. */
    COVERED,
    /** The message has ended; the operator pays the rest back. */
    REFUND_DUE,
    /** What is still owed is claimed by its payers. */
    CLAIMABLE,
    /** Nothing is owed. */
    CLOSED
  }

  GasAccount(TxId txid, Money money) {
    this.txid = txid;
    this.money = money;
  }

  /** Takes what the chains said of money, and what was decided about accounts in vaults. */
  void hear(List<BookedFact> facts, List<VaultAccount> decided) {
    money = Money.of(money.sent(), money.seen(), facts, decided);
  }

  /** Whether what was paid is still to be weighed against what is asked. */
  boolean isToBeWeighed() {
    boolean unheard = state == State.OPEN || !paidOrSeen().equals(announcedPrepaid);
    return money.sent() != null && !locked && unheard;
  }

  /** Whether terms of a quote may replace others: nothing was charged by these. */
  boolean isOpenForQuote() {
    return money.sent() != null && !isDecided() && money.charged().findAny().isEmpty();
  }

  /** Whether it is of a quote that the account does not have yet. */
  boolean isAnotherQuote(Offer offer) {
    String quote = offer.terms().quoteId();
    return quote != null && (terms == null || !quote.equals(terms.quoteId()));
  }

  boolean isPaid() {
    return money.isPaid();
  }

  /** What it may be delivered on, at the rates of its terms. */
  Wei paidOrSeen() {
    return money.paidOrSeen(rates());
  }

  /** Everything paid and final, at the rates of its terms. */
  Wei prepaid() {
    return money.sum(money.vaults().stream(), vault -> vault.prepaid, rates());
  }

  /** Everything the vaults paid back, at the rates of its terms. */
  Wei refunded() {
    return money.sum(
        money.vaults().stream(),
        vault -> vault.refund == null ? Wei.ZERO : vault.refund.fact.amount(),
        rates());
  }

  @Nullable Rates rates() {
    return terms == null ? null : terms.rates();
  }

  /** What it was asked for last, while that stands. */
  Optional<Offer> standingOffer(Instant now) {
    Terms asked = terms;
    Instant until = offeredUntil;
    return asked == null || until == null || until.isBefore(now)
        ? Optional.empty()
        : Optional.of(new Offer(asked, until));
  }

  boolean isDecided() {
    return refundDue != null;
  }

  /** Whether what goes back can be decided. */
  boolean isRefundable() {
    return !isDecided() && locked && money.hasEnded();
  }

  /** Delivery, callback and attempts that failed, as far as charged. */
  Wei spent() {
    return money.charged().map(item -> requireNonNull(item.charge)).reduce(Wei.ZERO, Wei::plus);
  }

  /** What was spent beyond the prepayments. */
  Wei overrun() {
    return Amounts.less(spent(), prepaid());
  }

  /** What is to be topped up; empty when nothing is asked for now. */
  Optional<Wei> missing() {
    return terms == null || state != State.SHORT
        ? Optional.empty()
        : Optional.of(Amounts.less(terms.required(), paidOrSeen()));
  }

  ChainName source() {
    return requireNonNull(money.sent()).source();
  }

  Posting posting(String cause) {
    return new Posting(txid, cause);
  }

  /** A posting that is taken back when the decision is. */
  Posting decision(String cause) {
    return new Posting(txid, cause + suffix());
  }

  String suffix() {
    return "#" + round;
  }
}
