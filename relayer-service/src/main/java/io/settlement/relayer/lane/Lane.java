// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.EvmReader;
import io.settlement.chain.keys.SubmitterKey;
import io.settlement.events.value.LaneId;

/** A configured lane: its name, its key and its chain. */
record Lane(LaneId id, SubmitterKey key, EvmReader chain) {
  /** The index of a chain's treasury: submitters never have so many keys. */
  static final int TREASURY = 999;

  /** Whether it pays submitters and carries no messages. */
  boolean isTreasury() {
    return id.index() == TREASURY;
  }
}
