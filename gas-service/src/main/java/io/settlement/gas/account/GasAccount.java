// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import static java.util.Objects.requireNonNull;

import io.settlement.events.GasEvent.GasAccountClosed;
import io.settlement.events.GasEvent.GasCovered;
import io.settlement.events.GasEvent.GasShort;
import io.settlement.events.GasEvent.RefundDue;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.account.Posting.Account;
import io.settlement.gas.cost.Terms;
import io.settlement.gas.cost.UnitPrices;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message's gas account, in wei of the source chain: chain facts and what follows from them.
 */
final class GasAccount {
  final TxId txid;
  final ChainFacts facts;
  State state = State.OPEN;
  @Nullable Terms terms;
  @Nullable Instant offeredUntil;
  boolean locked;
  @Nullable String waiver;
  @Nullable Wei announcedPrepaid;
  @Nullable Wei deliveryCharge;
  @Nullable Wei callbackCharge;
  @Nullable Wei refundDue;
  @Nullable Wei margin;
  @Nullable Wei settledPrepaid;

  /** Where an account stands; stored by name. */
  enum State {
    /** The message is not final yet, or could not be priced yet. */
    OPEN,
    /** Asked for more than was paid. */
    SHORT,
    /** Paid enough; the terms are locked. */
    COVERED,
    /** The message has ended; the rest is to be paid back. */
    REFUND_DUE,
    /** The rest was paid back. */
    CLOSED
  }

  GasAccount(TxId txid, ChainFacts facts) {
    this.txid = txid;
    this.facts = facts;
  }

  /** Whether what was paid is still to be weighed against what is asked. */
  boolean isToBeWeighed() {
    boolean unheard = state == State.OPEN || !facts.paidOrSeen().equals(announcedPrepaid);
    return facts.sent() != null && !locked && unheard;
  }

  boolean isPaid() {
    return !facts.paidOrSeen().isZero();
  }

  /** What it was asked for last, while that stands. */
  Optional<Offer> standingOffer(Instant now) {
    Terms asked = terms;
    Instant until = offeredUntil;
    return asked == null || until == null || until.isBefore(now)
        ? Optional.empty()
        : Optional.of(new Offer(asked, until));
  }

  /** Covered or short under these terms. */
  void weigh(Offer offer, Changes changes) {
    Terms asked = offer.terms();
    terms = asked;
    offeredUntil = offer.until();
    waiver = offer.waiver();
    Wei paid = facts.paidOrSeen();
    announcedPrepaid = paid;
    if (paid.compareTo(asked.required()) >= 0) {
      state = State.COVERED;
      locked = true;
      changes.announce(covered(asked, paid, changes));
    } else {
      state = State.SHORT;
      Wei missing = asked.required().minus(paid);
      changes.announce(new GasShort(txid, asked.required(), paid, missing, changes.at()));
    }
  }

  private GasCovered covered(Terms asked, Wei paid, Changes changes) {
    UnitPrices prices = asked.covered(paid);
    return new GasCovered(
        txid,
        asked.required(),
        paid,
        asked.quoteId(),
        waiver,
        prices == null ? null : prices.delivery(),
        prices == null ? null : prices.callback(),
        changes.at());
  }

  /**
   * Whether more was paid since it was covered, and there is work left to pay higher prices for.
   */
  boolean isToppedUp() {
    Terms fixed = terms;
    Wei announced = announcedPrepaid;
    return state == State.COVERED
        && !hasEnded()
        && fixed != null
        && announced != null
        && facts.paidOrSeen().compareTo(announced) > 0
        && fixed.covered(announced) != null;
  }

  /** Says which prices of gas are covered now. */
  void topUp(Changes changes) {
    Wei paid = facts.paidOrSeen();
    announcedPrepaid = paid;
    changes.announce(covered(requireNonNull(terms), paid, changes));
  }

  /** Whether it ended although it was never covered: then the last terms asked must do. */
  boolean endedUncovered() {
    return !locked && terms != null && hasEnded() && isPaid();
  }

  void lock() {
    locked = true;
  }

  private boolean hasEnded() {
    return facts.deliveryFee() != null && facts.callbackFee() != null;
  }

