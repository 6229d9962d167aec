// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.keys.SignerUnavailable;
import io.settlement.events.MessageEvent.MessageHeld;
import io.settlement.events.MessageEvent.MessageParked;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Reason;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.relayer.limit.Stop;
import io.settlement.relayer.limit.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes work that waits for the lane's chain, in batches: whichever of the chain's lanes is free
 * takes what comes next. What it took is its own until it is signed or given back.
 */
final class MessageLoading implements Loading {
  /** How long a message waits for its route to go on before it is looked at again. */
  private static final Duration STANDSTILL = Duration.ofSeconds(5);

  /** How often refunds are looked for that have waited long enough. */
  private static final Duration OVERDUE_LOOK = Duration.ofSeconds(1);

  /** So many messages are taken at once whatever fitted lately. */
  private static final long FEW = 8;

  /** More than ever fits. */
  private static final long MANY = 10_000;

  private static final String UNDERFUNDED = Reason.UNDERFUNDED.name();

  private final Lane lane;
  private final Crew crew;
  private final Purse purse;
  private final SignerRest rest;
  private final LaneMeters meters;
  private final LaneSettings settings;
  private final ChainPolicy policy;
  private final LaneStore store;
  private final Fates fates;
  private final Budget budget;
  private FeeDesk.@Nullable Offer lastOffer;
  private Instant overdueLookedFor = Instant.EPOCH;
  private int batches;
  private final Map<Purpose, Long> usual = new EnumMap<>(Purpose.class);

  MessageLoading(Lane lane, Crew crew, Purse purse, SignerRest rest, LaneMeters meters) {
    this.lane = lane;
    this.crew = crew;
    this.purse = purse;
    this.rest = rest;
    this.meters = meters;
    this.settings = crew.settings();
    this.policy = settings.policy(lane.id().chain());
    this.store = crew.store();
    this.fates = crew.fates();
    this.budget = new Budget(lane.id().chain(), settings, fates, meters);
  }

  @Override
  public void takeOver(Lease lease) {
    store.change(lease, held -> store.intents().releaseAll(lane.id()));
  }

  @Override
  public Next next(Lease lease, FeeDesk fees) {
    Instant now = fates.now();
    ChainName chain = lane.id().chain();
    Stopped stopped = crew.stops().now();
    wakeAffordable(fees.now(), now);
    Wei price = budget.prepaidFor(fees.now());
    List<IntentTable.Load> loads =
        store.intents().ready(chain, StopCheck.stopped(stopped, chain), price, now);
    meters.pending(loads.stream().mapToLong(IntentTable.Load::count).sum());
    Optional<IntentTable.Load> due =
        loads.stream().filter(load -> !waitOf(load, now).isPositive()).findFirst();
    if (due.isEmpty()) {
      return Next.nothingFor(
          loads.stream().map(load -> waitOf(load, now)).reduce(settings.poll(), Loading::shorter));
    }
    if (!fees.isAffordable() || !purse.canPay(fees.now())) {
      return Next.nothingFor(settings.poll());
    }
    // What was too dear alone may share with members of this batch.
    store.intents().companions(chain, BatchCall.BUNDLES_WORTH, price, now);
    return load(lease, due.get(), fees, stopped);
  }

  /** What waits for cheaper gas goes on with the first look at fees that allows it. */
  private void wakeAffordable(FeeDesk.Offer offer, Instant now) {
    if (!offer.equals(lastOffer)) {
      store.intents().affordable(lane.id().chain(), budget.prepaidFor(offer), now);
      lastOffer = offer;
    }
    if (!overdueLookedFor.plus(OVERDUE_LOOK).isAfter(now)) {
      store.intents().overdue(lane.id().chain(), patientRefunds(now), now);
      overdueLookedFor = now;
    }
  }

  /** Since when a refund must be there to wait for the gas price that was quoted for it. */
  private Instant patientRefunds(Instant now) {
    return now.minus(settings.patience().refunds());
  }

  /** How long a load still waits for companions. */
  private Duration waitOf(IntentTable.Load load, Instant now) {
    long gas = load.count() * settings.gas().of(load.purpose());
    return load.alone() || gas >= settings.batchGasBudget()
        ? Duration.ZERO
        : companions(load.oldest(), now);
  }

  private Duration companions(Instant oldest, Instant now) {
    return Duration.between(now, oldest.plus(settings.batchWait()));
  }

