// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.Receipt;
import io.settlement.events.value.Wei;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One owner's time with a lane. What it keeps in memory is in the tables too. */
final class LaneRun {
  private final Lane lane;
  private final Lease lease;
  private final Crew crew;
  private final LaneMeters meters;
  private final LaneSettings settings;
  private final Clock clock;
  private final FeeDesk fees;
  private final Loading loading;
  private final NonceWatch nonces;
  private final Replacement replacement;
  private final Purse purse;
  private final SignerRest rest;
  private Voyage voyage;
  private Instant renewed;
  private Instant receiptsAsked = Instant.EPOCH;
  private Instant finalityAsked = Instant.EPOCH;
  private Instant watched = Instant.EPOCH;

  private LaneRun(Lane lane, Lease lease, Crew crew, LaneMeters meters) {
    this.lane = lane;
    this.lease = lease;
    this.crew = crew;
    this.meters = meters;
    this.settings = crew.settings();
    this.clock = crew.clock();
    this.fees = new FeeDesk(lane.chain(), settings.policy(lane.id().chain()), clock);
    this.purse = new Purse(lane, crew, meters);
    this.rest = new SignerRest(lane, meters, clock);
    this.loading =
        lane.isTreasury()
            ? new TopUpLoading(lane, crew, rest)
            : new PublicationLoading(
                lane, crew, rest, new MessageLoading(lane, crew, purse, rest, meters), meters);
    this.nonces = new NonceWatch(lane, lease, crew, rest, meters);
    this.replacement = new Replacement(lane, lease, crew, fees, rest, meters);
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
    run.loading.takeOver(lease);
    run.include();
    run.nonces.takeOver(run.voyage, run.fees);
    run.voyage.open().forEach(run.replacement::broadcast);
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
    if (isDue(watched, settings.patience().watch(), now)) {
      watch(now);
      watched = now;
    }
    replacement.attend(voyage, now);
    Duration idle = sendWhatIsReady();
    meters.inFlight(voyage.inFlight());
    return idle;
  }

  /** Whether it can take more work just now. */
  boolean isFree() {
    return voyage.inFlight() < settings.inFlight() && !rest.isOn();
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

  /** Compares with the chain what only the lane knows, and shows it to those who look at it. */
  private void watch(Instant now) {
    if (!lane.isTreasury()) {
      crew.store().intents().releaseOrphans(lane.id().chain());
    }
    List<Flight> dropped = nonces.look(voyage, fees);
    dropped.forEach(replacement::broadcast);
    meters.dropped(dropped.size());
    purse.look(now);
    Wei maxFee = fees.now().fees().max();
    meters.maxFee(maxFee);
    crew.store()
        .leases()
        .saw(lease, new LeaseTable.View(nonces.chainNonce(), purse.balance(), maxFee, trouble()));
  }

  /** Why it sends nothing new; null while it does. */
  private @Nullable String trouble() {
    if (rest.isSilent()) {
      return SignerRest.SIGNER_SILENT;
    }
    if (!fees.isAffordable()) {
      return "GAS_PRICE";
    }
    return lane.isTreasury() || purse.canPay(fees.now()) ? null : "KEY_WITHOUT_FUNDS";
  }

  private Duration sendWhatIsReady() {
    Duration idle =
        voyage.inFlight() == 0
            ? settings.poll()
            : Loading.shorter(settings.poll(), settings.receipts());
    while (isFree()) {
      Loading.Next next = loading.next(lease, fees);
      Flight flight = next.flight();
      if (flight == null) {
        return Loading.shorter(idle, next.idle());
      }
      send(flight);
    }
    if (!rest.isOn()) {
      loading.urgent(lease, fees).ifPresent(this::send);
    }
    return idle;
  }

  private void send(Flight flight) {
    voyage.add(flight);
    meters.sent();
    replacement.broadcast(flight);
  }

  private static boolean isDue(Instant last, Duration every, Instant now) {
    return !last.plus(every).isAfter(now);
  }
}
