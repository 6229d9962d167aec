// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.GasEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one batch decided: postings and facts, collected so that each is written at once. */
final class Changes {
  private final Instant at;
  private final List<Posting> postings = new ArrayList<>();
  private final List<GasEvent> facts = new ArrayList<>();

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

  List<Posting> postings() {
    return postings;
  }

  List<GasEvent> facts() {
    return facts;
  }
}