  /** Charges what delivery and callback cost, each once, at the locked rate. */
  void chargeCosts(Changes changes) {
    if (!locked) {
      return;
    }
    Wei there = facts.deliveryFee();
    if (there != null && deliveryCharge == null) {
      deliveryCharge = requireNonNull(terms).rates().toSource(there);
      changes.post(charge("DELIVERY", Account.DELIVERY, deliveryCharge));
    }
    Wei home = facts.callbackFee();
    if (home != null && callbackCharge == null) {
      callbackCharge = home;
      changes.post(charge("CALLBACK", Account.CALLBACK, home));
    }
  }

  private Posting charge(String cause, Account to, Wei amount) {
    return new Posting(txid, cause).move(Account.PREPAYMENT, to, amount);
  }

  boolean isRefundable() {
    return refundDue == null
        && deliveryCharge != null
        && callbackCharge != null
        && facts.refundTo() != null;
  }

  /** Decides once what goes back; what the prepayment does not cover is the operator's. */
  void oweRest(Changes changes) {
    Terms fixed = requireNonNull(terms);
    Wei paid = facts.prepaid();
    Wei spent = spent();
    Wei left = atLeastZero(paid, spent);
    Wei kept = min(fixed.marginOf(spent).plus(fixed.refundFee()), left);
    Wei due = left.minus(kept);
    changes.post(charge("MARGIN", Account.OPERATOR, kept));
    changes.post(
        new Posting(txid, "OVERRUN")
            .move(Account.OPERATOR, Account.PREPAYMENT, atLeastZero(spent, paid)));
    changes.post(charge("REFUND_DUE", Account.REFUND, due));
    margin = kept;
    refundDue = due;
    settledPrepaid = paid;
    if (neverHadAVaultAccount()) {
      endWithoutRefund(changes);
      return;
    }
    state = State.REFUND_DUE;
    changes.announce(
        new RefundDue(
            txid,
            requireNonNull(facts.sent()).route().from().chain(),
            requireNonNull(facts.refundTo()),
            due,
            changes.at()));
  }

  /** Nobody was asked to pay and nobody did: there is nothing to close on the chain. */
  private boolean neverHadAVaultAccount() {
    return waiver != null && !isPaid();
  }

  private void endWithoutRefund(Changes changes) {
    state = State.CLOSED;
    changes.announce(
        new GasAccountClosed(txid, Wei.ZERO, Wei.ZERO, Wei.ZERO, Wei.ZERO, changes.at()));
  }

  /** A payment after the refund was decided cannot be part of it any more. */
  boolean wasPaidLate() {
    return settledPrepaid != null && facts.prepaid().compareTo(settledPrepaid) > 0;
  }

  void keepLatePayment(Changes changes) {
    Wei late = facts.prepaid().minus(requireNonNull(settledPrepaid));
    changes.post(charge("LATE:" + facts.prepaid(), Account.OPERATOR, late));
    margin = requireNonNull(margin).plus(late);
    settledPrepaid = facts.prepaid();
  }

  boolean isPaidBack() {
    return state == State.REFUND_DUE && facts.refunded() != null;
  }

  /** Explains every wei: prepaid = spent + margin + refunded. */
  void close(Changes changes) {
    Wei due = requireNonNull(refundDue);
    Wei back = requireNonNull(facts.refunded());
    changes.post(
        new Posting(txid, "REFUND_PAID")
            .move(Account.REFUND, Account.OPERATOR, due)
            .move(Account.OPERATOR, Account.PAYER, back));
    Wei cost = facts.refundCost();
    if (cost != null) {
      changes.post(
          new Posting(txid, "REFUND_COST")
              .move(Account.OPERATOR, Account.REFUND_TRANSACTION, cost));
    }
    Wei rest = facts.prepaid().minus(back);
    Wei charged = min(spent(), rest);
    Wei kept = rest.minus(charged);
    margin = kept;
    state = State.CLOSED;
    changes.announce(
        new GasAccountClosed(txid, facts.prepaid(), charged, kept, back, changes.at()));
  }

  /** Delivery and callback, as far as charged. */
  Wei spent() {
    Wei there = deliveryCharge == null ? Wei.ZERO : deliveryCharge;
    return callbackCharge == null ? there : there.plus(callbackCharge);
  }

  /** What was spent beyond the prepayment. */
  Wei overrun() {
    return atLeastZero(spent(), facts.prepaid());
  }

  private static Wei atLeastZero(Wei from, Wei less) {
    return from.compareTo(less) > 0 ? from.minus(less) : Wei.ZERO;
  }

  private static Wei min(Wei one, Wei other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
