// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.Hash;
import io.settlement.events.value.Wei;
import io.settlement.relayer.chain.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A submission that is not mined, as its lane's owner sees it; the tables hold the same. */
final class Flight {
  private final long id;
  private final long nonce;
  private final Cargo cargo;
  private final @Nullable Wei feeCap;
  private final List<Attempt> attempts = new ArrayList<>();
  private final Instant bornAt;
  private Instant sentAt;
  private Instant broadcastAt;
  private @Nullable Verdict verdict;
  private int missed;

  /**
   * @param feeCap most it may offer for a unit of gas as long as it carries its cargo; null when
   *     nobody's prepayment limits it
   * @param bornAt when its first form was signed
   */
  Flight(long id, long nonce, Cargo cargo, @Nullable Wei feeCap, Attempt first, Instant bornAt) {
    this.id = id;
    this.nonce = nonce;
    this.cargo = cargo;
    this.feeCap = feeCap;
    this.attempts.add(first);
    this.bornAt = bornAt;
    this.sentAt = bornAt;
    this.broadcastAt = bornAt;
  }

  long id() {
    return id;
  }

  long nonce() {
    return nonce;
  }

  Cargo cargo() {
    return cargo;
  }

  @Nullable Wei feeCap() {
    return feeCap;
  }

  /** The newest form, the one that is broadcast. */
  Attempt attempt() {
    return attempts.getLast();
  }

  /** How many forms it has had. */
  int forms() {
    return attempts.size();
  }

  /** Every form that may still be mined. */
  List<Hash> hashes() {
    return attempts.stream().map(attempt -> attempt.transaction().hash()).toList();
  }

  /** Whether the form of this hash does nothing. */
  boolean isNoop(Hash form) {
    return cargo.errand() == Errand.NOOP
        || attempts.stream()
            .anyMatch(attempt -> attempt.noop() && attempt.transaction().hash().equals(form));
  }

  /** Whether its newest form does nothing. */
  boolean isGivenUp() {
    return cargo.errand() == Errand.NOOP || attempt().noop();
  }

  void replacedBy(Attempt attempt, Instant at) {
    attempts.add(attempt);
    sentAt = at;
    broadcastAt = at;
    verdict = null;
  }

  /** A node's answer to the newest form. */
  void heard(Verdict answer, Instant at) {
    verdict = answer;
    broadcastAt = at;
  }

  /** Whether no node has confirmed that it holds the newest form. */
  boolean isUnheard() {
    return verdict == null || !verdict.isOnItsWay();
  }

  boolean wasAnswered(Verdict answer) {
    return verdict == answer;
  }

  /** When the newest form was signed or last given new time. */
  Instant sentAt() {
    return sentAt;
  }

  /** When it was last broadcast. */
  Instant broadcastAt() {
    return broadcastAt;
  }

  /** How long it has been on its way. */
  Duration age(Instant now) {
    return Duration.between(bornAt, now);
  }

  /** Starts its waiting time again, without a new form. */
  void givenTime(Instant at) {
    sentAt = at;
  }

  /** Its nonce is used and no form of it has a receipt; says how often in a row that was so. */
  int missedAgain() {
    missed++;
    return missed;
  }
}
