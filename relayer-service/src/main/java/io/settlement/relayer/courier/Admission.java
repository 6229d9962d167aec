// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Reason;
import io.settlement.relayer.courier.RouteCheck.Refusal;
import io.settlement.relayer.lane.LaneQueue;
import io.settlement.relayer.lane.Work;
import io.settlement.relayer.limit.Stop;
import io.settlement.relayer.limit.Stopped;
import io.settlement.relayer.limit.Stops;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/** Decides which messages may be delivered, and why the others may not yet. */
final class Admission {
  private final RouteCheck routes;
  private final Stops stops;
  private final LaneQueue lanes;
  private final CertifiedWork works;
  private final Clock clock;

  Admission(RouteCheck routes, Stops stops, LaneQueue lanes, CertifiedWork works, Clock clock) {
    this.routes = routes;
    this.stops = stops;
    this.lanes = lanes;
    this.works = works;
    this.clock = clock;
  }

  /** Admits those that may go; every other one says why not. */
  void decide(Collection<Dossier> open) {
    Stopped stopped = stops.now();
    Instant now = clock.instant();
    for (Dossier dossier : open) {
      if (dossier.message().awaitsAdmission()) {
        decide(dossier, stopped, now);
      }
    }
  }

  private void decide(Dossier dossier, Stopped stopped, Instant now) {
    CrossChainMessage content = Objects.requireNonNull(dossier.message().content());
    Optional<Refusal> refusal = routes.refuse(content.route());
    Optional<Stop> stop = stopped.admission(content.route());
    ChainName destination = content.to().chain();
    if (refusal.isPresent()) {
      dossier.refuse(refusal.get(), now);
    } else if (stop.isPresent()) {
      dossier.hold(stop.get().reason(), stop.get().told(), now);
    } else if (!lanes.serves(destination)) {
      dossier.hold(Reason.CHAIN_NOT_SERVED, "no key on " + destination, now);
    } else {
      dossier.release("what held it has ended", now);
      admit(dossier, stopped, now);
    }
  }

  private void admit(Dossier dossier, Stopped stopped, Instant now) {
    MessageRow message = dossier.message();
    if (!message.is(Mark.COVERED)) {
      message.waitFor(message.is(Mark.SHORT) ? Reason.UNDERFUNDED : Reason.GAS_UNDECIDED);
      return;
    }
    Optional<Work> delivery = works.delivery(dossier);
    if (delivery.isEmpty()) {
      message.waitFor(Reason.SIGNATURES_MISSING);
      return;
    }
    stopped
        .shadowOf(Objects.requireNonNull(message.content()).route())
        .ifPresent(stop -> dossier.wouldHold(stop.reason(), stop.told(), now));
    dossier.admit(delivery.get(), now);
  }

  /** Whether a chain's word about an outcome is not believed for now. */
  Optional<Reason> distrusted(ChainName chain) {
    return stops.now().everything(chain).map(Stop::reason);
  }
}
