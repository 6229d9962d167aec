// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.artifact.ArtifactTest;
import io.settlement.artifact.plan.act.Act;
import io.settlement.artifact.plan.act.DepositAct;
import io.settlement.artifact.plan.act.PayoutAct;
import io.settlement.artifact.plan.act.PositionAct;
import io.settlement.artifact.plan.act.TransferAct;
import io.settlement.artifact.plan.track.Fact.Began;
import io.settlement.artifact.plan.track.Fact.Came;
import io.settlement.artifact.plan.track.Fact.Failed;
import io.settlement.artifact.plan.track.Fact.Spot;
import io.settlement.artifact.plan.track.Fact.TakenBack;
import io.settlement.events.ArtifactEvent.PlanState;
import io.settlement.events.ArtifactEvent.StepKind;
import io.settlement.events.ArtifactEvent.StepState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.kit.sql.Columns;
import io.settlement.kit.test.Crashes;
import io.settlement.kit.test.StatementCounter;
import io.settlement.kit.test.TableScans;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Facts of any order and number, without a chain. */
@Import(StatementCounter.class)
class TrackingTest extends ArtifactTest {
  private static final ChainName ALPHA = new ChainName("Alpha");
  private static final ChainName BETA = new ChainName("Beta");
  private static final ChainName BITCOIN = new ChainName("Bitcoin");
  private static final BigInteger HUNDRED = BigInteger.valueOf(100);
  private static final Duration DAY = Duration.ofDays(1);

  @Autowired Tracking tracking;
  @Autowired Plans plans;
  @Autowired Expected expected;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired PlatformTransactionManager transactions;
  @Autowired StatementCounter statements;

  private final EvmAddress owner = address();
  private final EvmAddress token = address();
  private final EvmAddress staking = address();
  private final EvmAddress wrapper = address();
  private final HandlerId here = HandlerId.of(ALPHA, address());
  private final HandlerId there = HandlerId.of(BETA, address());

  @Test
  void aFactCountsOnceForTheOlderOfTwoEqualPlans() {
    long older = opened(stake());
    long newer = opened(stake());
    Fact fact = staked(11);

    hear(fact);
    hear(fact);

    assertThat(states(older)).containsExactly(StepState.DONE);
    assertThat(states(newer)).containsExactly(StepState.READY);
    hear(staked(11));
    assertThat(plan(newer).state()).isEqualTo(PlanState.DONE);
  }

  @Test
  void twoFactsInOneBatchCompleteTwoEqualPlans() {
    long older = opened(stake());
    long newer = opened(stake());

    hear(staked(11), staked(12));

    assertThat(plan(older).state()).isEqualTo(PlanState.DONE);
    assertThat(plan(newer).state()).isEqualTo(PlanState.DONE);
  }

  @Test
  void whatHappenedBeforeTheStepWasReadyDoesNotCount() {
    long plan = opened(stake());

    hear(staked(10));

    assertThat(states(plan)).containsExactly(StepState.READY);
  }

  @Test
  void aMessageWhoseBlockWasReplacedDidNotBeginTheStep() {
    long plan = opened(transfer());
    TxId txid = txid();
    hear(sent(txid));
    assertThat(states(plan)).containsExactly(StepState.UNDER_WAY);

    hear(new TakenBack("message:" + txid + "/sent", Awaited.message(txid)));

    assertThat(states(plan)).containsExactly(StepState.READY);
    hear(sent(txid), arrived(txid, null));
    assertThat(plan(plan).state()).isEqualTo(PlanState.DONE);
  }

  @Test
  void whatIsSignedThoughTimeIsUpIsTakenBackWithTheRest() {
    long number = opened(stake(), wrap());
    hear(staked(11));
    open(number);
    expire(number);
    assertThat(states(number)).containsExactly(StepState.DONE, StepState.FAILED, StepState.WAITING);

    hear(wrapped(12));
    assertThat(states(number)).startsWith(StepState.DONE, StepState.DONE);
    open(number);
    hear(unstaked(13));

    Plan plan = plan(number);
    assertThat(plan.steps()).last().returns(2, Step::compensates);
    open(number);
    hear(unwrapped(14));
    assertThat(plan(number).state()).isEqualTo(PlanState.COMPENSATED);
  }

