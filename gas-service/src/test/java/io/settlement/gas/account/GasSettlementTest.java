// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.settlement.events.GasEvent;
import io.settlement.events.GasEvent.GasAccountClosed;
import io.settlement.events.GasEvent.GasCovered;
import io.settlement.events.GasEvent.GasShort;
import io.settlement.events.GasEvent.RefundClaimable;
import io.settlement.events.GasEvent.RefundDue;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.GasPrepaid;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.RefundPaid;
import io.settlement.events.Topics;
import io.settlement.events.TransactionEvent.Purpose;
import io.settlement.events.TransactionEvent.TransactionPaid;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasTest;
import io.settlement.gas.Story;
import io.settlement.gas.account.GasAccount.State;
import io.settlement.gas.cost.Terms;
import io.settlement.gas.price.Rates;
import io.settlement.kit.test.KafkaProbe;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Prices stand still at 10 + 1 wei on Alpha and 40 + 4 on Beta, whose token is worth a quarter. */
class GasSettlementTest extends GasTest {
  /**
   * 220,000 × (60 + 4) ÷ 4 for the delivery and 110,000 × (15 + 1) for the callback, a tenth of
   * both, and 60,000 × (15 + 1) for the refund.
   */
  private static final Wei REQUIRED = Wei.of((3_520_000L + 1_760_000) * 11 / 10 + 960_000);

  private static final Wei REFUND_FEE = Wei.of(60_000 * 11);

  @Autowired GasSettlement flow;
  @Autowired Repricing repricing;
  @Autowired Accounts accounts;
  @Autowired Ledger ledger;
  @Autowired KafkaProbe kafka;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void fixPrices() {
    price("Alpha", 10, 1, "2000");
    price("Beta", 40, 4, "500");
  }

  @Test
  void coversAMessageThatPrepaidEnough() {
    Story story = Story.begin();

    hear(story.sent(), story.prepaid(REQUIRED));

    assertThat(said(story, GasCovered.class, 1))
        .singleElement()
        .returns(REQUIRED, GasCovered::required)
        .returns(REQUIRED, GasCovered::prepaid)
        .returns(null, GasCovered::quoteId);
    assertThat(find(story).state).isEqualTo(State.COVERED);
  }

  @Test
  void aWithdrawalToBitcoinPrepaysItsCallbackAloneAndTheOutcomeThereCostsNoGas() {
    Story story = Story.withdrawal();

    hear(story.sent());
    Wei required = said(story, GasShort.class, 1).getFirst().required();
    // 110,000 and 60,000 units on Alpha at 10 × 1.5 + 1, a tenth on top; a payout is no gas
    assertThat(required).isEqualTo(Wei.of(110_000L * 16 * 11 / 10 + 60_000 * 16));
    hear(story.prepaid(required));
    assertThat(said(story, GasCovered.class, 1)).hasSize(1);
    hear(
        story.deliveredByStranger(Outcome.SUCCESS, 0, 0),
        story.settled(Outcome.SUCCESS, 1_000, 10));

    assertThat(said(story, RefundDue.class, 1)).hasSize(1);
    assertThat(find(story).state).isEqualTo(State.REFUND_DUE);
  }

  @Test
  void aDepositFromBitcoinIsWaivedAndItsDeliveryIsTheOperators() {
    Story story = Story.deposit();

    hear(story.sent());

    assertThat(said(story, GasCovered.class, 1))
        .singleElement()
        .returns(Wei.ZERO, GasCovered::required)
        .returns("nobody prepays on Bitcoin", GasCovered::waiver);
    hear(story.delivered(Outcome.SUCCESS, 100_000, 10), story.settledWithoutCost(Outcome.SUCCESS));
    assertThat(said(story, GasAccountClosed.class, 1))
        .singleElement()
        .returns(Wei.ZERO, GasAccountClosed::prepaid);
  }

  @Test
  void aWaivedMessageIsCoveredAndTheOperatorBearsItsCosts() {
    Story story = Story.back();

    hear(story.sent());
    assertThat(said(story, GasCovered.class, 1))
        .singleElement()
        .returns(Wei.ZERO, GasCovered::required)
        .returns(null, GasCovered::deliveryPrice)
        .returns("no gas contract there", GasCovered::waiver);
    hear(story.delivered(Outcome.SUCCESS, 100_000, 10), story.settled(Outcome.SUCCESS, 50_000, 40));

    assertThat(said(story, GasAccountClosed.class, 1))
        .singleElement()
        .returns(Wei.ZERO, GasAccountClosed::prepaid)
        .returns(Wei.ZERO, GasAccountClosed::refunded);
    assertThat(said(story, RefundDue.class, 0)).isEmpty();
    Wei costs = Wei.of(100_000L * 10 * 4 + 50_000L * 40); // Alpha's token is worth four of Beta's
    GasAccount closed = find(story);
    assertThat(closed.state).isEqualTo(State.CLOSED);
    assertThat(closed.overrun()).isEqualTo(costs);
    assertThat(ledger.entries(story.txid))
        .filteredOn(entry -> entry.account() == BookAccount.Kind.OPERATOR)
        .extracting(Ledger.Entry::amount)
        .containsExactly(costs.value().negate().toString());
  }

