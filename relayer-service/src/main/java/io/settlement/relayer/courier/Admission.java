// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Reason;
import io.settlement.events.value.TxId;
import io.settlement.relayer.courier.RouteCheck.Refusal;
import io.settlement.relayer.lane.LaneQueue;
import io.settlement.relayer.lane.Work;
import io.settlement.relayer.limit.Gates;
import io.settlement.relayer.limit.Passage;
import io.settlement.relayer.limit.Ruling;
import io.settlement.relayer.limit.Stop;
import io.settlement.relayer.limit.Stopped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Decides which messages may be delivered, and why the others may not yet. */
final class Admission {
  private final RouteCheck routes;
  private final Gates gates;
  private final LaneQueue lanes;
  private final CertifiedWork works;
  private final Clock clock;

  Admission(RouteCheck routes, Gates gates, LaneQueue lanes, CertifiedWork works, Clock clock) {
    this.routes = routes;
    this.gates = gates;
    this.lanes = lanes;
    this.works = works;
    this.clock = clock;
  }

  /** A message that only liquidity and limits may hold. */
  private record Candidate(Dossier dossier, Work delivery) {

    Optional<Passage> passage(Gates gates) {
      MessageRow message = dossier.message();
      return message.is(Mark.RELEASED)
          ? Optional.empty()
          : gates.passages().of(Objects.requireNonNull(message.content()));
    }
  }

  /** Admits those that may go; every other one says why not. */
  void decide(Collection<Dossier> open) {
    Stopped stopped = gates.stops().now();
    Instant now = clock.instant();
    List<Candidate> candidates =
        open.stream()
            .filter(dossier -> dossier.message().awaitsAdmission())
            .flatMap(dossier -> candidate(dossier, stopped, now).stream())
            .toList();
    List<Passage> passages = candidates.stream().flatMap(it -> it.passage(gates).stream()).toList();
    Map<TxId, String> lacking = gates.liquidity().lacking(passages);
    Map<TxId, Ruling> rulings =
        gates
            .limits()
            .rule(passages.stream().filter(it -> !lacking.containsKey(it.txid())).toList());
    for (Candidate candidate : candidates) {
      String lack = lacking.get(candidate.dossier().txid());
      if (lack != null) {
        candidate.dossier().hold(Reason.LIQUIDITY, lack, now);
        continue;
      }
      Ruling ruling = rulings.get(candidate.dossier().txid());
      decide(candidate, ruling == null ? Ruling.PASSES : ruling, stopped, now);
    }
    forgetLimits(open);
  }

  private Optional<Candidate> candidate(Dossier dossier, Stopped stopped, Instant now) {
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
    } else if (!dossier.message().is(Mark.COVERED)) {
      boolean isShort = dossier.message().is(Mark.SHORT);
      dossier.waitFor(isShort ? Reason.UNDERFUNDED : Reason.GAS_UNDECIDED, now);
    } else {
      Optional<Work> delivery = works.delivery(dossier);
      if (delivery.isEmpty()) {
        dossier.waitFor(Reason.SIGNATURES_MISSING, now);
      }
      return delivery.map(work -> new Candidate(dossier, work));
    }
    return Optional.empty();
  }

  private static void decide(Candidate candidate, Ruling ruling, Stopped stopped, Instant now) {
    Dossier dossier = candidate.dossier();
    String heldBy = ruling.heldBy();
    if (heldBy != null) {
      dossier.message().limited(true);
      dossier.hold(Reason.LIMIT, heldBy, now);
      return;
    }
    dossier.release(now);
    stopped
        .shadowOf(Objects.requireNonNull(dossier.message().content()).route())
        .ifPresent(stop -> dossier.wouldHold(stop.reason(), stop.told(), now));
    ruling.wouldHold().forEach(detail -> dossier.wouldHold(Reason.LIMIT, detail, now));
    dossier.admit(candidate.delivery(), now);
  }

  /** What a limit held and goes on, ends or is held by something else leaves the limit's queue. */
  private void forgetLimits(Collection<Dossier> open) {
    List<MessageRow> gone =
        open.stream()
            .map(Dossier::message)
            .filter(message -> message.is(Mark.LIMITED) && !message.isHeldBy(Reason.LIMIT))
            .toList();
    if (!gone.isEmpty()) {
      gone.forEach(message -> message.limited(false));
      gates.limits().letGo(gone.stream().map(MessageRow::txid).toList());
    }
  }

  /** Whether a chain's word about an outcome is not believed for now. */
  Optional<Reason> distrusted(ChainName chain) {
    return gates.stops().now().everything(chain).map(Stop::reason);
  }
}
