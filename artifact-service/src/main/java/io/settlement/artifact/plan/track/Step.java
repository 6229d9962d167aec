// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.track;

import io.settlement.artifact.plan.act.Act;
import io.settlement.artifact.plan.act.Sign;
import io.settlement.artifact.plan.track.Fact.Began;
import io.settlement.artifact.plan.track.Fact.Came;
import io.settlement.events.ArtifactEvent.StepKind;
import io.settlement.events.ArtifactEvent.StepState;
import io.settlement.events.value.EvmAddress;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A step of a plan: what it does and how far it is. Only its {@link Plan} moves it. */
public final class Step {
  final int position;
  final Act act;
  final Duration patience;

  /** The step whose yield it takes; null when its amount is stated. */
  final @Nullable Integer takesFrom;

  /** The step that it takes back; null for one of the plan's own. */
  final @Nullable Integer compensates;

  StepState state = StepState.WAITING;
  @Nullable BigInteger amount;
  @Nullable String reason;

  /** Since when it may become ready; null when it is not its turn, or was. */
  @Nullable Instant dueAt;

  /** When time is up; null when no time runs. */
  @Nullable Instant expiresAt;

  @Nullable Instant readyAt;
  @Nullable Instant endedAt;

  /** Its first fact is not in a block before this one. */
  @Nullable Long fromBlock;

  /** The fact that would begin it; null when none would. */
  @Nullable Sign expects;

  /** In the order in which it yields. */
  @Nullable List<BigInteger> yields;

  Set<String> waits = new TreeSet<>();

  /** Whether it differs from what is kept. */
  boolean changed;

  private @Nullable StepState toldState;
  private @Nullable String toldReason;

  Step(
      int position,
      Act act,
      Duration patience,
      @Nullable Integer takesFrom,
      @Nullable Integer compensates) {
    this.position = position;
    this.act = act;
    this.patience = patience;
    this.takesFrom = takesFrom;
    this.compensates = compensates;
  }

  /** One of a new plan; without an amount it takes what a step before it yields. */
  public static Step planned(
      int position,
      Act act,
      Duration patience,
      @Nullable BigInteger amount,
      @Nullable Integer takesFrom) {
    Step step = new Step(position, act, patience, takesFrom, null);
    step.amount = amount;
    return step.change();
  }

  /** What takes a step back. */
  static Step takingBack(int position, Step done, Act reverse, BigInteger amount) {
    Step step = new Step(position, reverse, done.patience, null, done.position);
    step.amount = amount;
    return step.change();
  }

  boolean isOwn() {
    return compensates == null;
  }

  boolean isOpen() {
    return state == StepState.WAITING || state == StepState.READY || state == StepState.UNDER_WAY;
  }

  /** It is its turn; for one of the plan's own, time runs. */
  void due(Instant now) {
    state = StepState.WAITING;
    dueAt = now;
    expiresAt = isOwn() ? now.plus(patience) : null;
    change();
  }

  /** Something is in its way; it is looked at again later. */
  void hindered(String obstacle, Instant again) {
    reason = obstacle;
    dueAt = again;
    change();
  }

  void ready(BigInteger of, EvmAddress owner, long from, Instant now) {
    ready(act.expects(owner, of), from, now);
    amount = of;
  }

  /** Of any amount. */
  void ready(EvmAddress owner, long from, Instant now) {
    ready(act.expects(owner, null), from, now);
  }

  private void ready(Sign sign, long from, Instant now) {
    state = StepState.READY;
    reason = null;
    dueAt = null;
    readyAt = now;
    expiresAt = isOwn() ? now.plus(patience) : null;
    fromBlock = from;
    expects = sign;
    change();
  }

  boolean isBegunBy(Began fact) {
    return expects != null
        && fromBlock != null
        && fact.spot().block() >= fromBlock
        && fact.signs().contains(expects);
  }

  void begin(Began fact, Instant now) {
    expects = null;
    expiresAt = null;
    dueAt = null;
    endedAt = null;
    reason = fact.note();
    if (amount == null && fact.waits().isEmpty() && fact.yields() != null) {
      amount = fact.yields().getFirst();
    }
    yields = yields(fact);
    fact.waits().forEach(one -> waits.add(one.text()));
    state = StepState.UNDER_WAY;
    finishIfNothingIsAwaited(now);
    change();
  }

