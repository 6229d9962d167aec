// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.AttestationEvent;
import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.BundleSigned;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.GasEvent;
import io.settlement.events.MessageEvent;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Reason;
import io.settlement.events.value.TxId;
import io.settlement.relayer.lane.LaneQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

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
    Set<TxId> certified = attestations.takeBundles(only(BundleSigned.class, facts));
    List<AttestationSigned> alone = only(AttestationSigned.class, facts);
    Map<TxId, Dossier> open =
        dossiers.open(
            Stream.concat(certified.stream(), alone.stream().map(AttestationSigned::txid))
                .toList());
    for (AttestationSigned fact : alone) {
      Dossier dossier = open.get(fact.txid());
      if (dossier != null) {
        attestations.take(dossier, fact);
      }
    }
    proceed(open.values());
  }

  private static <E> List<E> only(Class<E> type, List<? super E> facts) {
    return facts.stream().filter(type::isInstance).map(type::cast).toList();
  }

  void onGas(List<GasEvent> facts) {
    dossiers.owed(
        facts.stream()
            .filter(GasEvent.RefundDue.class::isInstance)
            .map(GasEvent::txid)
            .distinct()
            .toList());
    handle(facts, GasEvent::txid, Notes::take);
  }

  /** Routes or validator sets have changed: perhaps these can go on. */
  void reconsider(Collection<TxId> txids) {
    proceed(dossiers.open(txids).values());
  }

  /**
   * Signatures they wait for did not come in time: validators are asked for them. Returns those
   * that lack none after all.
   */
  List<TxId> chase(Collection<TxId> txids) {
    Collection<Dossier> open = dossiers.open(txids).values();
    List<TxId> complete = new ArrayList<>();
    proceed(
        open,
        dossier ->
            works
                .lacks(dossier)
                .ifPresentOrElse(kind -> ask(dossier, kind), () -> complete.add(dossier.txid())));
    return complete;
  }

  private void ask(Dossier dossier, Kind kind) {
    dossier.message().loggedAt(kind).ifPresent(ref -> dossier.ask(kind, ref, clock.instant()));
  }

  /** The final clock of their destination is past their deadlines. */
  void expire(Collection<TxId> txids, Instant destinationClock) {
    Collection<Dossier> open = dossiers.open(txids).values();
    for (Dossier dossier : open) {
      if (!dossier.message().isOverdue(destinationClock)) {
        continue;
      }
      if (!works.goesToBitcoin(dossier)) {
        dossier.expire(clock.instant());
      } else if (!dossier.message().is(Mark.ADMITTED)) {
        dossier.giveUp(works.delivery(dossier).orElseThrow(), clock.instant());
      }
    }
    proceed(open);
  }

  private <E> void handle(List<E> facts, Function<E, TxId> txid, BiConsumer<Dossier, E> take) {
    Map<TxId, Dossier> open = dossiers.openUnsigned(facts.stream().map(txid).toList());
    for (E fact : facts) {
      Dossier dossier = open.get(txid.apply(fact));
      // Of an archived message nothing new can be said.
      if (dossier != null) {
        take.accept(dossier, fact);
      }
    }
    dossiers.readSignatures(
        open.values().stream().filter(dossier -> dossier.message().awaited().isPresent()).toList());
    proceed(open.values());
  }

  /** As far as their marks allow. */
  void proceed(Collection<Dossier> open) {
    proceed(open, dossier -> {});
  }

  private void proceed(Collection<Dossier> open, Consumer<Dossier> last) {
    for (Dossier dossier : open) {
      attestations.revisit(dossier);
    }
    admission.decide(open);
    for (Dossier dossier : open) {
      expire(dossier);
      if (works.comesFromBitcoin(dossier)) {
        settle(dossier);
      } else {
        callBack(dossier);
      }
      last.accept(dossier);
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

  /** Delivered, by whomever: nobody on Bitcoin has to learn the outcome of a deposit. */
  private void settle(Dossier dossier) {
    MessageRow message = dossier.message();
    if (message.awaitsCallBack()) {
      admission
          .distrusted(Objects.requireNonNull(message.content()).to().chain())
          .ifPresentOrElse(message::waitFor, () -> dossier.settle(clock.instant()));
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
