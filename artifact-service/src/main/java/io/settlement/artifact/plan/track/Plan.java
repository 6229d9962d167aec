// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.track;

import io.settlement.artifact.plan.act.Act;
import io.settlement.artifact.plan.act.Asset;
import io.settlement.artifact.plan.track.Fact.Began;
import io.settlement.artifact.plan.track.Fact.Came;
import io.settlement.artifact.plan.track.Fact.Failed;
import io.settlement.artifact.plan.track.Fact.TakenBack;
import io.settlement.events.ArtifactEvent.PlanState;
import io.settlement.events.ArtifactEvent.StepState;
import io.settlement.events.value.EvmAddress;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Steps that are taken one after the other; when one fails, what was done is taken back in reverse
 * order.
 */
public final class Plan {
  final long number;
  final UUID id;
  final String partner;
  final EvmAddress owner;
  final Instant createdAt;
  final List<Step> steps;
  final List<Taken> taken = new ArrayList<>();
  final List<String> released = new ArrayList<>();
  PlanState state;
  @Nullable String reason;
  @Nullable Instant endedAt;
  private @Nullable PlanState toldState;

  /** A fact that counted for a step. */
  record Taken(String key, int position, Fact.Spot spot) {}

  Plan(
      long number,
      UUID id,
      String partner,
      EvmAddress owner,
      Instant createdAt,
      PlanState state,
      List<Step> steps) {
    this.number = number;
    this.id = id;
    this.partner = partner;
    this.owner = owner;
    this.createdAt = createdAt;
    this.state = state;
    this.steps = new ArrayList<>(steps);
  }

  /** Whether the fact counted for one of its steps. */
  boolean take(Fact fact, Instant now) {
    return switch (fact) {
      case Began began -> begin(began, now);
      case Came came ->
          of(came.key(), came.spot(), awaiting(came.awaited()), s -> s.come(came, now));
      case Failed failed ->
          of(
              failed.key(),
              failed.spot(),
              awaiting(failed.awaited()),
              step -> step.fail(failed.reason(), now));
      case TakenBack back -> takeBack(back, now);
    };
  }

  private boolean begin(Began fact, Instant now) {
    Optional<Step> step = first(one -> one.isBegunBy(fact));
    return of(fact.key(), fact.spot(), step, one -> one.begin(fact, now));
  }

  private Optional<Step> awaiting(Awaited awaited) {
    return first(one -> one.awaits(awaited));
  }

  private interface Change {
    void to(Step step);
  }

  private boolean of(String key, Fact.Spot spot, Optional<Step> found, Change change) {
    found.ifPresent(
        step -> {
          change.to(step);
          taken.add(new Taken(key, step.position, spot));
        });
    return found.isPresent();
  }

  private boolean takeBack(TakenBack fact, Instant now) {
    Optional<Step> found =
        first(one -> one.state == StepState.UNDER_WAY && one.awaits(fact.awaited()));
    found.ifPresent(
        step -> {
          released.add(fact.key());
          step.takeBack(fact.awaited(), owner, now);
          if (state == PlanState.COMPENSATING && step.isOwn()) {
            step.cancel(now);
          }
        });
    return found.isPresent();
  }

  /** Goes on as far as it can without another fact. */
  public void advance(Instant now) {
    if (state == PlanState.RUNNING) {
      run(now);
    }
    if (state == PlanState.COMPENSATING) {
      compensate(now);
    }
  }

  private void run(Instant now) {
    Optional<Step> failed = first(step -> step.state == StepState.FAILED);
    if (failed.isPresent()) {
      Step step = failed.get();
      stop("step " + step.position + " failed: " + step.reason, now);
      return;
    }
    Optional<Step> next = first(step -> step.state != StepState.DONE);
    if (next.isEmpty()) {
      end(PlanState.DONE, now);
    } else if (next.get().state == StepState.WAITING && next.get().dueAt == null) {
      next.get().due(now);
    }
  }

  /**
   * Takes back what was done.
   *
   * @return false when it is being taken back already
   */
  public boolean cancel(String why, Instant now) {
    if (state != PlanState.RUNNING) {
      return false;
    }
    stop(why, now);
    advance(now);
    return true;
  }

  private void stop(String why, Instant now) {
    state = PlanState.COMPENSATING;
    reason = why;
    for (Step step : steps) {
      if (step.state == StepState.WAITING || step.state == StepState.READY) {
        step.cancel(now);
      }
    }
  }

  private void compensate(Instant now) {
    if (first(step -> step.isOwn() && step.state == StepState.UNDER_WAY).isPresent()) {
      return;
    }
    Optional<Step> current = first(Plan::isCompensationUnderWay);
    if (current.isPresent() && goesOn(current.get(), now)) {
      return;
    }
    Optional<Step> next = nextToTakeBack();
    if (next.isEmpty()) {
      end(PlanState.COMPENSATED, now);
    } else {
      Step back = takingBack(next.get());
      steps.add(back);
      back.due(now);
    }
  }

  private static boolean isCompensationUnderWay(Step step) {
    return !step.isOwn() && step.state != StepState.DONE && step.state != StepState.CANCELLED;
  }