  private List<BigInteger> yields(Began fact) {
    List<BigInteger> known = fact.yields();
    if (known != null) {
      return known;
    }
    BigInteger of = amount;
    if (of == null) {
      throw new IllegalStateException("a fact says how much of what has no amount");
    }
    return act.yielded(of);
  }

  boolean awaits(Awaited one) {
    return waits.contains(one.text());
  }

  void come(Came fact, Instant now) {
    waits.remove(fact.awaited().text());
    Awaited next = next(fact);
    if (next != null) {
      waits.add(next.text());
      yields = List.of(BigInteger.ZERO);
      expiresAt = isOwn() ? now.plus(patience) : null;
    }
    Fact.Gain gain = fact.gain();
    if (gain != null && yields != null) {
      List<BigInteger> more = new ArrayList<>(yields);
      more.set(gain.output(), more.get(gain.output()).add(gain.amount()));
      yields = more;
      amount = amount == null ? gain.amount() : amount;
    }
    finishIfNothingIsAwaited(now);
    change();
  }

  /** Only a conversion goes on when its withdrawal is paid. */
  private @Nullable Awaited next(Came fact) {
    return act.kind() == StepKind.CONVERT ? fact.next() : null;
  }

  private void finishIfNothingIsAwaited(Instant now) {
    if (waits.isEmpty()) {
      state = StepState.DONE;
      reason = null;
      endedAt = now;
      expiresAt = null;
    }
  }

  /** It did not begin after all. */
  void takeBack(Awaited one, EvmAddress owner, Instant now) {
    waits.remove(one.text());
    yields = null;
    reason = null;
    state = StepState.READY;
    expects = act.expects(owner, amount);
    expiresAt = isOwn() ? now.plus(patience) : null;
    change();
  }

  void fail(String why, Instant now) {
    waits.clear();
    expects = null;
    end(StepState.FAILED, why, now);
  }

  /** Time is up; what was signed nevertheless still counts until the plan ends. */
  void expire(Instant now) {
    String why =
        state == StepState.READY
            ? "nobody signed it in time"
            : state == StepState.UNDER_WAY
                ? "what it waits for did not come in time"
                : reason == null ? "it could not begin in time" : reason;
    end(StepState.FAILED, why, now);
  }

  /** It will not be offered; what was signed nevertheless still counts until the plan ends. */
  void cancel(Instant now) {
    end(StepState.CANCELLED, null, now);
  }

  /** Nothing counts any more. */
  void forget() {
    if (expects != null || dueAt != null || expiresAt != null || !waits.isEmpty()) {
      expects = null;
      dueAt = null;
      expiresAt = null;
      waits.clear();
      change();
    }
  }

  private void end(StepState as, @Nullable String why, Instant now) {
    state = as;
    reason = why;
    dueAt = null;
    expiresAt = null;
    endedAt = now;
    change();
  }

  private Step change() {
    changed = true;
    return this;
  }

  /** As it is now, it is kept and told. */
  void settled() {
    changed = false;
    toldState = state;
    toldReason = reason;
  }

  /** Whether others are to hear of it. */
  boolean isNews() {
    return state != toldState || !Objects.equals(reason, toldReason);
  }

  /** Counted from 1; what is taken back comes after all others. */
  public int position() {
    return position;
  }

  /** What it does. */
  public Act act() {
    return act;
  }

  /** How far it is. */
  public StepState state() {
    return state;
  }

  /** How much; null when that is not known yet. */
  public @Nullable BigInteger amount() {
    return amount;
  }

  /** Why it is not further. */
  public @Nullable String reason() {
    return reason;
  }

  /** The step that it takes back. */
  public @Nullable Integer compensates() {
    return compensates;
  }

  /** The step whose yield it takes. */
  public @Nullable Integer takesFrom() {
    return takesFrom;
  }

  /** When it became ready. */
  public @Nullable Instant readyAt() {
    return readyAt;
  }

  /** When time is up. */
  public @Nullable Instant expiresAt() {
    return expiresAt;
  }

  /** When it ended. */
  public @Nullable Instant endedAt() {
    return endedAt;
  }

  /** How long its owner has. */
  public Duration patience() {
    return patience;
  }

  /** What it yielded so far, in the order in which it yields. */
  public List<BigInteger> yielded() {
    return yields == null ? List.of() : yields;
  }

  /** What it waits for. */
  public List<Awaited> waits() {
    return waits.stream().map(Awaited::new).toList();
  }
}
