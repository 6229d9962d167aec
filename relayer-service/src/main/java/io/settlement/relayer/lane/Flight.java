// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.Hash;
import io.settlement.relayer.chain.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A submission that is not mined, as its lane's owner sees it; the tables hold the same. */
final class Flight {
  private final long id;
  private final long nonce;
  private final Cargo cargo;
  private final List<Attempt> attempts = new ArrayList<>();
  private Instant sentAt;
  private Instant broadcastAt;
  private @Nullable Verdict verdict;

  Flight(long id, long nonce, Cargo cargo, Attempt first, Instant sentAt) {
    this.id = id;
    this.nonce = nonce;
    this.cargo = cargo;
    this.attempts.add(first);
    this.sentAt = sentAt;
    this.broadcastAt = sentAt;
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

  /** The newest form, the one that is broadcast. */
  Attempt attempt() {
    return attempts.getLast();
  }

  /** Every form that may still be mined. */
  List<Hash> hashes() {
    return attempts.stream().map(attempt -> attempt.transaction().hash()).toList();
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

  /** When the newest form was signed or last given new time. */
  Instant sentAt() {
    return sentAt;
  }

  /** When it was last broadcast. */
  Instant broadcastAt() {
    return broadcastAt;
  }

  /** Starts its waiting time again, without a new form. */
  void givenTime(Instant at) {
    sentAt = at;
  }
}