  @Test
  void whatWasPaidForAWaivedMessageAllTheSameBearsItsCostsAndTheRestGoesBack() {
    Story story = Story.back();

    hear(story.sent(), story.prepaid(Wei.of(9_000_000)));
    hear(story.delivered(Outcome.SUCCESS, 100_000, 10), story.settled(Outcome.SUCCESS, 50_000, 40));

    assertThat(said(story, RefundDue.class, 1))
        .singleElement()
        .returns(Wei.of(9_000_000L - 100_000 * 10 * 4 - 50_000 * 40), RefundDue::amount)
        .returns(null, RefundDue::fee)
        .returns(Story.BETA, RefundDue::chain);
  }

  @Test
  void aPaymentSeenEarlyCoversAndOnlyTheFinalOneIsBooked() {
    Story story = Story.begin();
    LogRef block = story.block();

    hear(story.seen(REQUIRED, block), story.sent());
    assertThat(said(story, GasCovered.class, 1))
        .extracting(GasCovered::prepaid)
        .containsOnly(REQUIRED);
    assertThat(ledger.entries(story.txid)).isEmpty();

    hear(story.prepaid(REQUIRED));
    assertThat(ledger.entries(story.txid)).hasSize(2);
    assertThat(find(story).prepaid()).isEqualTo(REQUIRED);
  }

  @Test
  void aPaymentWhoseBlockIsReplacedIsForgotten() {
    Story story = Story.begin();
    LogRef block = story.block();

    hear(story.seen(Wei.of(1_000), block), story.sent());
    hear(story.orphaned(block));
    assertThat(find(story).paidOrSeen()).isEqualTo(Wei.ZERO);

    hear(story.seen(Wei.of(2_000), story.block()), story.orphaned(block));
    assertThat(find(story).paidOrSeen()).isEqualTo(Wei.of(2_000));
    assertThat(accounts.find(new TxId("0x" + "99".repeat(32)))).isEmpty();
  }

  @Test
  void asksAMessageThatNeverPrepaid() {
    Story story = Story.begin();

    hear(story.sent());

    assertThat(said(story, GasShort.class, 1))
        .singleElement()
        .returns(REQUIRED, GasShort::missing)
        .returns(Wei.ZERO, GasShort::prepaid);
  }

  @Test
  void whatAHandlerMayUseBeyondTheDefaultIsAskedFor() {
    Story story = Story.begin();
    Story greedy = Story.begin();

    hear(story.sent(195, new Gas(500_000)), greedy.sent(195, new Gas(700_000)));

    Wei more = Wei.of(200_000L * 64 / 4); // on Beta, whose token is worth a quarter
    Wei withMargin = more.plus(Wei.of(more.value().longValueExact() / 10));
    assertThat(said(story, GasShort.class, 1)).extracting(GasShort::missing).containsOnly(REQUIRED);
    assertThat(said(greedy, GasShort.class, 1))
        .extracting(GasShort::missing)
        .containsOnly(REQUIRED.plus(withMargin));
  }

