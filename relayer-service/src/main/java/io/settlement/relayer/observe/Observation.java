// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.value.LogRef;
import io.settlement.events.value.TxId;

/** A message seen in a block that may still be replaced. */
record Observation(TxId txid, LogRef ref) {

  /** What makes it the same observation: the same log of the same block. */
  Place place() {
    return Place.of(ref);
  }
}