  private Next load(Lease lease, IntentTable.Load load, FeeDesk fees, Stopped stopped) {
    List<IntentTable.Claimed> taken = take(lease, load, budget.prepaidFor(fees.now()), fates.now());
    if (taken.isEmpty()) {
      return Next.nothingFor(settings.poll());
    }
    List<IntentTable.Fate> aside = new ArrayList<>();
    List<IntentTable.Claimed> paid = fitting(budget.paid(taken, fees.now(), aside));
    Batch batch = agreed(going(paid, stopped, aside), fees, aside);
    setAside(lease, aside, taken);
    List<IntentTable.Claimed> fit = batch.going();
    if (fit.isEmpty()) {
      return Next.nothingFor(Duration.ZERO);
    }
    FeeDesk.Offer offer = fees.now();
    Wei cap = budget.cap(fit, batch.tried());
    Dispatch.Price price = new Dispatch.Price(offer.within(cap), offer.legacy(), cap);
    try {
      return rest.signed(() -> crew.dispatch().sign(lane, lease, works(fit), price))
          .map(Next::of)
          .orElseGet(() -> Next.nothingFor(settings.poll()));
    } catch (SignerUnavailable e) {
      setAside(lease, fit.stream().map(one -> unsigned(one, e)).toList(), fit);
      return Next.nothingFor(settings.poll());
    }
  }

  /**
   * What goes, as it was tried.
   *
   * @param tried what the try of exactly these told
   */
  private record Batch(List<IntentTable.Claimed> going, Rehearsal.Tried tried) {}

  /**
   * Those that do something and can pay for it. Whoever is left out changes what the others use:
   * the next one pays for what was warm behind the first. So the rest is tried again, until what
   * was tried is what goes.
   */
  private Batch agreed(
      List<IntentTable.Claimed> batch, FeeDesk fees, List<IntentTable.Fate> aside) {
    List<IntentTable.Claimed> going = batch;
    while (true) {
      Rehearsal.Tried tried = tried(going);
      List<IntentTable.Claimed> rest =
          budget.borne(willing(going, tried, aside), tried, fees.now(), aside);
      if (rest.size() == going.size() || rest.isEmpty() || !tried.knowsGas()) {
        return new Batch(rest, tried);
      }
      going = rest;
    }
  }

  /** Nothing is wrong with it: any lane of the chain whose key signs may take it at once. */
  private IntentTable.Fate unsigned(IntentTable.Claimed one, SignerUnavailable why) {
    return fates.waits(
        one.key(), one.attempts(), Duration.ZERO, Reason.RPC.name(), why.getMessage());
  }

  /** A batch of the load; nothing when other lanes left too little of it to go already. */
  private List<IntentTable.Claimed> take(
      Lease lease, IntentTable.Load load, Wei price, Instant now) {
    return store.fenced(
        lease,
        held -> {
          if (!held.mayLoad()) {
            return List.of();
          }
          long most = atMost(load);
          List<IntentTable.Claimed> taken =
              store
                  .intents()
                  .claim(
                      lane.id(),
                      load,
                      most,
                      BatchCall.BUNDLES_WORTH,
                      price,
                      patientRefunds(now),
                      now);
          if (!taken.isEmpty()
              && taken.size() < Math.min(load.count(), most)
              && !BatchCall.isBundlesWorth(works(taken))
              && companions(taken.getFirst().readyAt(), now).isPositive()) {
            store.intents().release(lane.id(), load.purpose(), works(taken));
            return List.of();
          }
          return taken;
        });
  }

  /** As many as could fit, or twice as many as did: payloads may be larger than expected. */
  private long atMost(IntentTable.Load load) {
    long most = crew.calls().most(lane.chain().settings(), load);
    return Math.min(most, usual.getOrDefault(load.purpose(), most));
  }

  /** Those that fit one transaction; the rest goes back at once. */
  private List<IntentTable.Claimed> fitting(List<IntentTable.Claimed> taken) {
    if (taken.isEmpty()) {
      return taken;
    }
    Purpose purpose = taken.getFirst().work().purpose();
    List<Work> fitting = crew.calls().fitting(works(taken));
    if (fitting.size() == taken.size()) {
      usual.computeIfPresent(purpose, (any, limit) -> Math.min(2 * limit, MANY));
      return taken;
    }
    usual.put(purpose, Math.max(FEW, 2L * fitting.size()));
    Set<TxId> inside = fitting.stream().map(Work::txid).collect(Collectors.toSet());
    List<Work> rest = works(taken).stream().filter(work -> !inside.contains(work.txid())).toList();
    store.intents().release(lane.id(), purpose, rest);
    return taken.stream().filter(one -> inside.contains(one.work().txid())).toList();
  }