  @Test
  void whateverIsPaidIntoAnyAccountOnEitherChainCounts() {
    Story story = Story.begin();
    EvmAddress friend = new EvmAddress("0x" + "55".repeat(20));

    hear(story.prepaidInto(friend, Wei.of(4_000_000)), story.sent(), story.prepaid(Wei.of(1_000)));
    assertThat(said(story, GasShort.class, 1))
        .singleElement()
        .returns(Wei.of(4_001_000), GasShort::prepaid)
        .returns(REQUIRED.minus(Wei.of(4_001_000)), GasShort::missing);

    // Beta's token is worth a quarter: one wei less is not enough
    Wei there = REQUIRED.minus(Wei.of(4_001_000)).times(4);
    hear(story.prepaidThere(friend, there.minus(Wei.of(1))));
    assertThat(said(story, GasShort.class, 2).getLast().missing()).isEqualTo(Wei.of(1));
    hear(story.prepaidThere(friend, Wei.of(1)));
    assertThat(said(story, GasCovered.class, 1))
        .singleElement()
        .returns(REQUIRED, GasCovered::prepaid);

    hear(story.delivered(Outcome.SUCCESS, 100_000, 40), story.settled(Outcome.SUCCESS, 50_000, 11));
    // 1,000,000 and 550,000 spent, a tenth on top: 1,000 of the sender's, the rest of the friend's
    assertThat(said(story, RefundDue.class, 1))
        .singleElement()
        .returns(Story.USER, RefundDue::to)
        .returns(Wei.ZERO, RefundDue::amount);
    assertThat(said(story, RefundClaimable.class, 2))
        .extracting(RefundClaimable::chain, RefundClaimable::amount, RefundClaimable::reason)
        .containsExactly(
            tuple(Story.ALPHA, Wei.of(4_000_000 - 1_705_000 + 1_000), "OTHER_PAYER"),
            tuple(Story.BETA, there, "OTHER_PAYER"));
    hear(story.refunded(Wei.ZERO, 20_000, 10));
    assertThat(find(story).state).isEqualTo(State.CLAIMABLE);

    hear(story.claimed(Story.BETA, friend, there));
    hear(story.claimed(Story.ALPHA, friend, Wei.of(2_296_000)));
    assertThat(said(story, GasAccountClosed.class, 1))
        .singleElement()
        .returns(REQUIRED, GasAccountClosed::prepaid)
        .returns(Wei.of(1_550_000), GasAccountClosed::spent)
        .returns(Wei.of(155_000), GasAccountClosed::margin);
    assertThat(balance(story, "OPERATOR")).isEqualTo(String.valueOf(155_000 - 200_000));
    assertThat(balance(story, "MESSAGE")).isEqualTo("0");
  }

  @Test
  void aPayerOfAnotherAccountPaysForAMessageWhoseSenderPaysNothing() {
    Story story = Story.begin();
    EvmAddress friend = new EvmAddress("0x" + "55".repeat(20));

    hear(story.sent());
    hear(story.prepaidThere(friend, REQUIRED.times(4)));
    assertThat(said(story, GasCovered.class, 1)).hasSize(1);
    hear(story.delivered(Outcome.SUCCESS, 100_000, 40), story.settled(Outcome.SUCCESS, 50_000, 11));
    hear(story.prepaidThere(friend, Wei.of(7)));

    // 1,705,000 on Alpha are four times as much on Beta; what came after the end goes back whole
    List<RefundClaimable> owed = said(story, RefundClaimable.class, 2);
    assertThat(owed.getLast().amount())
        .isEqualTo(REQUIRED.times(4).minus(Wei.of(4 * 1_705_000)).plus(Wei.of(7)));
    assertThat(said(story, RefundDue.class, 0)).isEmpty();
    hear(story.claimed(Story.BETA, friend, owed.getLast().amount()));
    assertThat(find(story).state).isEqualTo(State.CLOSED);
  }

  @Test
  void severalAccountsAndWithdrawnFactsEndTheSameInAnyOrder() {
    EvmAddress friend = new EvmAddress("0x" + "55".repeat(20));
    Random random = new Random(9);
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Story story = Story.begin();
      stories.add(story);
      MessageDelivered gone = story.delivered(Outcome.SUCCESS, 100_000, 10);
      List<MessageEvent> facts =
          new ArrayList<>(
              List.of(
                  story.prepaid(REQUIRED),
                  story.prepaidThere(friend, Wei.of(50_000_000)),
                  gone,
                  story.withdrawn(gone, gone.ref()),
                  story.delivered(Outcome.SUCCESS, 200_000, 200),
                  story.settled(Outcome.SUCCESS, 50_000, 10)));
      facts.addAll(List.copyOf(facts));
      Collections.shuffle(facts, random);
      hear(story.sent());
      int cut = random.nextInt(facts.size());
      hear(facts.subList(0, cut));
      facts.subList(cut, facts.size()).forEach(this::hear);
    }