  @Test
  void whileAStepIsUnderWayNothingIsTakenBack() {
    long number = opened(stake(), transfer());
    hear(staked(11));
    open(number);
    TxId txid = txid();
    hear(sent(txid));
    cancel(number);
    assertThat(states(number)).containsExactly(StepState.DONE, StepState.UNDER_WAY);

    hear(arrived(txid, null));

    Plan plan = plan(number);
    assertThat(plan.state()).isEqualTo(PlanState.COMPENSATING);
    assertThat(plan.steps().get(2).act()).isEqualTo(transfer().reverse().orElseThrow());
    assertThat(plan.steps().get(2).amount()).isEqualTo(HUNDRED);
  }

  @Test
  void aCompensationThatFailsIsOfferedAgain() {
    long number = opened(transfer(), wrap());
    TxId out = txid();
    hear(sent(out), arrived(out, null));
    cancel(number);
    open(number);
    TxId back = txid();
    hear(sentBack(back), new Failed("f" + back, Awaited.message(back), spot(12), "no liquidity"));
    assertThat(states(number))
        .containsExactly(StepState.DONE, StepState.CANCELLED, StepState.WAITING);

    open(number);

    TxId again = txid();
    hear(sentBack(again), arrived(again, null));
    assertThat(plan(number).state()).isEqualTo(PlanState.COMPENSATED);
  }

  @Test
  void whatALaterStepUndidIsNotTakenBack() {
    long number = opened(stake(), wrap(), unstake(), transfer());
    hear(staked(11));
    open(number);
    hear(wrapped(12));
    open(number);
    hear(unstaked(13));
    cancel(number);

    assertThat(plan(number).steps()).last().returns(2, Step::compensates);
    open(number);
    hear(unwrapped(14));
    assertThat(plan(number).state()).isEqualTo(PlanState.COMPENSATED);
  }

  @Test
  void aCompensationThatALateFactMadeNeedlessIsNotWaitedFor() {
    long number = opened(stake(), unstake(), wrap());
    hear(staked(11));
    open(number);
    expire(number);
    open(number);
    assertThat(plan(number).steps()).last().returns(StepState.READY, Step::state);

    hear(unstaked(12));

    assertThat(plan(number).state()).isEqualTo(PlanState.COMPENSATED);
    assertThat(states(number))
        .containsExactly(StepState.DONE, StepState.DONE, StepState.CANCELLED, StepState.CANCELLED);
  }

