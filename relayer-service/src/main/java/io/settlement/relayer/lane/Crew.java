// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.relayer.chain.Broadcaster;
import io.settlement.relayer.limit.Stops;
import java.time.Clock;

/** What every lane works with. */
record Crew(LaneStore store, Hands hands, Broadcaster broadcaster, Rules rules, Clock clock) {

  /** What is done with a batch, in this order. */
  record Hands(
      BatchCall calls, Rehearsal rehearsal, Dispatch dispatch, Inclusion inclusion, Fates fates) {}

  /** What the operator wants. */
  record Rules(LaneSettings settings, Treasuries treasuries, Stops stops) {}

  BatchCall calls() {
    return hands.calls();
  }

  Rehearsal rehearsal() {
    return hands.rehearsal();
  }

  Dispatch dispatch() {
    return hands.dispatch();
  }

  Inclusion inclusion() {
    return hands.inclusion();
  }

  Fates fates() {
    return hands.fates();
  }

  LaneSettings settings() {
    return rules.settings();
  }

  Treasuries treasuries() {
    return rules.treasuries();
  }

  Stops stops() {
    return rules.stops();
  }

  TopUpTable topUps() {
    return store.topUps();
  }

  PublicationTable publications() {
    return store.publications();
  }
}
