// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.Reason;
import io.settlement.events.value.Stage;
import io.settlement.events.value.TxId;
import io.settlement.relayer.lane.PrepaidGas;
import io.settlement.relayer.lane.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the courier knows about one message. Facts leave marks, in whatever order and however often
 * they arrive; the stage follows from the marks, so it cannot go back.
 */
final class MessageRow {
  private final TxId txid;
  private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
  private @Nullable CrossChainMessage content;
  private @Nullable Hash blockHash;
  private @Nullable LogRef sourceRef;
  private @Nullable LogRef outcomeRef;
  private @Nullable Outcome outcome;
  private @Nullable String reason;
  private @Nullable Instant redrivenAt;
  private boolean changed;
  private boolean newContent;
  private boolean newRef;
  private boolean newOutcomeRef;
  private @Nullable PrepaidGas deliveryGas;
  private @Nullable PrepaidGas callbackGas;
  private boolean paidMore;
  private @Nullable Instant finalSince;
  private final Set<Mark> newMarks = EnumSet.noneOf(Mark.class);
  private @Nullable Duration deliveredAfter;

  MessageRow(TxId txid) {
    this.txid = txid;
  }

  /** Fills in what the table says. */
  MessageRow restored(
      Set<Mark> known,
      @Nullable CrossChainMessage content,
      @Nullable Hash blockHash,
      @Nullable Outcome outcome,
      @Nullable String reason,
      @Nullable Instant redrivenAt) {
    marks.addAll(known);
    this.content = content;
    this.blockHash = blockHash;
    this.outcome = outcome;
    this.reason = reason;
    this.redrivenAt = redrivenAt;
    return this;
  }

  /** Fills in where the table says that the source logged it, and the destination its outcome. */
  MessageRow loggedAt(@Nullable LogRef source, @Nullable LogRef outcomeAt) {
    this.sourceRef = source;
    this.outcomeRef = outcomeAt;
    return this;
  }

  /** Fills in which gas the table says is prepaid. */
  MessageRow prepaid(@Nullable PrepaidGas delivery, @Nullable PrepaidGas callback) {
    this.deliveryGas = delivery;
    this.callbackGas = callback;
    return this;
  }

  /** Fills in since when the table says that it is final; null when it does not say. */
  MessageRow finalSince(@Nullable Instant told) {
    this.finalSince = told;
    return this;
  }

  /** Where that is logged which a signature of this kind attests, as far as it is known. */
  Optional<LogRef> loggedAt(Kind kind) {
    return Optional.ofNullable(kind == Kind.CALLBACK ? outcomeRef : sourceRef);
  }

  /** The source logged it in a block that may be replaced. */
  void observe(CrossChainMessage seen, Hash block) {
    if (!is(Mark.FINAL) && !(block.equals(blockHash) && !is(Mark.ORPHANED))) {
      read(seen, block);
    }
  }

  /** Its block is final: from now on the content is beyond doubt. */
  void finalise(CrossChainMessage seen, LogRef ref, Instant at) {
    if (!is(Mark.FINAL)) {
      finalSince = at;
      read(seen, ref.blockHash());
      sourceRef = ref;
      newRef = true;
      mark(Mark.FINAL);
    }
  }

  private void read(CrossChainMessage seen, Hash block) {
    newContent |= !seen.equals(content);
    content = seen;
    blockHash = block;
    marks.remove(Mark.ORPHANED);
    changed = true;
  }

  /**
   * The block it was observed in was replaced; another observation or finality overrules that. What
   * was final early, by its tier, is not final any more, unless it was admitted: whoever holds its
   * signatures can deliver it.
   */
  void orphan(Hash block) {
    if (block.equals(blockHash) && !is(Mark.ADMITTED) && !is(Mark.DELIVERED)) {
      changed |= marks.remove(Mark.FINAL);
      mark(Mark.ORPHANED);
    }
  }

  /**
   * The prepayment covers this gas. Its prices only rise: what was said before, and comes again,
   * takes nothing back.
   */
  void cover(@Nullable PrepaidGas delivery, @Nullable PrepaidGas callback) {
    mark(Mark.COVERED);
    if (delivery != null && delivery.isMoreThan(deliveryGas)) {
      paidMore |= deliveryGas != null;
      deliveryGas = delivery;
      changed = true;
    }
    if (callback != null && callback.isMoreThan(callbackGas)) {
      paidMore |= callbackGas != null;
      callbackGas = callback;
      changed = true;
    }
  }

