// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.GasEvent;
import io.settlement.events.GasEvent.GasAccountClosed;
import io.settlement.events.GasEvent.RefundClaimable;
import io.settlement.events.GasEvent.RefundDue;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Wei;
import io.settlement.gas.Story;
import io.settlement.gas.account.BookAccount.Kind;
import io.settlement.gas.account.GasAccount.State;
import io.settlement.gas.account.VaultAccount.Way;
import io.settlement.gas.cost.Size;
import io.settlement.gas.cost.Terms;
import io.settlement.gas.price.Rates;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One wei of Beta is worth seven thirds of Alpha's. */
class GasAccountTest {
  private static final Rates RATES = new Rates(new BigDecimal("3"), new BigDecimal("7"));
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final EvmAddress FRIEND = new EvmAddress("0x" + "55".repeat(20));
  private static final EvmAddress KEY = new EvmAddress("0x" + "77".repeat(20));
  private static final RefundRule PUSHED = new RefundRule(false, Wei.ZERO);

  private final Story story = Story.begin();
  private final Changes changes = new Changes(NOW);
  private final List<BookedFact> facts = new ArrayList<>();
  private long logs;

  @Test
  void everyWeiIsExplainedWhateverTheCosts() {
    Random random = new Random(11);
    for (int i = 0; i < 3_000; i++) {
      GasAccountTest one = new GasAccountTest();
      one.paid(Story.ALPHA, Story.USER, wei(random));
      if (random.nextBoolean()) {
        one.paid(Story.ALPHA, FRIEND, wei(random));
      }
      if (random.nextBoolean()) {
        one.paid(Story.BETA, FRIEND, wei(random));
      }
      one.cost(ChainFact.Kind.DELIVERY, Story.BETA, wei(random));
      one.cost(ChainFact.Kind.CALLBACK, Story.ALPHA, wei(random));

      GasAccount account =
          one.ended(
              terms(random.nextInt(10_001), random.nextInt(500_000)),
              new RefundRule(random.nextInt(4) == 0, wei(random)));
      one.payBack(account, wei(random));

      Map<Kind, BigInteger> left = new EnumMap<>(Kind.class);
      one.balances().forEach((book, sum) -> left.merge(book.kind(), sum.abs(), BigInteger::add));
      assertThat(left.get(Kind.PREPAYMENT)).isZero();
      assertThat(left.get(Kind.MESSAGE)).isZero();
      assertThat(left.getOrDefault(Kind.REFUND, BigInteger.ZERO)).isZero();
      one.changes.postings().forEach(GasAccountTest::isBalancedOnEachChain);
      GasAccountClosed closed = (GasAccountClosed) one.changes.facts().getLast();
      assertThat(closed.spent().plus(closed.margin()).plus(closed.refunded()))
          .isEqualTo(closed.prepaid());
    }
  }

  @Test
  void theRestGoesBackLessMarginAndTheRefundsFee() {
    paid(Story.ALPHA, Story.USER, Wei.of(1_200));
    // 30 on the destination are 70 on the source; 105 spent, 10 (rounded down) and 60 kept
    cost(ChainFact.Kind.DELIVERY, Story.BETA, Wei.of(30));
    cost(ChainFact.Kind.CALLBACK, Story.ALPHA, Wei.of(35));

    GasAccount account = ended(terms(1_000, 60), PUSHED);
    RefundDue due = last(RefundDue.class);
    assertThat(due)
        .returns(Wei.of(1_200 - 105 - 10 - 60), RefundDue::amount)
        .returns(Story.USER, RefundDue::to)
        .returns(Story.ALPHA, RefundDue::chain);
    assertThat(account.state).isEqualTo(State.REFUND_DUE);

    payBack(account, Wei.of(50));
    assertThat(last(GasAccountClosed.class))
        .extracting(GasAccountClosed::spent, GasAccountClosed::margin, GasAccountClosed::refunded)
        .containsExactly(Wei.of(105), Wei.of(70), Wei.of(1_025));
    assertThat(balance("OPERATOR:Alpha")).isEqualTo(70 - 50);
    assertThat(balance("DELIVERY:Beta:" + KEY)).isEqualTo(30);
    assertThat(balance("EXCHANGE:Alpha")).isEqualTo(70);
    assertThat(balance("EXCHANGE:Beta")).isEqualTo(-30);
  }

