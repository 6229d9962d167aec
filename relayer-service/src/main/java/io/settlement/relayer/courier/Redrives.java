// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.Reason;
import io.settlement.events.value.Stage;
import io.settlement.events.value.TxId;
import io.settlement.relayer.lane.LaneQueue;
import io.settlement.relayer.lane.Purpose;
import io.settlement.relayer.lane.Trial;
import io.settlement.relayer.lane.Work;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Starts messages over that lanes gave up on or routes stopped. */
final class Redrives {
  private static final Set<Reason> RELEASABLE = Set.of(Reason.LIMIT, Reason.LIQUIDITY);

  private final Dossiers dossiers;
  private final Courier courier;
  private final CertifiedWork works;
  private final LaneQueue lanes;
  private final Trial trial;
  private final Clock clock;

  Redrives(
      Dossiers dossiers,
      Courier courier,
      CertifiedWork works,
      LaneQueue lanes,
      Trial trial,
      Clock clock) {
    this.dossiers = dossiers;
    this.courier = courier;
    this.works = works;
    this.lanes = lanes;
    this.trial = trial;
    this.clock = clock;
  }

  /** An operator wants it tried again; empty when nothing stopped it. In a transaction. */
  Optional<Redrive> redrive(TxId txid) {
    Dossier dossier = dossiers.open(List.of(txid)).get(txid);
    if (dossier == null) {
      return Optional.empty();
    }
    List<Purpose> parked = lanes.parked(txid);
    if (parked.isEmpty() && !dossier.message().is(Mark.REFUSED)) {
      return Optional.empty();
    }
    dossier.message().redrive(clock.instant());
    parked.forEach(purpose -> lanes.restart(txid, purpose, renewed(dossier, purpose)));
    courier.proceed(List.of(dossier));
    return Optional.of(new Redrive(txid, dossier.message().stage(), parked));
  }

  boolean knows(TxId txid) {
    return dossiers.peek(txid).isPresent();
  }

  /** What nodes say to what is parked of a message, with today's signatures. */
  Map<Purpose, String> tryOut(TxId txid) {
    Map<Purpose, String> said = new EnumMap<>(Purpose.class);
    dossiers
        .peek(txid)
        .ifPresent(
            dossier ->
                lanes
                    .parked(txid)
                    .forEach(
                        purpose ->
                            said.put(
                                purpose,
                                trial.of(
                                    renewed(dossier, purpose)
                                        .orElseGet(() -> lanes.work(txid, purpose))))));
    return said;
  }

  /**
   * An operator lets it pass limits and what is known of liquidity: where it stands then; empty
   * when neither holds it. In a transaction.
   */
  Optional<Stage> release(TxId txid) {
    Dossier dossier = dossiers.open(List.of(txid)).get(txid);
    if (dossier == null || RELEASABLE.stream().noneMatch(dossier.message()::isHeldBy)) {
      return Optional.empty();
    }
    dossier.message().passLimits();
    courier.proceed(List.of(dossier));
    return Optional.ofNullable(dossier.message().stage());
  }

  /** The same work with today's signatures; empty to go on with those it has. */
  private Optional<Work> renewed(Dossier dossier, Purpose purpose) {
    return switch (purpose) {
      case DELIVER -> works.delivery(dossier);
      case EXPIRE -> works.expiry(dossier);
      case CALL_BACK -> works.callBack(dossier);
      case REFUND -> Optional.empty();
    };
  }
}