  /** Those that nothing stops. */
  private List<IntentTable.Claimed> going(
      List<IntentTable.Claimed> batch, Stopped stopped, List<IntentTable.Fate> aside) {
    List<IntentTable.Claimed> going = new ArrayList<>();
    for (IntentTable.Claimed one : batch) {
      Optional<Stop> stop = StopCheck.stop(stopped, one.work());
      if (stop.isEmpty()) {
        going.add(one);
      } else {
        String reason = stop.get().reason().name();
        aside.add(fates.waits(one.key(), one.attempts(), STANDSTILL, reason, stop.get().detail()));
      }
    }
    return going;
  }

  private Rehearsal.Tried tried(List<IntentTable.Claimed> batch) {
    batches++;
    if (batch.isEmpty() || !isToBeTried(batch)) {
      return Rehearsal.untried();
    }
    Rehearsal.Tried tried = crew.rehearsal().of(lane, works(batch));
    meters.tried(batch.size(), tried.refusals().size());
    return tried;
  }

  /** Those that a node says would do something, or that nobody asked a node about. */
  private List<IntentTable.Claimed> willing(
      List<IntentTable.Claimed> batch, Rehearsal.Tried tried, List<IntentTable.Fate> aside) {
    List<IntentTable.Claimed> willing = new ArrayList<>();
    for (IntentTable.Claimed one : batch) {
      Rehearsal.Refusal refusal = tried.refusals().get(one.work().txid());
      if (refusal == null) {
        willing.add(one);
      } else {
        aside.add(fate(one, refusal));
      }
    }
    return willing;
  }

  private boolean isToBeTried(List<IntentTable.Claimed> batch) {
    boolean retried = batch.stream().anyMatch(IntentTable.Claimed::retried);
    return switch (policy.simulate()) {
      case ALWAYS -> true;
      case SAMPLED -> retried || batches % policy.sample() == 0;
      case RETRIES -> retried;
      case OFF -> false;
    };
  }

  private IntentTable.Fate fate(IntentTable.Claimed one, Rehearsal.Refusal refusal) {
    return refusal.doneBefore()
        ? fates.doneElsewhere(one.key(), one.attempts())
        : fates.failed(
            one.key(),
            one.attempts(),
            refusal.reason(),
            refusal.detail(),
            Reading.wantsRoom(refusal.reason()));
  }

  /** They do not go now. */
  private void setAside(
      Lease lease, List<IntentTable.Fate> aside, List<IntentTable.Claimed> taken) {
    if (aside.isEmpty()) {
      return;
    }
    Map<IntentTable.Key, IntentTable.Fate> byKey = new HashMap<>();
    aside.forEach(fate -> byKey.put(fate.key(), fate));
    store.change(
        lease,
        held -> {
          Set<IntentTable.Key> mine = store.intents().claimed(lane.id(), byKey.keySet());
          List<IntentTable.Fate> decided =
              aside.stream().filter(fate -> mine.contains(fate.key())).toList();
          store.intents().decide(decided);
          store.outbox().append(parked(decided));
          store.outbox().append(held(decided, taken));
        });
  }

  private List<MessageParked> parked(List<IntentTable.Fate> decided) {
    return Inclusion.parked(decided, fates.now());
  }

  /**
   * Payers are told once that theirs costs more than they paid for: they can top up. A refund that
   * waits needs nothing of them.
   */
  private List<MessageHeld> held(List<IntentTable.Fate> decided, List<IntentTable.Claimed> taken) {
    Set<IntentTable.Key> told =
        taken.stream()
            .filter(one -> one.leftOut() > 0)
            .map(IntentTable.Claimed::key)
            .collect(Collectors.toSet());
    return decided.stream()
        .filter(fate -> fate.key().purpose() != Purpose.REFUND)
        .filter(fate -> UNDERFUNDED.equals(fate.reason()) && !told.contains(fate.key()))
        .map(
            fate ->
                new MessageHeld(
                    fate.key().txid(),
                    UNDERFUNDED,
                    Objects.requireNonNullElse(fate.detail(), ""),
                    fates.now()))
        .toList();
  }

  private static List<Work> works(List<IntentTable.Claimed> batch) {
    return batch.stream().map(IntentTable.Claimed::work).toList();
  }
}