  @Test
  void whatWentIntoAWithdrawalStaysAndIsNamed() {
    long number = opened(unstake(), withdraw(null), wrap());
    hear(unstaked(11));
    open(number);
    TxId txid = txid();
    hear(withdrawn(txid), arrived(txid, null));
    cancel(number);

    Plan plan = plan(number);
    assertThat(plan.state()).isEqualTo(PlanState.COMPENSATED);
    assertThat(plan.staying()).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void aConversionIsDoneWhenTheOtherVaultsDepositIsCreditedWhicheverIsHeardFirst() {
    PayoutAct.Target into =
        new PayoutAct.Target("OTHER", new HandlerId(BITCOIN, hash().hex()), there, address());
    long late = opened(withdraw(into));
    long early = opened(withdraw(into));
    TxId first = txid();
    TxId second = txid();
    Hash firstOutput = hash();
    Hash secondOutput = hash();

    hear(withdrawn(first), arrived(first, Awaited.output(firstOutput)));
    assertThat(states(late)).containsExactly(StepState.UNDER_WAY);
    hear(Came.credited(firstOutput, spot(20), BigInteger.valueOf(97)));
    assertThat(plan(late).steps().getFirst().yielded()).containsExactly(BigInteger.valueOf(97));

    credit(secondOutput, 98);
    hear(withdrawn(second), arrived(second, Awaited.output(secondOutput)));
    hear(expected.credited().toArray(Fact[]::new));
    assertThat(plan(early).state()).isEqualTo(PlanState.DONE);
    assertThat(plan(early).steps().getFirst().yielded()).containsExactly(BigInteger.valueOf(98));
  }

  @Test
  void aDepositOfAnyAmountThatIsHeldFirstYieldsWhatIsCredited() {
    DepositAct deposit = new DepositAct("ART", new HandlerId(BITCOIN, hash().hex()), here, token);
    long number = opened(deposit, (BigInteger) null);
    Hash output = hash();

    hear(
        new Began(
            "held:" + output,
            List.of(deposit.expects(owner, null)),
            spot(11),
            List.of(Awaited.output(output)),
            List.of(BigInteger.ZERO),
            "held"));
    assertThat(states(number)).containsExactly(StepState.UNDER_WAY);
    hear(Came.credited(output, spot(12), HUNDRED));

    assertThat(plan(number).steps().getFirst().amount()).isEqualTo(HUNDRED);
    assertThat(plan(number).steps().getFirst().yielded()).containsExactly(HUNDRED);
  }

  @Test
  void aBatchOfAnySizeCostsTheSameNumberOfStatements() {
    int forOne = statementsFor(1);

    int forMany = statementsFor(50);

    assertThat(forMany).isEqualTo(forOne).isBetween(5, 20);
  }

  @Test
  void plansThatEndedAreNotReadAgain() {
    List<Fact> facts = new ArrayList<>();
    opened(stake());
    facts.add(staked(11));

    assertThat(
            new TableScans(jdbc, transactions)
                .after(this::aHistory)
                .rowsReadBy(() -> tracking.onFacts(facts)))
        .allSatisfy((table, rows) -> assertThat(rows).as(table).isLessThan(20));
  }

  private void aHistory() {
    jdbc.sql(
            """
            insert into plan (id, partner, request, owner, state, created_at, ended_at)
            select gen_random_uuid(), 'p', 'r', 'o', 'DONE', now(), now()
              from generate_series(1, 3000)
            """)
        .update();
    jdbc.sql(
            """
            insert into plan_step (plan, position, kind, chain, act, patience, state, from_block)
            select number, 1, 'STAKE', 'Alpha', '{}', 1, 'DONE', 1 from plan where partner = 'p'
            """)
        .update();
  }

  private int statementsFor(int count) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      opened(stake());
      facts.add(staked(11));
    }
    return statements.statementsOf(() -> hear(facts.toArray(Fact[]::new)));
  }

  @Test
  void whoeverDiesBeforeAnyWriteTheNextOneMatchesEachFactOnce() {
    List<String> written = List.of("plan", "plan_step", "plan_wait", "plan_fact", "outbox");
    try (Crashes crashes = Crashes.before(written, jdbc, transaction)) {
      crashes.places().forEach(before -> matchesEachFactOnce(before, crashes));
    }
  }

  private void matchesEachFactOnce(String before, Crashes crashes) {
    long older = opened(stake(), transfer());
    long newer = opened(stake());
    TxId txid = txid();
    List<Fact> facts = List.of(staked(11), sent(txid), arrived(txid, null));
    int deaths = 0;
    for (Fact fact : facts) {
      List<StepState> states = states(older);
      deaths += crashes.dies(before, () -> tracking.onFacts(List.of(fact))) ? 1 : 0;
      assertThat(states(older)).as("nothing of it is left").isEqualTo(states);
      hear(fact);
      hear(fact);
      open(older);
    }
    hear(facts.toArray(Fact[]::new));

    assertThat(deaths).as("before " + before).isPositive();
    assertThat(plan(older).state()).isEqualTo(PlanState.DONE);
    assertThat(states(newer)).containsExactly(StepState.READY);
    assertThat(counted(facts)).hasSize(3).containsOnly(older);
    cancel(newer);
  }

  /** The plans that facts counted for, fact by fact. */
  private List<Long> counted(List<Fact> facts) {
    return jdbc.sql("select plan from plan_fact where fact = any(:facts)")
        .param("facts", Columns.of(facts, Fact::key))
        .query((row, n) -> row.getLong("plan"))
        .list();
  }

  @Test
  void twoInstancesThatHearTheSameAtOnceMatchItOnce() throws Exception {
    for (int time = 0; time < 5; time++) {
      List<Long> equal = IntStream.range(0, 6).mapToObj(at -> opened(stake())).toList();
      List<Fact> facts = List.of(staked(11), staked(12), staked(13), staked(14));
      List<Future<?>> both = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Phaser start = new Phaser(2);
        for (List<Fact> heard : List.of(facts, facts.reversed())) {
          both.add(
              threads.submit(
                  () -> {
                    start.arriveAndAwaitAdvance();
                    hear(heard.toArray(Fact[]::new));
                  }));
        }
      }
      for (Future<?> one : both) {
        one.get();
      }

      assertThat(counted(facts)).containsExactlyInAnyOrderElementsOf(equal.subList(0, 4));
      assertThat(equal.subList(0, 4)).allMatch(one -> plan(one).state() == PlanState.DONE);
      assertThat(equal.subList(4, 6)).allMatch(one -> states(one).contains(StepState.READY));
      equal.subList(4, 6).forEach(this::cancel);
    }
  }

  private long opened(Act... acts) {
    return opened(Arrays.asList(acts), HUNDRED);
  }

  private long opened(Act act, @Nullable BigInteger amount) {
    return opened(List.of(act), amount);
  }

  private long opened(List<Act> acts, @Nullable BigInteger amount) {
    List<Step> steps = new ArrayList<>();
    for (Act act : acts) {
      steps.add(Step.planned(steps.size() + 1, act, DAY, amount, null));
    }
    long number =
        within(
            () -> {
              Instant now = Instant.now();
              Plan plan =
                  plans
                      .add(new Plans.Request("tester", null, "x"), owner, steps, now)
                      .orElseThrow();
              plan.advance(now);
              tracking.keep(List.of(plan), now);
              return plan.number();
            });
    open(number);
    return number;
  }

  /** Whatever is in blocks above 10 counts. */
  private void open(long number) {
    change(
        number,
        plan -> plan.dueStep(Instant.now()).ifPresent(step -> plan.open(step, 11, Instant.now())));
  }

  private void expire(long number) {
    change(number, plan -> plan.expire(Instant.now().plus(DAY).plusSeconds(1)));
  }

  private void cancel(long number) {
    change(number, plan -> plan.cancel("not wanted", Instant.now()));
  }

  private interface Change {
    void to(Plan plan);
  }

  private void change(long number, Change change) {
    within(
        () -> {
          Plan plan = plans.lock(List.of(number)).getFirst();
          change.to(plan);
          plan.advance(Instant.now());
          tracking.keep(List.of(plan), Instant.now());
          return number;
        });
  }

  private long within(Supplier<Long> work) {
    Long result = transaction.execute(status -> work.get());
    assertThat(result).isNotNull();
    return result == null ? 0 : result;
  }

  private void hear(Fact... facts) {
    transaction.executeWithoutResult(status -> tracking.onFacts(List.of(facts)));
  }

  private Plan plan(long number) {
    Plan[] found = new Plan[1];
    transaction.executeWithoutResult(status -> found[0] = plans.lock(List.of(number)).getFirst());
    return found[0];
  }

  private List<StepState> states(long number) {
    return plan(number).steps().stream().map(Step::state).toList();
  }

  private PositionAct stake() {
    return new PositionAct(StepKind.STAKE, "ART", ALPHA, staking, token);
  }

  private Act unstake() {
    return stake().reverse().orElseThrow();
  }

  private PositionAct wrap() {
    return new PositionAct(StepKind.WRAP, "ART", ALPHA, wrapper, token);
  }

  private TransferAct transfer() {
    return new TransferAct("ART", here, token, there, wrapper);
  }

  private PayoutAct withdraw(PayoutAct.@Nullable Target into) {
    return new PayoutAct(
        "ART", here, token, new HandlerId(BITCOIN, "0x" + "5".repeat(64)), "bc1qsomewhere", into);
  }

  private Fact staked(long block) {
    return began(stake(), hash().hex(), block);
  }

  private Fact unstaked(long block) {
    return began(unstake(), hash().hex(), block);
  }

  private Fact wrapped(long block) {
    return began(wrap(), hash().hex(), block);
  }

  private Fact unwrapped(long block) {
    return began(wrap().reverse().orElseThrow(), hash().hex(), block);
  }

  private Fact began(Act act, String key, long block, Awaited... waits) {
    return new Began(
        key, List.of(act.expects(owner, HUNDRED)), spot(block), List.of(waits), null, null);
  }

  private Fact sent(TxId txid) {
    return began(transfer(), "message:" + txid + "/sent", 11, Awaited.message(txid));
  }

  private Fact sentBack(TxId txid) {
    Act back = transfer().reverse().orElseThrow();
    return began(back, "message:" + txid + "/sent", 11, Awaited.message(txid));
  }

  private Fact withdrawn(TxId txid) {
    return began(withdraw(null), "message:" + txid + "/sent", 11, Awaited.message(txid));
  }

  private static Fact arrived(TxId txid, @Nullable Awaited payment) {
    return new Came("message:" + txid + "/arrived", Awaited.message(txid), spot(15), payment, null);
  }

  private void credit(Hash outpoint, long amount) {
    jdbc.sql(
            """
            insert into btc_output (outpoint, artifact, chain, state, receiver, amount, block)
            values (?, 'OTHER', 'Beta', 'CREDITED', ?, ?, 9)
            """)
        .params(outpoint.hex(), owner.hex(), amount)
        .update();
  }

  private static Spot spot(long block) {
    return new Spot(ALPHA, block, hash());
  }

  private static TxId txid() {
    return TxId.of(random(255));
  }

  private static Hash hash() {
    return Hash.of(random(255));
  }

  private static EvmAddress address() {
    return EvmAddress.of(random(160));
  }

  private static BigInteger random(int bits) {
    return new BigInteger(bits, ThreadLocalRandom.current());
  }
}