  @Test
  void whatThePrepaymentDoesNotCoverIsTheOperators() {
    paid(Story.ALPHA, Story.USER, Wei.of(100));
    cost(ChainFact.Kind.DELIVERY, Story.BETA, Wei.of(30));
    cost(ChainFact.Kind.CALLBACK, Story.ALPHA, Wei.of(55));

    GasAccount account = ended(terms(1_000, 60), PUSHED);
    payBack(account, Wei.ZERO);

    assertThat(account.overrun()).isEqualTo(Wei.of(25));
    assertThat(requireNonNull(account.refundDue)).isEqualTo(Wei.ZERO);
    assertThat(balance("OPERATOR:Alpha")).isEqualTo(-25);
    assertThat(last(GasAccountClosed.class))
        .returns(Wei.of(100), GasAccountClosed::spent)
        .returns(Wei.ZERO, GasAccountClosed::margin);
  }

  @Test
  void theSendersAccountIsChargedFirstAndTheOthersInTheOrderOfTheirPayments() {
    paid(Story.BETA, FRIEND, Wei.of(60));
    paid(Story.ALPHA, FRIEND, Wei.of(50));
    paid(Story.ALPHA, Story.USER, Wei.of(100));
    cost(ChainFact.Kind.DELIVERY, Story.BETA, Wei.of(30));
    cost(ChainFact.Kind.CALLBACK, Story.ALPHA, Wei.of(130));

    GasAccount account = ended(terms(0, 60), PUSHED);

    // 200 spent: 100 of the sender's, 100 of the 140 that Beta's 60 are worth, none of Alpha's 50
    assertThat(account.money.vaults())
        .extracting(v -> v.chain, v -> v.payer, v -> v.due, v -> v.way)
        .containsExactly(
            row(Story.ALPHA, Story.USER, Wei.ZERO, Way.PUSHED),
            row(Story.BETA, FRIEND, Wei.of(60 - 42), Way.OTHER_PAYER),
            row(Story.ALPHA, FRIEND, Wei.of(50), Way.OTHER_PAYER));
    assertThat(changes.facts().stream().filter(RefundClaimable.class::isInstance))
        .extracting(fact -> ((RefundClaimable) fact).amount())
        .containsExactly(Wei.of(18), Wei.of(50));
    assertThat(balance("PREPAYMENT:Beta:" + FRIEND)).isZero();
    assertThat(balance("REFUND:Beta:" + FRIEND)).isEqualTo(18);
  }

  @Test
  void aRestThatIsWorthLessThanItsPaymentIsLeftToItsPayerWhole() {
    paid(Story.ALPHA, Story.USER, Wei.of(160));
    cost(ChainFact.Kind.DELIVERY, Story.BETA, Wei.ZERO);
    cost(ChainFact.Kind.CALLBACK, Story.ALPHA, Wei.of(100));

    GasAccount account = ended(terms(0, 60), PUSHED);

    assertThat(last(RefundClaimable.class))
        .returns(Wei.of(60), RefundClaimable::amount)
        .returns("DUST", RefundClaimable::reason);
    assertThat(account.state).isEqualTo(State.CLAIMABLE);
    assertThat(new RefundRule(false, Wei.of(10)).wayOf(Wei.of(69), Wei.of(60))).isEqualTo(Way.DUST);
    assertThat(new RefundRule(false, Wei.of(10)).wayOf(Wei.of(70), Wei.of(60)))
        .isEqualTo(Way.PUSHED);
    assertThat(new RefundRule(false, Wei.of(10)).wayOf(Wei.ZERO, Wei.of(60))).isEqualTo(Way.PUSHED);
    assertThat(new RefundRule(true, Wei.ZERO).wayOf(Wei.of(70), Wei.ZERO))
        .isEqualTo(Way.RECEIPTS_ONLY);
    assertThat(new RefundRule(true, Wei.ZERO).wayOf(Wei.ZERO, Wei.ZERO))
        .isEqualTo(Way.NOTHING_LEFT);
  }

