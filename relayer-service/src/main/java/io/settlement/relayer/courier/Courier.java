// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.AttestationEvent;
import io.settlement.events.GasEvent;
import io.settlement.events.MessageEvent;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.TxId;
import io.settlement.relayer.courier.RouteCheck.Refusal;
import io.settlement.relayer.lane.LaneQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The way of a message through the courier. Facts come in any order and more than once; each leaves
 * its mark, then the message goes as far as its marks allow. The caller's transaction holds it all.
 */
final class Courier {
  private final Dossiers dossiers;
  private final AttestationCheck attestations;
  private final RouteCheck routes;
  private final CertifiedWork works;
  private final LaneQueue lanes;
  private final Clock clock;

  Courier(
      Dossiers dossiers,
      AttestationCheck attestations,
      RouteCheck routes,
      CertifiedWork works,
      LaneQueue lanes,
      Clock clock) {
    this.dossiers = dossiers;
    this.attestations = attestations;
    this.routes = routes;
    this.works = works;
    this.lanes = lanes;
    this.clock = clock;
  }

  void onMessages(List<MessageEvent> facts) {
    handle(facts.stream().filter(Notes::matters).toList(), MessageEvent::txid, Notes::take);
  }

  void onAttestations(List<AttestationEvent> facts) {
    handle(facts, AttestationEvent::txid, attestations::take);
  }

  void onGas(List<GasEvent> facts) {
    handle(facts, GasEvent::txid, Notes::take);
  }

  /** Routes or validator sets have changed: perhaps these can go on. */
  void reconsider(Collection<TxId> txids) {
    proceed(dossiers.open(txids).values());
  }

  /** The final clock of their destination is past their deadlines. */
  void expire(Collection<TxId> txids, Instant destinationClock) {
    Collection<Dossier> open = dossiers.open(txids).values();
    for (Dossier dossier : open) {
      if (dossier.message().isOverdue(destinationClock)) {
        dossier.expire(clock.instant());
      }
    }
    proceed(open);
  }

  private <E> void handle(List<E> facts, Function<E, TxId> txid, BiConsumer<Dossier, E> take) {
    Map<TxId, Dossier> open = dossiers.open(facts.stream().map(txid).toList());
    for (E fact : facts) {
      take.accept(Objects.requireNonNull(open.get(txid.apply(fact))), fact);
    }
    proceed(open.values());
  }

  /** As far as their marks allow. */
  void proceed(Collection<Dossier> open) {
    for (Dossier dossier : open) {
      attestations.revisit(dossier);
      admit(dossier);
      expire(dossier);
      callBack(dossier);
    }
    dossiers.save(open);
  }

  /** Final, allowed, covered and attested: the message may be delivered. */
  private void admit(Dossier dossier) {
    MessageRow message = dossier.message();
    if (!message.awaitsAdmission()) {
      return;
    }
    CrossChainMessage content = Objects.requireNonNull(message.content());
    Optional<Refusal> refusal = routes.refuse(content.route());
    if (refusal.isPresent()) {
      dossier.refuse(refusal.get(), clock.instant());
    } else if (!lanes.serves(content.to().chain())) {
      dossier.hold("CHAIN_NOT_SERVED", "no key on " + content.to().chain(), clock.instant());
    } else if (message.is(Mark.COVERED)) {
      works.delivery(dossier).ifPresent(delivery -> dossier.admit(delivery, clock.instant()));
    }
  }

  /** Not received in time, and attested: the destination may record its end. */
  private void expire(Dossier dossier) {
    CrossChainMessage content = dossier.message().content();
    if (content != null && dossier.message().awaitsExpiry() && lanes.serves(content.to().chain())) {
      works.expiry(dossier).ifPresent(dossier::queueExpiry);
    }
  }

  /** Delivered, by whomever, and attested: the source may learn the outcome. */
  private void callBack(Dossier dossier) {
    if (dossier.message().awaitsCallBack()) {
      works.callBack(dossier).ifPresent(dossier::callBack);
    }
  }
}