  /** One that failed is offered again; one that a late fact made needless is not. */
  private boolean goesOn(Step compensation, Instant now) {
    Integer target = compensation.compensates;
    boolean begun = compensation.state == StepState.UNDER_WAY;
    if (!begun && target != null && undone().contains(target)) {
      compensation.cancel(now);
      compensation.forget();
      return false;
    }
    if (compensation.state == StepState.FAILED) {
      compensation.due(now);
    }
    return true;
  }

  private Step takingBack(Step done) {
    Act reverse = done.act.reverse().orElseThrow();
    return Step.takingBack(steps.size() + 1, done, reverse, done.act.taken(done.yielded()));
  }

  private Optional<Step> nextToTakeBack() {
    Set<Integer> stays = staying();
    return standing().stream().filter(step -> !stays.contains(step.position)).findFirst();
  }

  /**
   * Steps that are done and cannot be taken back: nothing does, or what they yielded went into a
   * later one that cannot.
   */
  public Set<Integer> staying() {
    Set<Integer> stays = new HashSet<>();
    Set<Asset> gone = new HashSet<>();
    for (Step step : standing()) {
      boolean reversible =
          step.act.reverse().isPresent() && step.act.taken(step.yielded()).signum() > 0;
      if (!reversible || step.act.yields().stream().anyMatch(gone::contains)) {
        stays.add(step.position);
        gone.addAll(step.act.takes());
      }
    }
    return stays;
  }

  /** Own steps that are done and not undone, newest first. */
  private List<Step> standing() {
    Set<Integer> undone = undone();
    return own().reversed().stream()
        .filter(step -> step.state == StepState.DONE && !undone.contains(step.position))
        .toList();
  }

  /** Steps that were taken back, or that a later step undid as the plan went on, and that step. */
  private Set<Integer> undone() {
    Set<Integer> undone = new HashSet<>();
    for (Step step : steps) {
      Integer target =
          step.state != StepState.DONE
              ? null
              : step.isOwn() ? undoneBy(step, undone) : step.compensates;
      if (target != null) {
        undone.add(target);
        if (step.isOwn()) {
          undone.add(step.position);
        }
      }
    }
    return undone;
  }

  private @Nullable Integer undoneBy(Step later, Set<Integer> undone) {
    for (Step step : own().subList(0, later.position - 1).reversed()) {
      if (step.state == StepState.DONE
          && !undone.contains(step.position)
          && step.act.reverse().filter(later.act::equals).isPresent()
          && step.act.taken(step.yielded()).equals(later.amount)) {
        return step.position;
      }
    }
    return null;
  }

  private void end(PlanState as, Instant now) {
    state = as;
    endedAt = now;
    steps.forEach(Step::forget);
  }

  /** The steps of its own whose time is up. */
  public void expire(Instant now) {
    for (Step step : steps) {
      Instant until = step.expiresAt;
      if (until != null && !now.isBefore(until)) {
        step.expire(now);
      }
    }
  }

  /** The step that may become ready. */
  public Optional<Step> dueStep(Instant now) {
    return first(
        step -> step.state == StepState.WAITING && step.dueAt != null && !now.isBefore(step.dueAt));
  }

  /**
   * A step is offered to be signed.
   *
   * @param from the first block that may hold its fact
   */
  public void open(Step step, long from, Instant now) {
    BigInteger amount = step.amount == null ? carried(step) : step.amount;
    if (amount == null) {
      step.ready(owner, from, now);
    } else if (amount.signum() == 0) {
      step.fail("what step " + step.takesFrom + " yielded is too little", now);
    } else {
      step.ready(amount, owner, from, now);
    }
  }

  /** Something is in a step's way; it is looked at again later. */
  public void hinder(Step step, String obstacle, Instant again) {
    step.hindered(obstacle, again);
  }

  private @Nullable BigInteger carried(Step step) {
    Integer from = step.takesFrom;
    if (from == null) {
      return null;
    }
    Step source = steps.get(from - 1);
    int output = source.act.yields().indexOf(step.act.carries());
    return step.act.amountFor(source.yielded().get(output));
  }

  private List<Step> own() {
    return steps.stream().filter(Step::isOwn).toList();
  }

  private Optional<Step> first(Predicate<Step> which) {
    return steps.stream().filter(which).findFirst();
  }

  /** As it is now, it is kept and told. */
  void settled() {
    toldState = state;
    taken.clear();
    released.clear();
    steps.forEach(Step::settled);
  }

  /** Whether it differs from what is kept. */
  public boolean hasChanged() {
    return toldState != state || steps.stream().anyMatch(step -> step.changed);
  }

  boolean isNews() {
    return isStateNews() || steps.stream().anyMatch(Step::isNews);
  }

  boolean isStateNews() {
    return toldState != state;
  }

  /** Counts plans in the order in which they were made. */
  public long number() {
    return number;
  }

  /** As its partner knows it. */
  public UUID id() {
    return id;
  }

  /** Who signs. */
  public EvmAddress owner() {
    return owner;
  }

  /** When it was made. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it ended. */
  public @Nullable Instant endedAt() {
    return endedAt;
  }

  /** How far it is. */
  public PlanState state() {
    return state;
  }

  /** Why it is taken back. */
  public @Nullable String reason() {
    return reason;
  }

  /** Its steps in order, what takes back after all others. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }
}
