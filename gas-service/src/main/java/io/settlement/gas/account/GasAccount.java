// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import static java.util.Objects.requireNonNull;

import io.settlement.events.GasEvent.GasAccountClosed;
import io.settlement.events.GasEvent.GasCovered;
import io.settlement.events.GasEvent.GasShort;
import io.settlement.events.GasEvent.RefundClaimable;
import io.settlement.events.GasEvent.RefundDue;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.account.BookAccount.Kind;
import io.settlement.gas.account.VaultAccount.Way;
import io.settlement.gas.cost.Terms;
import io.settlement.gas.cost.UnitPrices;
import io.settlement.gas.price.Rates;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message's gas account: what the chains said and what follows from it. Amounts are wei of the
 * source chain unless they are of an account in a vault, which has the money of its chain.
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

  private @Nullable Rates rates() {
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

  /** Covered or short under these terms. */
  void weigh(Offer offer, Changes changes) {
    Terms asked = offer.terms();
    terms = asked;
    offeredUntil = offer.until();
    waiver = offer.waiver();
    Wei paid = paidOrSeen();
    announcedPrepaid = paid;
    if (offer.isMetBy(paid)) {
      state = State.COVERED;
      locked = true;
      changes.announce(covered(asked, paid, changes));
    } else {
      runShort(asked, paid, changes);
    }
  }

  private void runShort(Terms asked, Wei paid, Changes changes) {
    state = State.SHORT;
    Wei missing = Amounts.less(asked.required(), paid);
    changes.announce(new GasShort(txid, asked.required(), paid, missing, changes.at()));
  }

  private GasCovered covered(Terms asked, Wei paid, Changes changes) {
    UnitPrices prices = asked.covered(paid);
    return new GasCovered(
        txid,
        asked.required(),
        paid,
        asked.quoteId(),
        waiver,
        prices == null ? null : prices.delivery().price(),
        prices == null ? null : prices.callback().price(),
        prices == null ? null : prices.delivery().gas(),
        prices == null ? null : prices.callback().gas(),
        changes.at());
  }

  /**
   * Whether more was paid since it was covered, and there is work left to pay higher prices for.
   */
  boolean isToppedUp() {
    Terms fixed = terms;
    Wei announced = announcedPrepaid;
    return state == State.COVERED
        && !money.hasEnded()
        && fixed != null
        && announced != null
        && paidOrSeen().compareTo(announced) > 0
        && fixed.covered(announced) != null;
  }

  /** Says which prices of gas are covered now. */
  void topUp(Changes changes) {
    Wei paid = paidOrSeen();
    announcedPrepaid = paid;
    changes.announce(covered(requireNonNull(terms), paid, changes));
  }

  /** Whether it ended although it was never covered: then the last terms asked must do. */
  boolean endedUncovered() {
    return !locked && terms != null && money.hasEnded() && isPaid();
  }

  void lock() {
    locked = true;
  }

  /** Books payments, whoever made them. */
  void bookPayments(Changes changes) {
    for (BookedFact item : money.facts()) {
      if (item.is(ChainFact.Kind.PREPAID) && !item.isBooked()) {
        VaultAccount vault = money.vaultOf(item.fact);
        changes.post(
            posting(item.fact.cause())
                .move(vault.book(Kind.PAYER), vault.book(Kind.PREPAYMENT), item.fact.amount()));
        item.charge = Wei.ZERO;
      }
    }
  }

  /**
   * Charges what transactions cost, each once, at the locked rate. What a stranger paid costs
   * nothing; what comes after the rest was decided is the operator's.
   */
  void chargeCosts(Changes changes) {
    if (locked) {
      money.uncharged().forEach(item -> charge(item, changes));
    }
  }

  private void charge(BookedFact item, Changes changes) {
    var cost = item.cost();
    item.charge = Wei.ZERO;
    if (cost.stranger()) {
      return;
    }
    BookAccount submitter = BookAccount.of(kindOf(item), cost.chain(), cost.submitter());
    Posting posting = posting(item.fact.cause());
    ChainName source = source();
    if (isDecided() || !money.isOfMessage(item)) {
      posting.move(BookAccount.of(Kind.OPERATOR, cost.chain()), submitter, cost.fee());
    } else if (cost.chain().equals(source)) {
      item.charge = cost.fee();
      posting.move(BookAccount.of(Kind.MESSAGE, source), submitter, cost.fee());
    } else {
      Wei charge = requireNonNull(terms).rates().toSource(cost.fee());
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

  boolean isDecided() {
    return refundDue != null;
  }

  /** Whether what goes back can be decided. */
  boolean isRefundable() {
    return !isDecided() && locked && money.hasEnded();
  }

  /**
   * Decides what each payer gets back. The accounts bear costs and margin in their order, the
   * sender's first; what they do not cover is the operator's.
   */
  void oweRest(RefundRule rule, Changes changes) {
    Terms fixed = requireNonNull(terms);
    Wei spent = spent();
    Wei open = spent.plus(fixed.marginOf(spent));
    Wei wanted = open;
    Wei fee = Wei.ZERO;
    refundDue = Wei.ZERO;
    for (VaultAccount vault : money.vaults()) {
      if (!vault.prepaid.isZero()) {
        Wei share = Amounts.min(open, money.worth(vault.chain, vault.chargeable, fixed.rates()));
        open = open.minus(share);
        Wei rest = vault.prepaid.minus(take(vault, share, changes));
        if (requireNonNull(money.sent()).isOfSender(vault)) {
          fee = oweSender(vault, rest, rule, changes);
          refundDue = requireNonNull(vault.due);
        } else {
          vault.decide(rest, rest.isZero() ? Way.NOTHING_LEFT : Way.OTHER_PAYER);
        }
        owe(vault, changes);
      }
    }
    Wei taken = wanted.minus(open);
    margin = Amounts.less(taken, spent).plus(fee);
    BookAccount message = BookAccount.of(Kind.MESSAGE, source());
    BookAccount operator = BookAccount.of(Kind.OPERATOR, source());
    changes.post(decision("MARGIN").move(message, operator, Amounts.less(taken, spent)));
    changes.post(decision("OVERRUN").move(operator, message, Amounts.less(spent, taken)));
  }

  /** Takes a share from a deposit; returns how much of its own money that is. */
  private Wei take(VaultAccount vault, Wei share, Changes changes) {
    BookAccount message = BookAccount.of(Kind.MESSAGE, source());
    Posting posting = decision("CHARGED:" + vault.chain + ":" + vault.payer);
    Wei taken = share;
    if (vault.chain.equals(source())) {
      posting.move(vault.book(Kind.PREPAYMENT), message, share);
    } else {
      taken = Exchange.taken(requireNonNull(terms).rates(), share);
      posting
          .move(vault.book(Kind.PREPAYMENT), BookAccount.of(Kind.EXCHANGE, vault.chain), taken)
          .move(BookAccount.of(Kind.EXCHANGE, source()), message, share);
    }
    changes.post(posting);
    return taken;
  }

  /** Returns what the refund's transaction is charged: its quoted fee, or nothing. */
  private Wei oweSender(VaultAccount vault, Wei rest, RefundRule rule, Changes changes) {
    Wei fee = requireNonNull(terms).refundFee();
    Way way = rule.wayOf(rest, fee);
    if (way != Way.PUSHED || rest.isZero()) {
      vault.decide(rest, way);
      return Wei.ZERO;
    }
    vault.decide(rest.minus(fee), way);
    changes.post(
        decision("REFUND_FEE")
            .move(vault.book(Kind.PREPAYMENT), BookAccount.of(Kind.OPERATOR, vault.chain), fee));
    return fee;
  }

  private void owe(VaultAccount vault, Changes changes) {
    Wei due = requireNonNull(vault.due);
    changes.post(
        decision("REFUND_DUE:" + vault.chain + ":" + vault.payer)
            .move(vault.book(Kind.PREPAYMENT), vault.book(Kind.REFUND), due));
    announceRest(vault, changes);
  }

  private void announceRest(VaultAccount vault, Changes changes) {
    Wei due = requireNonNull(vault.due);
    Way way = requireNonNull(vault.way);
    if (way == Way.PUSHED) {
      changes.announce(new RefundDue(txid, vault.chain, vault.payer, due, changes.at()));
    } else if (!due.isZero()) {
      changes.announce(
          new RefundClaimable(txid, vault.chain, vault.payer, due, way.name(), changes.at()));
    }
  }

  /**
   * What was paid after the rest was decided. Where the operator's order or the vault has closed
   * the account, nobody can give it back: it is kept, visibly. A receipt gives it back whole.
   */
  void takeLatePayments(Changes changes) {
    if (!isDecided()) {
      return;
    }
    for (VaultAccount vault : money.vaults()) {
      if (vault.wasPaidSince()) {
        takeLate(vault, changes);
      }
    }
  }

  private void takeLate(VaultAccount vault, Changes changes) {
    Wei before = vault.settled == null ? Wei.ZERO : vault.settled;
    Wei late = vault.prepaid.minus(before);
    Wei due = vault.due == null ? Wei.ZERO : vault.due;
    Posting posting = decision("LATE:" + vault.chain + ":" + vault.payer + ":" + vault.prepaid);
    BookedFact refund = vault.refund;
    if (vault.way == Way.PUSHED || (refund != null && refund.isBooked())) {
      posting.move(vault.book(Kind.PREPAYMENT), BookAccount.of(Kind.OPERATOR, vault.chain), late);
      margin = requireNonNull(margin).plus(money.worth(vault.chain, late, rates()));
      vault.decide(due, requireNonNull(vault.way));
    } else {
      posting.move(vault.book(Kind.PREPAYMENT), vault.book(Kind.REFUND), late);
      Way way = vault.way;
      vault.decide(due.plus(late), way == null || way == Way.NOTHING_LEFT ? Way.OTHER_PAYER : way);
      announceRest(vault, changes);
    }
    changes.post(posting);
  }

  /** Books what the vaults paid back, whoever brought it about. */
  void bookRefunds(Changes changes) {
    for (VaultAccount vault : money.vaults()) {
      BookedFact refund = vault.refund;
      if (isDecided() && vault.isDecided() && refund != null && !refund.isBooked()) {
        book(vault, refund, changes);
        refund.charge = Wei.ZERO;
      }
    }
  }

  private void book(VaultAccount vault, BookedFact refund, Changes changes) {
    BookAccount operator = BookAccount.of(Kind.OPERATOR, vault.chain);
    var cost = refund.cost();
    changes.post(
        posting(refund.fact.cause())
            .move(vault.book(Kind.REFUND), operator, requireNonNull(vault.due))
            .move(operator, vault.book(Kind.PAYER), refund.fact.amount()));
    if (!cost.stranger()) {
      BookAccount submitter =
          BookAccount.of(Kind.REFUND_TRANSACTION, cost.chain(), cost.submitter());
      changes.post(
          posting("COST_OF_" + refund.fact.cause())
              .move(BookAccount.of(Kind.OPERATOR, cost.chain()), submitter, cost.fee()));
    }
  }

  /** Where it stands once the rest is decided; says so when nothing is owed any more. */
  void proceed(Changes changes) {
    if (!isDecided()) {
      return;
    }
    State before = state;
    state = money.stateOfRefunds();
    if (state == State.CLOSED && before != State.CLOSED) {
      close(changes);
    }
  }

  /** Explains every wei: prepaid = spent + margin + refunded. */
  private void close(Changes changes) {
    Wei paid = prepaid();
    Wei back = refunded();
    Wei rest = Amounts.less(paid, back);
    Wei charged = Amounts.min(spent(), rest);
    margin = rest.minus(charged);
    changes.announce(new GasAccountClosed(txid, paid, charged, margin, back, changes.at()));
  }

  /**
   * A payment or a cost does not stand any more. While nothing was paid back and no receipt is out,
   * what was decided is taken back too and decided anew; after that it stays, and the difference is
   * the operator's.
   */
  void takeBack(Changes changes) {
    if (isDecided() && money.isFixed()) {
      changes.leaveRestToOperator(txid);
      return;
    }
    undecide(changes);
    Terms asked = terms;
    if (state == State.COVERED && asked != null && isOpenForQuote()) {
      Wei paid = paidOrSeen();
      announcedPrepaid = paid;
      if (paid.compareTo(asked.required()) < 0) {
        locked = false;
        runShort(asked, paid, changes);
      }
    }
  }

  /**
   * A payment before the end is heard of after the rest was decided: while that can be, it is
   * decided anew. The sender's account is charged first, so others do not change what was ordered.
   */
  void hearLate(Changes changes) {
    if (isDecided() && !money.isFixed() && money.hearsOfMoneyInTime()) {
      undecide(changes);
    }
  }

  private void undecide(Changes changes) {
    if (isDecided()) {
      changes.reverse(txid, suffix());
      money.vaults().forEach(VaultAccount::undecide);
      refundDue = null;
      margin = null;
      round++;
      state = State.COVERED;
    }
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

  private ChainName source() {
    return requireNonNull(money.sent()).source();
  }

  private Posting posting(String cause) {
    return new Posting(txid, cause);
  }

  /** A posting that is taken back when the decision is. */
  private Posting decision(String cause) {
    return new Posting(txid, cause + suffix());
  }

  private String suffix() {
    return "#" + round;
  }
}
