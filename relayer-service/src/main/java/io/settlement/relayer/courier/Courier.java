// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.AttestationEvent;
import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.GasEvent;
import io.settlement.events.MessageEvent;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.TxId;
import io.settlement.relayer.courier.RouteCheck.Refusal;
import io.settlement.relayer.lane.LaneQueue;
import io.settlement.relayer.lane.Purpose;
import io.settlement.relayer.lane.Work;
import java.time.Clock;
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
  private final Quorum quorum;
  private final LaneQueue lanes;
  private final Clock clock;

  Courier(
      Dossiers dossiers,
      AttestationCheck attestations,
      RouteCheck routes,
      Quorum quorum,
      LaneQueue lanes,
      Clock clock) {
    this.dossiers = dossiers;
    this.attestations = attestations;
    this.routes = routes;
    this.quorum = quorum;
    this.lanes = lanes;
    this.clock = clock;
  }

  void onMessages(List<MessageEvent> facts) {
    handle(facts, MessageEvent::txid, Courier::note);
  }

  void onAttestations(List<AttestationEvent> facts) {
    handle(facts, AttestationEvent::txid, this::note);
  }

  void onGas(List<GasEvent> facts) {
    handle(facts, GasEvent::txid, Courier::note);
  }

  private <E> void handle(List<E> facts, Function<E, TxId> txid, BiConsumer<Dossier, E> note) {
    Map<TxId, Dossier> open = dossiers.open(facts.stream().map(txid).toList());
    for (E fact : facts) {
      note.accept(Objects.requireNonNull(open.get(txid.apply(fact))), fact);
    }
    proceed(open.values());
  }

  /** Routes or validator sets have changed: perhaps these can go on. */
  void reconsider(Collection<TxId> txids) {
    proceed(dossiers.open(txids).values());
  }

  /** An operator wants it tried again; empty when nothing stopped it. */
  Optional<Redrive> redrive(TxId txid) {
    Dossier dossier = Objects.requireNonNull(dossiers.open(List.of(txid)).get(txid));
    List<Purpose> parked = lanes.parked(txid);
    if (parked.isEmpty() && !dossier.message().is(Mark.REFUSED)) {
      return Optional.empty();
    }
    dossier.message().redrive(clock.instant());
    parked.forEach(purpose -> lanes.restart(txid, purpose, renewed(dossier, purpose)));
    proceed(List.of(dossier));
    return Optional.of(new Redrive(txid, dossier.message().stage(), parked));
  }

  /** The same work with today's signatures; empty when it has none or too few are left. */
  private Optional<Work> renewed(Dossier dossier, Purpose purpose) {
    CrossChainMessage content = dossier.message().content();
    return switch (purpose) {
      case DELIVER ->
          quorum
              .certificate(dossier, Kind.RECEIVE)
              .map(it -> new Work.Deliver(Objects.requireNonNull(content), it));
      case CALL_BACK ->
          quorum.certificate(dossier, Kind.CALLBACK).map(it -> callBack(dossier.message(), it));
      case REFUND -> Optional.empty();
    };
  }

  private void proceed(Collection<Dossier> open) {
    for (Dossier dossier : open) {
      attestations.revisit(dossier);
      admit(dossier);
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
      refuse(dossier, refusal.get());
    } else if (!lanes.serves(content.to().chain())) {
      hold(dossier, "CHAIN_NOT_SERVED", "this courier has no key on " + content.to().chain());
    } else if (message.is(Mark.COVERED)) {
      quorum
          .certificate(dossier, Kind.RECEIVE)
          .ifPresent(signatures -> admit(dossier, new Work.Deliver(content, signatures)));
    }
  }

  private void admit(Dossier dossier, Work.Deliver delivery) {
    dossier.message().admit();
    dossier.queue(delivery);
    dossier.say(
        new MessageEvent.MessageAdmitted(dossier.txid(), delivery.chain(), clock.instant()));
  }

  private void refuse(Dossier dossier, Refusal why) {
    dossier.message().refuse(why.reason());
    dossier.say(
        new MessageEvent.MessageRefused(
            dossier.txid(), why.reason(), why.detail(), clock.instant()));
  }

  private void hold(Dossier dossier, String reason, String detail) {
    if (!dossier.message().is(Mark.HELD)) {
      dossier.message().hold(reason);
      dossier.say(new MessageEvent.MessageHeld(dossier.txid(), reason, detail, clock.instant()));
    }
  }

  /** Delivered, by whomever, and attested: the source may learn the outcome. */
  private void callBack(Dossier dossier) {
    if (dossier.message().awaitsCallBack()) {
      quorum
          .certificate(dossier, Kind.CALLBACK)
          .ifPresent(
              signatures -> {
                dossier.message().queueCallBack();
                dossier.queue(callBack(dossier.message(), signatures));
              });
    }
  }

  private static Work callBack(MessageRow message, String signatures) {
    CrossChainMessage content = Objects.requireNonNull(message.content());
    return new Work.CallBack(
        message.txid(),
        content.to(),
        content.from(),
        Objects.requireNonNull(message.outcome()),
        signatures);
  }

  private static void note(Dossier dossier, MessageEvent fact) {
    MessageRow message = dossier.message();
    switch (fact) {
      case MessageEvent.MessageObserved it -> message.observe(it.message(), it.ref().blockHash());
      case MessageEvent.MessageFinal it -> message.finalise(it.message(), it.ref().blockHash());
      case MessageEvent.MessageOrphaned it -> message.orphan(it.ref().blockHash());
      case MessageEvent.TransactionSent it -> sent(message, it.purpose());
      case MessageEvent.MessageDelivered it -> {
        message.deliver(it.outcome());
        dossier.ended(Purpose.DELIVER);
      }
      case MessageEvent.MessageSettled it -> {
        message.settle();
        dossier.ended(Purpose.CALL_BACK);
      }
      case MessageEvent.RefundPaid it -> {
        message.refund();
        dossier.ended(Purpose.REFUND);
      }
      case MessageEvent.MessageParked it ->
          message.park(Purpose.ofFailure(it.reason()), it.reason(), it.at());
      case MessageEvent.GasPrepaid it -> {}
      case MessageEvent.MessageAdmitted it -> {}
      case MessageEvent.MessageRefused it -> {}
      case MessageEvent.MessageHeld it -> {}
      case MessageEvent.AttestationRejected it -> {}
    }
  }

  private static void sent(MessageRow message, String purpose) {
    switch (purpose) {
      case "DELIVER" -> message.sent(Mark.DELIVERING);
      case "CALL_BACK" -> message.sent(Mark.CALLING_BACK);
      default -> {}
    }
  }

  private void note(Dossier dossier, AttestationEvent fact) {
    switch (fact) {
      case AttestationSigned it -> attestations.receive(dossier, it);
    }
  }

  private static void note(Dossier dossier, GasEvent fact) {
    MessageRow message = dossier.message();
    switch (fact) {
      case GasEvent.GasCovered it -> message.cover();
      case GasEvent.GasShort it -> message.runShort();
      case GasEvent.RefundDue it -> {
        if (!message.is(Mark.REFUND_QUEUED) && !message.is(Mark.REFUNDED)) {
          message.queueRefund();
          dossier.queue(new Work.Refund(it.txid(), it.chain(), it.to(), it.amount()));
        }
      }
      case GasEvent.GasAccountClosed it -> {}
    }
  }
}
