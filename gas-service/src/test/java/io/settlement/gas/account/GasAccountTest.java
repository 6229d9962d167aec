// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.GasEvent.GasAccountClosed;
import io.settlement.events.GasEvent.RefundDue;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Wei;
import io.settlement.gas.Story;
import io.settlement.gas.account.Posting.Account;
import io.settlement.gas.cost.Size;
import io.settlement.gas.cost.Terms;
import io.settlement.gas.price.Rates;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GasAccountTest {
  private static final Rates RATES = new Rates(new BigDecimal("3"), new BigDecimal("7"));
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void everyWeiIsExplainedWhateverTheCosts() {
    Random random = new Random(11);
    for (int i = 0; i < 5_000; i++) {
      Wei prepaid = wei(random);
      Terms terms =
          new Terms(
              prepaid, null, RATES, random.nextInt(10_001), Wei.of(random.nextInt(500_000)), null);
      Changes changes = new Changes(NOW);

      run(prepaid, terms, wei(random), wei(random), wei(random), changes);

      Map<Account, BigInteger> balances = balances(changes);
      assertThat(balances.values().stream().reduce(BigInteger.ZERO, BigInteger::add))
          .isEqualTo(BigInteger.ZERO);
      assertThat(balances.getOrDefault(Account.PREPAYMENT, BigInteger.ZERO).add(prepaid.value()))
          .isEqualTo(BigInteger.ZERO);
      assertThat(balances.getOrDefault(Account.REFUND, BigInteger.ZERO)).isZero();
      GasAccountClosed closed = (GasAccountClosed) changes.facts().getLast();
      assertThat(closed.spent().plus(closed.margin()).plus(closed.refunded())).isEqualTo(prepaid);
      assertThat(changes.postings())
          .allSatisfy(
              posting ->
                  assertThat(
                          posting.entries().values().stream()
                              .reduce(BigInteger.ZERO, BigInteger::add))
                      .isZero());
    }
  }

  @Test
  void theRestGoesBackLessMarginAndTheRefundsFee() {
    Changes changes = new Changes(NOW);
    Terms terms = new Terms(Wei.of(1_000), null, RATES, 1_000, Wei.of(60), null);

    // 30 on the destination are 70 on the source; 105 spent, 10 (rounded down) and 60 kept
    run(Wei.of(1_200), terms, Wei.of(30), Wei.of(35), Wei.of(50), changes);

    RefundDue due = (RefundDue) changes.facts().get(1);
    assertThat(due.amount()).isEqualTo(Wei.of(1_200 - 105 - 10 - 60));
    assertThat(due.to()).isEqualTo(Story.USER);
    assertThat(due.chain()).isEqualTo(Story.ALPHA);
    GasAccountClosed closed = (GasAccountClosed) changes.facts().getLast();
    assertThat(closed)
        .extracting(GasAccountClosed::spent, GasAccountClosed::margin, GasAccountClosed::refunded)
        .containsExactly(Wei.of(105), Wei.of(70), Wei.of(1_025));
    assertThat(balances(changes).get(Account.OPERATOR)).isEqualTo(BigInteger.valueOf(70 - 50));
  }

  @Test
  void whatThePrepaymentDoesNotCoverIsTheOperators() {
    Changes changes = new Changes(NOW);
    Terms terms = new Terms(Wei.of(100), null, RATES, 1_000, Wei.of(60), null);

    GasAccount account = run(Wei.of(100), terms, Wei.of(30), Wei.of(55), Wei.of(0), changes);

    assertThat(account.overrun()).isEqualTo(Wei.of(25));
    assertThat(requireNonNull(account.refundDue)).isEqualTo(Wei.ZERO);
    assertThat(balances(changes).get(Account.OPERATOR)).isEqualTo(BigInteger.valueOf(-25));
    GasAccountClosed closed = (GasAccountClosed) changes.facts().getLast();
    assertThat(closed.spent()).isEqualTo(Wei.of(100));
    assertThat(closed.margin()).isEqualTo(Wei.ZERO);
  }

  /** From coverage to the refund's receipt, as the flow does it. */
  private static GasAccount run(
      Wei prepaid, Terms terms, Wei delivery, Wei callback, Wei refundCost, Changes changes) {
    GasAccount ended = account(prepaid, delivery, callback, null, null);
    ended.weigh(new Offer(terms, NOW), changes);
    ended.chargeCosts(changes);
    ended.oweRest(changes);
    GasAccount paid = account(prepaid, delivery, callback, ended.refundDue, refundCost);
    paid.state = ended.state;
    paid.terms = terms;
    paid.deliveryCharge = ended.deliveryCharge;
    paid.callbackCharge = ended.callbackCharge;
    paid.refundDue = ended.refundDue;
    paid.margin = ended.margin;
    paid.close(changes);
    return paid;
  }

  private static GasAccount account(
      Wei prepaid, Wei delivery, Wei callback, @Nullable Wei refunded, @Nullable Wei refundCost) {
    Story story = Story.begin();
    ChainFacts facts =
        new ChainFacts(
            new Sent(story.route, NOW, new Size(195, new Gas(500_000))),
            prepaid,
            Wei.ZERO,
            Story.USER,
            delivery,
            callback,
            refunded,
            refundCost);
    return new GasAccount(story.txid, facts);
  }

  private static Map<Account, BigInteger> balances(Changes changes) {
    Map<Account, BigInteger> balances = new EnumMap<>(Account.class);
    changes
        .postings()
        .forEach(
            p -> p.entries().forEach((a, amount) -> balances.merge(a, amount, BigInteger::add)));
    return balances;
  }

  private static Wei wei(Random random) {
    return Wei.of(random.nextInt(1_000_000));
  }
}