  @Test
  void whatADepositCoversIsNeverMoreThanWhatIsTakenFromIt() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      Rates rates =
          new Rates(
              BigDecimal.valueOf(1 + random.nextInt(9_999), 2),
              BigDecimal.valueOf(1 + random.nextInt(9_999), 2));
      Wei deposit = wei(random);
      Wei worth = Exchange.worth(rates, deposit);
      assertThat(Exchange.taken(rates, worth)).isLessThanOrEqualTo(deposit);
      Wei missing = wei(random);
      assertThat(Exchange.worth(rates, Exchange.enough(rates, missing)))
          .isGreaterThanOrEqualTo(missing);
    }
  }

  private static org.assertj.core.groups.Tuple row(
      ChainName chain, EvmAddress payer, Wei due, Way way) {
    return org.assertj.core.groups.Tuple.tuple(chain, payer, due, way);
  }

  private void paid(ChainName chain, EvmAddress payer, Wei amount) {
    add(new ChainFact(story.txid, ChainFact.Kind.PREPAID, ref(chain), payer, amount, null, null));
  }

  private void cost(ChainFact.Kind kind, ChainName chain, Wei fee) {
    add(new ChainFact(story.txid, kind, ref(chain), null, Wei.ZERO, costOf(chain, fee), null));
  }

  private void add(ChainFact fact) {
    facts.add(new BookedFact(fact, null));
  }

  private static ExecutionCost costOf(ChainName chain, Wei fee) {
    return new ExecutionCost(
        chain, Hash.of(BigInteger.TWO), KEY, new Gas(1), fee, Wei.ZERO, fee, false);
  }

  private LogRef ref(ChainName chain) {
    Hash hash = Hash.of(BigInteger.ONE);
    return new LogRef(chain, 1, hash, NOW, hash, logs++);
  }

  /** From coverage to what is owed, as the flow does it. */
  private GasAccount ended(Terms terms, RefundRule rule) {
    GasAccount account = account(List.of());
    new Weighing(account, changes).weigh(new Offer(terms, NOW));
    Charges charges = new Charges(account, changes);
    charges.bookPayments();
    charges.chargeCosts();
    new Rest(account, changes).owe(rule);
    new Repayments(account, changes).proceed();
    return account;
  }

  /** The vaults pay everything that is owed; each payment costs this. */
  private void payBack(GasAccount account, Wei cost) {
    List<VaultAccount> decided = account.money.vaults();
    boolean open = account.state != State.CLOSED;
    for (VaultAccount vault : decided) {
      add(
          new ChainFact(
              story.txid,
              ChainFact.Kind.REFUND,
              ref(vault.chain),
              vault.payer,
              requireNonNull(vault.due),
              costOf(vault.chain, cost),
              null));
    }
    account.hear(facts, decided.stream().map(GasAccountTest::copy).toList());
    new Rest(account, changes).takeLatePayments();
    Repayments repayments = new Repayments(account, changes);
    repayments.book();
    repayments.proceed();
    assertThat(open ? account.state : State.CLOSED).isEqualTo(State.CLOSED);
  }

  private static VaultAccount copy(VaultAccount decided) {
    VaultAccount copy = new VaultAccount(decided.chain, decided.payer);
    copy.settled = decided.settled;
    copy.due = decided.due;
    copy.way = decided.way;
    return copy;
  }

  private GasAccount account(List<VaultAccount> decided) {
    Sent sent = new Sent(story.route, NOW, new Size(195, new Gas(500_000)), Story.USER);
    return new GasAccount(story.txid, Money.of(sent, Wei.ZERO, facts, decided));
  }

  private static Terms terms(int marginBps, int refundFee) {
    return new Terms(Wei.ZERO, null, RATES, marginBps, Wei.of(refundFee), null);
  }

  private <F extends GasEvent> F last(Class<F> type) {
    return changes.facts().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .reduce((one, later) -> later)
        .orElseThrow();
  }

  private long balance(String account) {
    return balances().getOrDefault(BookAccount.parse(account), BigInteger.ZERO).longValueExact();
  }

  private Map<BookAccount, BigInteger> balances() {
    Map<BookAccount, BigInteger> balances = new HashMap<>();
    changes
        .postings()
        .forEach(
            p -> p.entries().forEach((a, amount) -> balances.merge(a, amount, BigInteger::add)));
    return balances;
  }

  private static void isBalancedOnEachChain(Posting posting) {
    Map<ChainName, @Nullable BigInteger> sums = new HashMap<>();
    posting.entries().forEach((a, amount) -> sums.merge(a.chain(), amount, BigInteger::add));
    assertThat(sums.values()).allMatch(sum -> sum != null && sum.signum() == 0);
  }

  private static Wei wei(Random random) {
    return Wei.of(1 + random.nextInt(1_000_000));
  }
}