    // 10,500,000 spent, a tenth on top; what the sender's account does not bear the friend's does
    Wei there = Wei.of(4 * 11_550_000L).minus(REQUIRED.times(4));
    for (Story story : stories) {
      assertThat(find(story)).returns(Wei.of(1_050_000), a -> a.margin);
      assertThat(find(story).money.vaults())
          .extracting(vault -> vault.payer, vault -> vault.due)
          .containsExactly(
              tuple(Story.USER, Wei.ZERO), tuple(friend, Wei.of(50_000_000).minus(there)));
      assertThat(balance(story, "MESSAGE")).isEqualTo("0");
      assertThat(balance(story, "PREPAYMENT")).isEqualTo("0");
      assertThat(balance(story, "REFUND")).isEqualTo("0");
    }
  }

  @Test
  void aStrangersDeliveryCostsNobodyAnything() {
    Story story = Story.begin();
    hear(story.sent(), story.prepaid(REQUIRED));

    hear(
        story.deliveredByStranger(Outcome.SUCCESS, 100_000, 40),
        story.settled(Outcome.SUCCESS, 50_000, 10));

    assertThat(said(story, RefundDue.class, 1))
        .singleElement()
        .returns(REQUIRED.minus(Wei.of(550_000)).minus(REFUND_FEE), RefundDue::amount)
        .returns(REFUND_FEE, RefundDue::fee);
    assertThat(ledger.entries(story.txid))
        .noneMatch(entry -> entry.account() == BookAccount.Kind.DELIVERY);
  }

  @Test
  void transactionsThatFailedAreSharedAmongTheirMessages() {
    Story first = Story.begin();
    Story second = Story.begin();
    hear(first.sent(), first.prepaid(REQUIRED), second.sent(), second.prepaid(REQUIRED));
    TransactionPaid failed =
        Story.failedThere(Purpose.DELIVER, 8_005, List.of(first.txid, second.txid));

    fail(failed, failed);
    hear(first.delivered(Outcome.SUCCESS, 100_000, 40), first.settled(Outcome.SUCCESS, 50_000, 10));
    hear(
        second.delivered(Outcome.SUCCESS, 100_000, 40),
        second.settled(Outcome.SUCCESS, 50_000, 10));
    fail(failed);

    // 4,003 and 4,002 on Beta are a quarter on Alpha, rounded up
    assertThat(find(first).spent()).isEqualTo(Wei.of(1_500_000 + 1_001));
    assertThat(find(second).spent()).isEqualTo(Wei.of(1_500_000 + 1_001));
    fail(Story.failedThere(Purpose.DELIVER, 500, List.of(first.txid)));
    fail(Story.failedThere(Purpose.REFUND, 600, List.of(second.txid)));
    assertThat(find(first).spent()).isEqualTo(Wei.of(1_500_000 + 1_001));
    assertThat(
            jdbc.sql(
                    "select sum(amount) from gas_entry where account = 'FAILED' and chain = 'Beta'"
                        + " and party = ? and txid in (?, ?)")
                .params(Story.SUBMITTER.hex(), first.txid.hex(), second.txid.hex())
                .query(Long.class)
                .single())
        .isEqualTo(8_005 + 500 + 600);
  }

  @Test
  void aWithdrawnPaymentIsReversedOnceAndCountsAgainWhenItIsToldAnew() {
    Story story = Story.begin();
    GasPrepaid payment = story.prepaid(REQUIRED);
    MessageEvent gone = story.withdrawn(payment, payment.ref());

    hear(story.sent(), payment);
    hear(gone);
    hear(gone);
    hear(payment);
    assertThat(said(story, GasShort.class, 1)).singleElement().returns(REQUIRED, GasShort::missing);
    assertThat(find(story).prepaid()).isEqualTo(Wei.ZERO);
    assertThat(ledger.entries(story.txid)).hasSize(4);
    assertThat(balance(story, "PREPAYMENT")).isEqualTo("0");

    hear(story.prepaid(REQUIRED));
    assertThat(find(story).state).isEqualTo(State.COVERED);
    assertThat(balance(story, "PREPAYMENT")).isEqualTo(REQUIRED.toString());
  }

  @Test
  void aWithdrawnCostTakesBackWhatWasDecidedUntilItIsToldAnew() {
    Story story = Story.begin();
    MessageDelivered delivery = story.delivered(Outcome.SUCCESS, 100_000, 40);
    hear(story.sent(), story.prepaid(REQUIRED), delivery);
    hear(story.settled(Outcome.SUCCESS, 50_000, 10));
    Wei first = said(story, RefundDue.class, 1).getFirst().amount();

    hear(story.withdrawn(delivery, delivery.ref()));
    assertThat(find(story)).returns(State.COVERED, a -> a.state).returns(null, a -> a.refundDue);
    assertThat(balance(story, "PREPAYMENT")).isEqualTo(REQUIRED.toString());
    assertThat(balance(story, "REFUND")).isEqualTo("0");

    hear(story.delivered(Outcome.SUCCESS, 100_000, 80));
    Wei second = said(story, RefundDue.class, 2).getLast().amount();
    assertThat(first.minus(second)).isEqualTo(Wei.of(1_000_000 + 100_000));
    hear(story.refunded(second, 20_000, 10));
    assertThat(find(story).state).isEqualTo(State.CLOSED);
    assertThat(balance(story, "MESSAGE")).isEqualTo("0");
    assertThat(balance(story, "REFUND")).isEqualTo("0");
  }

  @Test
  void afterTheRefundWasPaidWithdrawnFactsAreTheOperators() {
    Story story = Story.begin();
    GasPrepaid payment = story.prepaid(REQUIRED);
    MessageDelivered delivery = story.delivered(Outcome.SUCCESS, 100_000, 40);
    hear(story.sent(), payment, delivery, story.settled(Outcome.SUCCESS, 50_000, 10));
    Wei due = said(story, RefundDue.class, 1).getFirst().amount();
    RefundPaid refund = story.refunded(due, 20_000, 10);
    hear(refund);

    hear(story.withdrawn(delivery, delivery.ref()), story.withdrawn(payment, payment.ref()));
    assertThat(balance(story, "PREPAYMENT")).isEqualTo("0");
    assertThat(balance(story, "MESSAGE")).isEqualTo("0");
    assertThat(balance(story, "PAYER")).isEqualTo(due.toString());

    hear(story.withdrawn(refund, refund.ref()));
    assertThat(find(story).state).isEqualTo(State.REFUND_DUE);
    assertThat(balance(story, "REFUND")).isEqualTo(due.toString());
    assertThat(balance(story, "REFUND_TRANSACTION")).isEqualTo("0");
    hear(story.refunded(due, 20_000, 10));
    assertThat(find(story).state).isEqualTo(State.CLOSED);
  }

  @Test
  void policiesOfARouteCountInTheirOrder() {
    Story half = Story.begin();
    Story quoted = Story.begin();
    Policies policies =
        new Policies(
            List.of(
                policy(half.route.to().toString(), Policies.Coverage.MINIMUM_FRACTION, "0.5"),
                policy(half.route.to().toString(), Policies.Coverage.FULL, null),
                policy("*" + quoted.route.from().address(), Policies.Coverage.REQUIRE_QUOTE, null)),
            List.of(new Policies.Waiver(Story.ALPHA, null, "a favour")),
            new Policies.Refunds(BigInteger.TEN));
    Terms terms =
        new Terms(
            Wei.of(1_001), null, new Rates(BigDecimal.ONE, BigDecimal.ONE), 1_000, Wei.ZERO, null);
    Offer made = new Offer(terms, Instant.EPOCH);

    assertThat(policies.applied(half.route, made))
        .returns(Wei.of(501), offer -> offer.terms().required())
        .returns(1_000, offer -> offer.terms().marginBps());
    assertThat(policies.standing(half.route, made)).isEqualTo(made);
    assertThat(policies.applied(quoted.route, made).isMetBy(Wei.of(9_999))).isFalse();
    assertThat(policies.applied(Story.randomRoute(), made))
        .returns("a favour", Offer::waiver)
        .returns(true, offer -> offer.isMetBy(Wei.ZERO));
    assertThat(policies.applied(Story.back().route, made)).isEqualTo(made);
    assertThat(policies.refundRule(half.route)).isEqualTo(new RefundRule(false, Wei.of(10)));
  }

  private static Policies.Policy policy(
      String handler, Policies.Coverage coverage, @Nullable String fraction) {
    return new Policies.Policy(
        null,
        null,
        handler,
        coverage,
        fraction == null ? null : new BigDecimal(fraction),
        null,
        false);
  }

  @Test
  void aQuoteForLessHandlerGasIsNotHonoured() {
    Story story = Story.begin();
    Instant now = Instant.now();
    quote(story.route, 4_000, 256, now.minusSeconds(60), now.plusSeconds(60));

    hear(story.sent(195, new Gas(500_001)), story.prepaid(Wei.of(4_000)));

    assertThat(said(story, GasShort.class, 1)).hasSize(1);
  }

  @Test
  void aTopUpOfWhatWasMissingIsEnoughThoughPricesRose() {
    Story story = Story.begin();
    hear(story.sent(), story.prepaid(Wei.of(1_000)));
    Wei missing = said(story, GasShort.class, 1).getFirst().missing();
    price("Alpha", 1_000, 1, "2000");

    hear(story.prepaid(missing));

    assertThat(said(story, GasCovered.class, 1))
        .singleElement()
        .returns(REQUIRED, GasCovered::prepaid);
  }

  @Test
  void whatWasAskedDoesNotStandForever() {
    Story story = Story.begin();
    hear(story.sent(), story.prepaid(Wei.of(1_000)));
    Wei missing = said(story, GasShort.class, 1).getFirst().missing();
    price("Alpha", 1_000, 1, "2000");
    jdbc.sql("update gas_account set offered_until = now() - interval '1 second' where txid = ?")
        .param(story.txid.hex())
        .update();

    hear(story.prepaid(missing));

    assertThat(said(story, GasShort.class, 2).getLast().required()).isGreaterThan(REQUIRED);
  }

  @Test
  void honoursTheQuoteThatWasPaid() {
    Story story = Story.begin();
    Instant now = Instant.now();
    quote(story.route, 5_000, 256, now.minusSeconds(60), now.plusSeconds(60));
    String paidOn = quote(story.route, 4_000, 256, now.minusSeconds(60), now.plusSeconds(60));
    quote(story.route, 3_000, 256, now.minusSeconds(60), now.plusSeconds(60));

    hear(story.sent(), story.prepaid(Wei.of(4_000)));

    assertThat(said(story, GasCovered.class, 1))
        .singleElement()
        .returns(Wei.of(4_000), GasCovered::required)
        .returns(paidOn, GasCovered::quoteId);
  }

  @Test
  void saysWhichPricesOfGasArePaidForAndHigherOnesOnceMoreIsPaid() {
    Story story = Story.begin();
    MessageEvent topUp = story.prepaid(REQUIRED.minus(REFUND_FEE));

    hear(story.sent(), story.prepaid(REQUIRED));
    hear(topUp);
    hear(topUp);
    hear(story.delivered(Outcome.SUCCESS, 100_000, 40));
    hear(story.prepaid(Wei.of(1)));

    List<GasCovered> covered = said(story, GasCovered.class, 3);
    assertThat(covered).extracting(GasCovered::deliveryPrice).startsWith(Wei.of(64), Wei.of(128));
    assertThat(covered).extracting(GasCovered::callbackPrice).startsWith(Wei.of(16), Wei.of(32));
    assertThat(covered)
        .extracting(GasCovered::prepaid)
        .containsExactly(
            REQUIRED,
            REQUIRED.times(2).minus(REFUND_FEE),
            REQUIRED.times(2).minus(REFUND_FEE).plus(Wei.of(1)));
  }

  @Test
  void theQuotedPricesOfGasArePaidForWhateverGasCostsMeanwhile() {
    Story story = Story.begin();
    Instant now = Instant.now();
    String quote = quote(story.route, 4_000, 256, now.minusSeconds(60), now.plusSeconds(60));
    quoteLeg(quote, 1, "DELIVERY", 30);
    quoteLeg(quote, 2, "CALLBACK", 20);
    quoteLeg(quote, 3, "REFUND", 20);
    price("Beta", 40_000, 4, "500");

    // The refund's fee of 10 buys no price.
    hear(story.sent(), story.prepaid(Wei.of(4_010 + 3_990 / 2)));

    assertThat(said(story, GasCovered.class, 1))
        .singleElement()
        .returns(Wei.of(33L * 5_995 / 3_990), GasCovered::deliveryPrice)
        .returns(Wei.of(23L * 5_995 / 3_990), GasCovered::callbackPrice);
  }

  @Test
  void honoursTheDearestQuoteBelowWhatWasPaid() {
    Story story = Story.begin();
    Instant now = Instant.now();
    String dearest = quote(story.route, 4_000, 256, now.minusSeconds(60), now.plusSeconds(60));
    quote(story.route, 3_000, 256, now.minusSeconds(30), now.plusSeconds(60));

    hear(story.sent(), story.prepaid(Wei.of(4_500)));

    assertThat(said(story, GasCovered.class, 1))
        .singleElement()
        .returns(Wei.of(4_000), GasCovered::required)
        .returns(dearest, GasCovered::quoteId);
  }

  @Test
  void doesNotHonourQuotesThatWereNotForThisMessage() {
    Story story = Story.begin();
    Instant now = Instant.now();
    quote(story.route, 4_000, 256, now.minusSeconds(600), now.minusSeconds(300));
    quote(story.route, 4_000, 194, now.minusSeconds(60), now.plusSeconds(60));
    quote(story.route, 4_000, 256, now.plusSeconds(120), now.plusSeconds(180));
    quote(Story.randomRoute(), 4_000, 256, now.minusSeconds(60), now.plusSeconds(60));

    hear(story.sent(195), story.prepaid(Wei.of(4_000)));

    assertThat(said(story, GasShort.class, 1))
        .singleElement()
        .returns(REQUIRED, GasShort::required);
  }

  @Test
  void aQuoteThatExpiredAfterTheMessageWasSentIsHonoured() {
    Instant sentAt = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    Story story = Story.on(Story.randomRoute(), sentAt);
    quote(story.route, 4_000, 256, sentAt.minusSeconds(60), sentAt.plusSeconds(1));

    hear(story.sent(), story.prepaid(Wei.of(4_000)));

    assertThat(said(story, GasCovered.class, 1)).hasSize(1);
  }

  @Test
  void chargesByTheRatesOfTheTimeItWasCovered() {
    Story story = Story.begin();
    Wei prepaid = Wei.parse("1000000000000000");
    hear(story.sent(), story.prepaid(prepaid));
    price("Beta", 40, 4, "1000000");

    hear(story.ended());

    // 100,000 gwei on Beta are a quarter on Alpha; 100,000 gwei on Alpha; a tenth on top
    Wei spent = Wei.of(25_000_000_000_000L + 100_000_000_000_000L);
    Wei margin = Wei.of(12_500_000_000_000L).plus(REFUND_FEE);
    assertThat(said(story, RefundDue.class, 1))
        .singleElement()
        .returns(prepaid.minus(spent).minus(margin), RefundDue::amount)
        .returns(Story.ALPHA, RefundDue::chain)
        .returns(Story.USER, RefundDue::to);
  }

  @Test
  void anyOrderOfFactsEndsTheSame() {
    Wei prepaid = Wei.parse("1000000000000000");
    Wei due = prepaid.minus(Wei.of(137_500_000_000_000L)).minus(REFUND_FEE);
    Random random = new Random(5);
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Story story = Story.begin();
      stories.add(story);
      List<MessageEvent> facts = new ArrayList<>(story.ended());
      facts.add(story.sent());
      facts.add(story.prepaid(prepaid));
      facts.add(story.refunded(due, 30_000, 1));
      facts.addAll(List.copyOf(facts));
      Collections.shuffle(facts, random);
      int cut = random.nextInt(facts.size());
      hear(facts.subList(0, cut));
      facts.subList(cut, facts.size()).forEach(this::hear);
    }

    for (Story story : stories) {
      assertThat(find(story)).returns(State.CLOSED, a -> a.state).returns(due, a -> a.refundDue);
      assertThat(ledger.entries(story.txid)).hasSize(20);
      assertThat(said(story, GasAccountClosed.class, 1)).hasSize(1);
      assertThat(said(story, GasCovered.class, 1)).hasSize(1);
      assertThat(said(story, RefundDue.class, 1)).hasSize(1);
    }
  }

  @Test
  void closesWithEveryWeiExplained() {
    Story story = Story.begin();
    hear(story.sent(), story.prepaid(Wei.of(7_000_000)), story.prepaid(Wei.of(3_000_000)));
    hear(story.delivered(Outcome.FAILED, 200_000, 41), story.settled(Outcome.FAILED, 100_000, 12));
    Wei due = said(story, RefundDue.class, 1).getFirst().amount();

    hear(story.refunded(due, 50_000, 11));

    assertThat(said(story, GasAccountClosed.class, 1))
        .singleElement()
        .returns(Wei.of(10_000_000), GasAccountClosed::prepaid)
        .returns(Wei.of(2_050_000 + 1_200_000), GasAccountClosed::spent)
        .returns(Wei.of(325_000).plus(REFUND_FEE), GasAccountClosed::margin)
        .returns(due, GasAccountClosed::refunded);
    assertThat(due).isEqualTo(Wei.of(10_000_000 - 3_250_000 - 325_000).minus(REFUND_FEE));
    assertThat(balance(story, "PREPAYMENT")).isEqualTo("0");
    assertThat(balance(story, "REFUND")).isEqualTo("0");
    assertThat(balance(story, "PAYER"))
        .isEqualTo(due.value().subtract(Wei.of(10_000_000).value()).toString());
    assertThat(balance(story, "OPERATOR")).isEqualTo("435000");
  }

  @Test
  void anOverrunIsTheOperatorsAndIsVisible() {
    Story story = Story.begin();
    hear(story.sent(), story.prepaid(REQUIRED));

    hear(
        story.delivered(Outcome.SUCCESS, 200_000, 400),
        story.settled(Outcome.SUCCESS, 100_000, 12));

    Wei spent = Wei.of(20_000_000 + 1_200_000);
    assertThat(said(story, RefundDue.class, 1))
        .singleElement()
        .returns(Wei.ZERO, RefundDue::amount);
    assertThat(find(story).overrun()).isEqualTo(spent.minus(REQUIRED));
    assertThat(balance(story, "OPERATOR"))
        .isEqualTo(REQUIRED.value().subtract(spent.value()).toString());
    assertThat(balance(story, "PREPAYMENT")).isEqualTo("0");
  }

  @Test
  void aPaymentAfterTheRefundWasDecidedIsKeptVisibly() {
    Story story = Story.begin();
    hear(story.sent(), story.prepaid(REQUIRED));
    hear(
        story.delivered(Outcome.SUCCESS, 100_000, 40), story.settled(Outcome.SUCCESS, 100_000, 11));
    Wei due = said(story, RefundDue.class, 1).getFirst().amount();

    hear(story.prepaid(Wei.of(500)));
    hear(story.refunded(due, 50_000, 11));

    assertThat(said(story, RefundDue.class, 1)).hasSize(1);
    assertThat(balance(story, "PREPAYMENT")).isEqualTo("0");
    assertThat(said(story, GasAccountClosed.class, 1))
        .singleElement()
        .returns(REQUIRED.plus(Wei.of(500)), GasAccountClosed::prepaid)
        .matches(c -> c.prepaid().equals(c.spent().plus(c.margin()).plus(c.refunded())));
  }

  @Test
  void aMessageSomebodyElseDeliveredGetsItsRestBackThoughItWasShort() {
    Story story = Story.begin();
    hear(story.sent(), story.prepaid(REQUIRED.minus(Wei.of(1))));
    assertThat(said(story, GasShort.class, 1)).hasSize(1);

    hear(story.delivered(Outcome.SUCCESS, 100_000, 40), story.settled(Outcome.SUCCESS, 50_000, 11));

    assertThat(said(story, RefundDue.class, 1)).hasSize(1);
    assertThat(find(story).state).isEqualTo(State.REFUND_DUE);
  }

  @Test
  void waitsForAPriceAndGoesOnWhenThereIsOne() {
    Story story = Story.begin();
    jdbc.sql("update price_sample set sampled_at = now() - interval '2 hours' where chain = 'Beta'")
        .update();
    hear(story.sent(), story.prepaid(REQUIRED));
    assertThat(find(story).state).isEqualTo(State.OPEN);

    price("Beta", 40, 4, "500");
    repricing.weighUnpriced();

    assertThat(said(story, GasCovered.class, 1)).hasSize(1);
  }

  @Test
  void theLedgerRefusesWhatDoesNotBalanceAndForgetsNothing() {
    Story story = Story.begin();
    hear(story.sent(), story.prepaid(REQUIRED));

    assertThatThrownBy(
            () ->
                jdbc.sql(
                        "insert into gas_entry (txid, cause, account, chain, party, amount) values"
                            + " (?, 'X', 'PAYER', 'Alpha', '', 1)")
                    .param(story.txid.hex())
                    .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("out of balance by 1");
    assertThatThrownBy(() -> jdbc.sql("delete from gas_entry").update())
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> jdbc.sql("update gas_entry set amount = 0").update())
        .hasMessageContaining("append-only");
  }

  private void hear(MessageEvent... facts) {
    hear(List.of(facts));
  }

  private void hear(List<MessageEvent> facts) {
    transaction.executeWithoutResult(status -> flow.onMessages(facts));
  }

  private GasAccount find(Story story) {
    return accounts.find(story.txid).orElseThrow();
  }

  private <F extends GasEvent> List<F> said(Story story, Class<F> type, int count) {
    TxId txid = story.txid;
    return kafka.await(Topics.GAS_EVENTS, type, fact -> fact.txid().equals(txid), count);
  }

  private void fail(TransactionPaid... failed) {
    transaction.executeWithoutResult(status -> flow.onFailures(List.of(failed)));
  }

  private String balance(Story story, String account) {
    return jdbc.sql(
            "select coalesce(sum(amount), 0) from gas_entry"
                + " where txid = ? and account = ? and chain = ?")
        .params(story.txid.hex(), account, story.route.from().chain().value())
        .query(String.class)
        .single();
  }

  private void price(String chain, long baseFee, long priorityFee, String usd) {
    jdbc.sql(
            """
            insert into price_sample
            values (:chain, :base, :tip, :usd::numeric, now(), :base, :tip, :usd::numeric, now())
            on conflict (chain) do update set base_fee = excluded.base_fee,
              priority_fee = excluded.priority_fee, native_usd = excluded.native_usd,
              sampled_at = excluded.sampled_at
            """)
        .param("chain", chain)
        .param("base", baseFee)
        .param("tip", priorityFee)
        .param("usd", usd)
        .update();
  }

  /** At this base fee and a tip of 3. */
  private void quoteLeg(String quote, int position, String leg, long baseFee) {
    jdbc.sql(
            """
            insert into quote_leg values (:quote::uuid, :position, :leg, 'Any', 1, 'DEFAULT',
                                          :base, 3, 1, 1)
            """)
        .param("quote", quote)
        .param("position", position)
        .param("leg", leg)
        .param("base", baseFee)
        .update();
  }

  private String quote(RouteId route, long total, int bytes, Instant issued, Instant expires) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into quote values (:id, :route, :bytes, 1, 2000, 500, 1000, 0, 10, :total,
                                      :issued::timestamptz, :expires::timestamptz, 500000)
            """)
        .param("id", id)
        .param("route", route.toString())
        .param("bytes", bytes)
        .param("total", total)
        .param("issued", issued.toString())
        .param("expires", expires.toString())
        .update();
    return id.toString();
  }
}
