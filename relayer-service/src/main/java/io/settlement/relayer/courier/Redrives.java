// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.TxId;
import io.settlement.relayer.lane.LaneQueue;
import io.settlement.relayer.lane.Purpose;
import io.settlement.relayer.lane.Work;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Starts messages over that lanes gave up on or routes stopped. */
final class Redrives {
  private final Dossiers dossiers;
  private final Courier courier;
  private final CertifiedWork works;
  private final LaneQueue lanes;
  private final Clock clock;

  Redrives(Dossiers dossiers, Courier courier, CertifiedWork works, LaneQueue lanes, Clock clock) {
    this.dossiers = dossiers;
    this.courier = courier;
    this.works = works;
    this.lanes = lanes;
    this.clock = clock;
  }

  /** An operator wants it tried again; empty when nothing stopped it. In a transaction. */
  Optional<Redrive> redrive(TxId txid) {
    Dossier dossier = Objects.requireNonNull(dossiers.open(List.of(txid)).get(txid));
    List<Purpose> parked = lanes.parked(txid);
    if (parked.isEmpty() && !dossier.message().is(Mark.REFUSED)) {
      return Optional.empty();
    }
    dossier.message().redrive(clock.instant());
    parked.forEach(purpose -> lanes.restart(txid, purpose, renewed(dossier, purpose)));
    courier.proceed(List.of(dossier));
    return Optional.of(new Redrive(txid, dossier.message().stage(), parked));
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