  void runShort() {
    mark(Mark.SHORT);
  }

  void refuse(Reason why) {
    reason = why.name();
    marks.remove(Mark.HELD);
    mark(Mark.REFUSED);
  }

  void hold(Reason why) {
    waitFor(why);
    mark(Mark.HELD);
  }

  /** A limit holds it, or does no longer. */
  void limited(boolean now) {
    changed |= now ? marks.add(Mark.LIMITED) : marks.remove(Mark.LIMITED);
  }

  /** No limit is to hold it: an operator said so. */
  void passLimits() {
    mark(Mark.RELEASED);
  }

  /** What held it has ended. */
  void release() {
    changed |= marks.remove(Mark.HELD);
    reason = null;
  }

  /** Why it does not go on. */
  void waitFor(Reason why) {
    changed |= !why.name().equals(reason);
    reason = why.name();
  }

  /** Its deadline passed, whatever it waited for. */
  void expire() {
    reason = Reason.EXPIRED.name();
    marks.remove(Mark.PARKED);
    marks.remove(Mark.HELD);
    mark(Mark.EXPIRED);
  }

  void queueExpiry() {
    mark(Mark.EXPIRY_QUEUED);
  }

  void admit() {
    reason = null;
    mark(Mark.ADMITTED);
  }

  /** A lane signed a transaction for it. */
  void sent(String purpose) {
    if (purpose.equals(Purpose.DELIVER.name())) {
      mark(Mark.DELIVERING);
    } else if (purpose.equals(Purpose.CALL_BACK.name())) {
      mark(Mark.CALLING_BACK);
    }
  }

  void deliver(Outcome how, LogRef ref, Instant at) {
    if (!is(Mark.DELIVERED)) {
      deliveredAfter = finalSince == null ? null : Duration.between(finalSince, at);
      outcome = how;
      outcomeRef = ref;
      newOutcomeRef = true;
      reason = is(Mark.PARKED) ? reason : null;
      unpark();
      mark(Mark.DELIVERED);
    }
  }

  void queueCallBack() {
    reason = is(Mark.PARKED) ? reason : null;
    mark(Mark.CALL_BACK_QUEUED);
  }

  void settle() {
    unpark();
    reason = null;
    mark(Mark.SETTLED);
  }

  void queueRefund() {
    mark(Mark.REFUND_QUEUED);
  }

  void refund() {
    mark(Mark.REFUNDED);
  }

  /** Nobody pushes what is left; the operator has nothing more to do for it. */
  void leaveRefund() {
    mark(Mark.REFUND_LEFT);
  }

  /**
   * A lane gave up. That does not count when somebody did the work after all, nor when it was said
   * before an operator's last word.
   */
  void park(Purpose purpose, String why, Instant at) {
    boolean isDone = is(endOf(purpose)) || (purpose == Purpose.DELIVER && is(Mark.EXPIRED));
    Instant redriven = redrivenAt;
    if (!isDone && (redriven == null || at.isAfter(redriven))) {
      reason = why;
      mark(Mark.PARKED);
    }
  }

  private static Mark endOf(Purpose purpose) {
    return switch (purpose) {
      case DELIVER, EXPIRE -> Mark.DELIVERED;
      case CALL_BACK, REFUND -> Mark.SETTLED;
    };
  }

  /** An operator wants it tried again. */
  void redrive(Instant at) {
    redrivenAt = at;
    marks.remove(Mark.REFUSED);
    unpark();
    changed = true;
  }

  private void unpark() {
    if (marks.remove(Mark.PARKED)) {
      reason = null;
    }
  }

  private void mark(Mark mark) {
    if (marks.add(mark)) {
      changed = true;
      newMarks.add(mark);
    }
  }

  /** What has happened to it that the table does not know yet. */
  Set<Mark> newMarks() {
    return newMarks;
  }

  /** How long its delivery took from its finality on; null when it is not newly delivered. */
  @Nullable Duration deliveredAfter() {
    return deliveredAfter;
  }

  /** Since when it is final; null while it is not, or when nobody knows. */
  @Nullable Instant finalSince() {
    return is(Mark.FINAL) ? finalSince : null;
  }

  /** Known beyond doubt and nothing decided yet. */
  boolean awaitsAdmission() {
    return is(Mark.FINAL)
        && !is(Mark.ADMITTED)
        && !is(Mark.REFUSED)
        && !is(Mark.EXPIRED)
        && !is(Mark.DELIVERED);
  }

