// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.MessageEvent;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.Gas;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Reason;
import io.settlement.events.value.Stage;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.relayer.lane.Purpose;
import io.settlement.relayer.lane.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything about one message while a batch of facts is handled, and what follows from them. */
final class Dossier {
  private static final EvmAddress NOBODY = new EvmAddress("0x" + "00".repeat(20));

  private final MessageRow message;
  private final @Nullable Stage stageBefore;
  private final List<Attestation> attestations = new ArrayList<>();
  private final List<Bundle.Member> bundles = new ArrayList<>();
  private final List<Attestation> changed = new ArrayList<>();
  private final List<Attestation> useless = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final List<MessageEvent> facts = new ArrayList<>();
  private final List<Work> works = new ArrayList<>();
  private final Set<Purpose> ended = EnumSet.noneOf(Purpose.class);
  private boolean tooLate;

  Dossier(MessageRow message) {
    this.message = message;
    this.stageBefore = message.stage();
  }

  Dossier(MessageRow message, List<Attestation> attestations, List<Bundle.Member> bundles) {
    this(message);
    know(attestations, bundles);
  }

  /** What is attested, where that is read later than the message. */
  void know(List<Attestation> alone, List<Bundle.Member> bundled) {
    attestations.addAll(alone);
    bundles.addAll(bundled);
  }

  TxId txid() {
    return message.txid();
  }

  MessageRow message() {
    return message;
  }

  /** The stage it has reached with this batch; null when it has the one it had. */
  @Nullable Stage newStage() {
    Stage now = message.stage();
    return now == stageBefore ? null : now;
  }

  // What is attested.

  boolean holds(AttestationSigned fact) {
    return attestations.stream().anyMatch(known -> known.isSameAs(fact));
  }

  /** In which bundles it is told to be. */
  List<Bundle.Member> bundles() {
    return bundles;
  }

  List<Attestation> all(Kind kind) {
    return attestations.stream().filter(it -> it.kind() == kind).toList();
  }

  List<Attestation> verified(Kind kind) {
    return attestations.stream().filter(it -> it.kind() == kind && it.verified()).toList();
  }

  List<Attestation> kept(Kind kind) {
    return attestations.stream().filter(it -> it.kind() == kind && !it.verified()).toList();
  }

  long kept(Kind kind, EvmAddress validator) {
    return kept(kind).stream().filter(it -> it.validator().equals(validator)).count();
  }

  void add(Attestation attestation) {
    attestations.add(attestation);
    changed.add(attestation);
  }

  /** A kept one counts from now on. */
  void count(Attestation kept) {
    attestations.remove(kept);
    changed.remove(kept);
    add(kept.counted());
  }

  /** A kept one cannot count. */
  void drop(Attestation kept, Rejection.Reason reason) {
    attestations.remove(kept);
    if (!changed.remove(kept)) {
      useless.add(kept);
    }
    rejections.add(
        new Rejection(
            txid(), kept.kind(), kept.validator(), kept.digest(), reason, kept.signature()));
  }

  /**
   * A signature cannot count.
   *
   * @param isSigned whether it is really the validator's
   */
  void reject(AttestationSigned fact, Rejection.Reason reason, boolean isSigned) {
    rejections.add(
        new Rejection(
            txid(),
            fact.kind(),
            fact.validator(),
            fact.digest(),
            reason,
            isSigned ? fact.signature() : null));
  }

  // What follows.

  void refuse(RouteCheck.Refusal why, Instant now) {
    message.refuse(why.reason());
    facts.add(new MessageEvent.MessageRefused(txid(), why.reason().name(), why.detail(), now));
  }

  /** It does not go on for now; said once for each reason. */
  void hold(Reason reason, String detail, Instant now) {
    if (!message.is(Mark.HELD) || !reason.name().equals(message.reason())) {
      message.hold(reason);
      facts.add(new MessageEvent.MessageHeld(txid(), reason.name(), detail, now));
    }
  }

  /** It waits for something that is not held against it. */
  void waitFor(Reason reason, Instant now) {
    release(now);
    message.waitFor(reason);
  }

  /** What held it, if anything did, has ended. */
  void release(Instant now) {
    if (message.is(Mark.HELD)) {
      String reason = Objects.requireNonNullElse(message.reason(), Reason.PAUSED.name());
      String how = message.is(Mark.RELEASED) ? "an operator let it pass" : "what held it has ended";
      message.release();
      facts.add(new MessageEvent.MessageReleased(txid(), reason, how, now));
    }
  }

  /** A policy in shadow mode would have held it. */
  void wouldHold(Reason reason, String detail, Instant now) {
    facts.add(new MessageEvent.MessageWouldBeHeld(txid(), reason.name(), detail, now));
  }

  void admit(Work delivery, Instant now) {
    message.admit();
    queue(delivery);
    facts.add(new MessageEvent.MessageAdmitted(txid(), delivery.chain(), now));
  }

  /** Its deadline passed: validators are to look at it, nobody is to deliver it. */
  void expire(Instant now) {
    message.expire();
    facts.add(
        new MessageEvent.MessageExpired(
            txid(),
            Objects.requireNonNull(message.content()),
            Objects.requireNonNull(message.sourceRef()),
            now));
    tooLate = true;
  }

  /**
   * Its deadline passed before it could be paid on Bitcoin: whoever pays there says, and proves,
   * that it never will be.
   */
  void giveUp(Work end, Instant now) {
    expire(now);
    tooLate = false;
    queueExpiry(end);
  }

  /** Delivered, and its source, Bitcoin, has nothing to be told: no transaction, no cost. */
  void settle(Instant now) {
    LogRef deposit = Objects.requireNonNull(message.sourceRef());
    message.settle();
    facts.add(
        new MessageEvent.MessageSettled(
            txid(),
            Objects.requireNonNull(message.outcome()),
            deposit,
            new ExecutionCost(
                deposit.chain(),
                deposit.txHash(),
                NOBODY,
                new Gas(0),
                Wei.ZERO,
                Wei.ZERO,
                Wei.ZERO,
                /* stranger= */ true),
            now));
  }

  /** Signatures are missing: validators are to look at it again, where the chain logged it. */
  void ask(Kind kind, LogRef ref, Instant now) {
    facts.add(new MessageEvent.AttestationWanted(txid(), kind, ref, now));
  }

  void queueExpiry(Work expiry) {
    message.queueExpiry();
    queue(expiry);
  }

  void callBack(Work callBack) {
    message.queueCallBack();
    queue(callBack);
  }

  void queue(Work work) {
    works.add(work);
  }

  /** The chain logged, finally, what this was for. */
  void ended(Purpose purpose) {
    ended.add(purpose);
  }

  List<Attestation> changedAttestations() {
    return changed;
  }

  List<Attestation> uselessAttestations() {
    return useless;
  }

  List<Rejection> rejections() {
    return rejections;
  }

  List<MessageEvent> facts() {
    return facts;
  }

  List<Work> works() {
    return works;
  }

  /** Whether what was queued to deliver it has become useless. */
  boolean isTooLate() {
    return tooLate;
  }

  Set<Purpose> ended() {
    return ended;
  }
}
