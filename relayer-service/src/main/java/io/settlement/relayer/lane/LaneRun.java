// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.Receipt;
import io.settlement.relayer.chain.Fees;
import io.settlement.relayer.chain.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One owner's time with a lane. What it keeps in memory is in the tables too. */
final class LaneRun {
  private static final Duration REPEAT_BROADCAST = Duration.ofSeconds(2);
  private static final Duration FEES_KEEP = Duration.ofSeconds(1);

  private final Lane lane;
  private final Lease lease;
  private final Crew crew;
  private final LaneMeters meters;
  private final LaneSettings settings;
  private final Clock clock;
  private Voyage voyage;
  private Instant renewed;
  private Instant receiptsAsked = Instant.EPOCH;
  private Instant finalityAsked = Instant.EPOCH;
  private Instant feesAsked = Instant.EPOCH;
  private @Nullable Fees fees;

  private LaneRun(Lane lane, Lease lease, Crew crew, LaneMeters meters) {
    this.lane = lane;
    this.lease = lease;
    this.crew = crew;
    this.meters = meters;
    this.settings = crew.settings();
    this.clock = crew.clock();
    this.voyage = load();
    this.renewed = clock.instant();
  }

  private Voyage load() {
    SubmissionTable submissions = crew.store().submissions();
    List<Flight> open = submissions.open(lane.id());
    open.forEach(flight -> flight.givenTime(clock.instant()));
    return new Voyage(open, submissions.landed(lane.id()));
  }

  /**
   * Compares the tables with the chain and broadcasts again whatever is not mined: the former owner
   * may have died between signing and broadcasting.
   */
  static LaneRun takeOver(Lane lane, Lease lease, Crew crew, LaneMeters meters) {
    LaneRun run = new LaneRun(lane, lease, crew, meters);
    run.include();
    new NonceCheck(lane, lease, crew, meters).reconcile(run.voyage);
    run.voyage.open().forEach(run::broadcast);
    return run;
  }

  /** Does what is due now; says how long nothing else will be. */
  Duration step() {
    Instant now = clock.instant();
    if (isDue(renewed, settings.lease().dividedBy(3), now)) {
      crew.store().leases().renew(lease);
      renewed = now;
    }
    if (isDue(receiptsAsked, settings.receipts(), now)) {
      include();
      receiptsAsked = now;
    }
    if (isDue(finalityAsked, settings.finality(), now)) {
      finalise();
      finalityAsked = now;
    }
    repeat(now);
    resubmit(now);
    Duration idle = sendWhatIsReady();
    meters.inFlight(voyage.inFlight());
    return idle;
  }

  /** Mined ones leave the air; what they did decides about each message. */
  private void include() {
    Map<Flight, Receipt> mined = crew.inclusion().receipts(lane, voyage.open());
    if (!mined.isEmpty()) {
      crew.inclusion().settle(lane, lease, mined);
      mined.forEach(
          (flight, receipt) -> {
            voyage.land(Landed.of(flight, receipt));
            meters.mined(receipt.success());
          });
    }
  }

  /** Final ones are over; those whose block was replaced fly again with the same bytes. */
  private void finalise() {
    if (voyage.landed().isEmpty()) {
      return;
    }
    Landing landing = Landing.of(voyage.landed(), lane.chain());
    if (!landing.finalised().isEmpty()) {
      crew.store().change(lease, held -> crew.store().submissions().finalised(landing.finalised()));
      voyage.end(landing.finalised());
    }
    if (!landing.vanished().isEmpty()) {
      crew.inclusion().reopen(lease, landing.vanished());
      voyage = load();
    }
  }

  /** What no node has confirmed to hold is broadcast again soon. */
  private void repeat(Instant now) {
    voyage.open().stream()
        .filter(Flight::isUnheard)
        .filter(flight -> isDue(flight.broadcastAt(), REPEAT_BROADCAST, now))
        .toList()
        .forEach(this::broadcast);
  }

  /** The first in line offers more after a while; those behind it only wait for it. */
  private void resubmit(Instant now) {
    List<Flight> open = voyage.open();
    boolean first = true;
    for (Flight flight : open) {
      if (isDue(flight.sentAt(), settings.resubmitAfter(), now)) {
        if (first && new NonceCheck(lane, lease, crew, meters).isUnused(flight)) {
          raise(flight);
        }
        flight.givenTime(now);
        broadcast(flight);
      }
      first = false;
    }
  }

  private void raise(Flight flight) {
    Fees raised = flight.attempt().fees().raisedTo(Fees.of(lane.chain().fees()));
    flight.replacedBy(crew.dispatch().replace(lane, lease, flight, raised), clock.instant());
  }

  private Duration sendWhatIsReady() {
    Duration idle =
        voyage.inFlight() == 0 ? settings.poll() : shorter(settings.poll(), settings.receipts());
    while (voyage.inFlight() < settings.inFlight()) {
      Instant now = clock.instant();
      List<IntentTable.Load> loads = crew.store().intents().ready(lane.id(), now);
      meters.pending(loads.stream().mapToLong(IntentTable.Load::count).sum());
      Optional<IntentTable.Load> full =
          loads.stream().filter(load -> !waitOf(load, now).isPositive()).findFirst();
      if (full.isEmpty()) {
        return loads.stream().map(load -> waitOf(load, now)).reduce(idle, LaneRun::shorter);
      }
      Optional<Flight> flight = crew.dispatch().sign(lane, lease, full.get(), currentFees(now));
      if (flight.isEmpty()) {
        return idle;
      }
      voyage.add(flight.get());
      meters.sent();
      broadcast(flight.get());
    }
    return idle;
  }

  /** How long a load still waits for companions. */
  private Duration waitOf(IntentTable.Load load, Instant now) {
    long gas = load.count() * settings.gas().of(load.purpose());
    return load.alone() || gas >= settings.batchGasBudget()
        ? Duration.ZERO
        : Duration.between(now, load.oldest().plus(settings.batchWait()));
  }

  private void broadcast(Flight flight) {
    Verdict verdict =
        crew.broadcaster().broadcast(lane.id().chain(), flight.attempt().transaction());
    flight.heard(verdict, clock.instant());
  }

  private Fees currentFees(Instant now) {
    Fees known = fees;
    if (known == null || isDue(feesAsked, FEES_KEEP, now)) {
      known = Fees.of(lane.chain().fees());
      fees = known;
      feesAsked = now;
    }
    return known;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static boolean isDue(Instant last, Duration every, Instant now) {
    return !last.plus(every).isAfter(now);
  }
}