  /** Not received, as far as is known, although its destination's clock is past its deadline. */
  boolean isOverdue(Instant destinationClock) {
    return content != null
        && is(Mark.FINAL)
        && !is(Mark.EXPIRED)
        && !is(Mark.DELIVERED)
        && destinationClock.isAfter(content.terms().deadline());
  }

  /** Past its deadline, and its destination does not know yet. */
  boolean awaitsExpiry() {
    return is(Mark.EXPIRED) && !is(Mark.EXPIRY_QUEUED) && !is(Mark.DELIVERED);
  }

  /** Delivered, by whomever, and the source does not know yet. */
  boolean awaitsCallBack() {
    return is(Mark.FINAL) && is(Mark.DELIVERED) && !is(Mark.CALL_BACK_QUEUED) && !is(Mark.SETTLED);
  }

  /** What signatures it waits for, as far as its marks say: it may have them and wait for more. */
  Optional<Kind> awaited() {
    if (awaitsAdmission()) {
      return Optional.of(Kind.RECEIVE);
    }
    if (awaitsExpiry()) {
      return Optional.of(Kind.EXPIRE);
    }
    return awaitsCallBack() ? Optional.of(Kind.CALLBACK) : Optional.empty();
  }

  /** Nobody has queued or paid its refund yet. */
  boolean awaitsRefund() {
    return !is(Mark.REFUND_QUEUED) && !is(Mark.REFUNDED);
  }

  /** Held by a limit, and by nothing else. */
  boolean isHeldBy(Reason why) {
    return is(Mark.HELD) && awaitsAdmission() && why.name().equals(reason);
  }

  boolean is(Mark mark) {
    return marks.contains(mark);
  }

  /** Where it stands; null while it is only heard of. */
  @Nullable Stage stage() {
    if (is(Mark.SETTLED)) {
      return Stage.SETTLED;
    }
    if (is(Mark.PARKED)) {
      return Stage.PARKED;
    }
    return is(Mark.DELIVERED) ? afterDelivery() : beforeDelivery();
  }

  private Stage afterDelivery() {
    return is(Mark.CALLING_BACK) ? Stage.CALLING_BACK : Stage.DELIVERED;
  }

  private @Nullable Stage beforeDelivery() {
    if (is(Mark.EXPIRED)) {
      return Stage.EXPIRED;
    }
    if (is(Mark.ADMITTED)) {
      return is(Mark.DELIVERING) ? Stage.DELIVERING : Stage.ADMITTED;
    }
    if (is(Mark.REFUSED)) {
      return Stage.REFUSED;
    }
    if (is(Mark.HELD)) {
      return Stage.HELD;
    }
    if (is(Mark.FINAL)) {
      return is(Mark.SHORT) && !is(Mark.COVERED) ? Stage.WAITING_FOR_GAS : Stage.FINAL;
    }
    if (is(Mark.ORPHANED)) {
      return Stage.ORPHANED;
    }
    return content == null ? null : Stage.OBSERVED;
  }

  TxId txid() {
    return txid;
  }

  Set<Mark> marks() {
    return marks;
  }

  @Nullable CrossChainMessage content() {
    return content;
  }

  @Nullable Hash blockHash() {
    return blockHash;
  }

  /** Where the source logged it; null until that is final. */
  @Nullable LogRef sourceRef() {
    return sourceRef;
  }

  @Nullable Outcome outcome() {
    return outcome;
  }

  /** What was prepaid for the gas of its delivery; null when that limits nothing. */
  @Nullable PrepaidGas deliveryGas() {
    return deliveryGas;
  }

  /** The same for its callback. */
  @Nullable PrepaidGas callbackGas() {
    return callbackGas;
  }

  /** Whether more is prepaid than the table knows: what waits for that may go on. */
  boolean isPaidMore() {
    return paidMore;
  }

  @Nullable String reason() {
    return reason;
  }

  @Nullable Instant redrivenAt() {
    return redrivenAt;
  }

  /** Whether the table does not hold its content yet. */
  boolean hasNewContent() {
    return newContent;
  }

  /** Whether the table does not hold its source yet. */
  boolean hasNewRef() {
    return newRef;
  }

  /** Where the destination logged its outcome; null until the table has to learn it. */
  @Nullable LogRef newOutcomeRef() {
    return newOutcomeRef ? outcomeRef : null;
  }

  boolean hasChanged() {
    return changed;
  }
}
