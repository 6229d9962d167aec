// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.GasEvent;
import io.settlement.events.value.TxId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one batch decided: postings and facts, collected so that each is written at once. */
final class Changes {
  private final Instant at;
  private final List<Posting> postings = new ArrayList<>();
  private final List<GasEvent> facts = new ArrayList<>();
  private final List<Reversal> reversals = new ArrayList<>();
  private final List<TxId> unbalanced = new ArrayList<>();

  /**
   * Postings that are taken back, each once.
   *
   * @param causes how their causes end
   */
  record Reversal(TxId txid, String causes) {}

  /**
   * @param at when it was decided
   */
  Changes(Instant at) {
    this.at = at;
  }

  Instant at() {
    return at;
  }

  void post(Posting posting) {
    postings.add(posting);
  }

  void announce(GasEvent fact) {
    facts.add(fact);
  }

  void reverse(TxId txid, String causes) {
    reversals.add(new Reversal(txid, causes));
  }

  /** What is left over once all is posted is the operator's. */
  void leaveRestToOperator(TxId txid) {
    unbalanced.add(txid);
  }

  List<Posting> postings() {
    return postings;
  }

  List<GasEvent> facts() {
    return facts;
  }

  List<Reversal> reversals() {
    return reversals;
  }

  List<TxId> unbalanced() {
    return unbalanced;
  }
}
