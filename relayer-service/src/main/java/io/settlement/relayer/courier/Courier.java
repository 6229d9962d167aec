// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.AttestationEvent;
import io.settlement.events.GasEvent;
import io.settlement.events.MessageEvent;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Reason;
import io.settlement.events.value.TxId;
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
  private final Admission admission;
  private final CertifiedWork works;
  private final LaneQueue lanes;
  private final Clock clock;

  Courier(
      Dossiers dossiers,
      AttestationCheck attestations,
      Admission admission,
      CertifiedWork works,
      LaneQueue lanes,
      Clock clock) {
    this.dossiers = dossiers;
    this.attestations = attestations;
    this.admission = admission;
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
    }
    admission.decide(open);
    for (Dossier dossier : open) {
      expire(dossier);
      callBack(dossier);
    }
    dossiers.save(open);
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
    MessageRow message = dossier.message();
    if (!message.awaitsCallBack()) {
      return;
    }
    Optional<Reason> distrusted =
        admission.distrusted(Objects.requireNonNull(message.content()).to().chain());
    if (distrusted.isPresent()) {
      message.waitFor(distrusted.get());
      return;
    }
    works
        .callBack(dossier)
        .ifPresentOrElse(dossier::callBack, () -> message.waitFor(Reason.SIGNATURES_MISSING));
  }
}
