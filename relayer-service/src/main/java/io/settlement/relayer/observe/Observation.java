// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.value.LogRef;
import io.settlement.events.value.TxId;

/**
 * A message seen in a block that may still be replaced.
 *
 * @param confirmations blocks its tier asks for, its own counted; 0 when it waits for its chain
 * @param early whether it was told to be final
 */
record Observation(TxId txid, LogRef ref, int confirmations, boolean early) {

  /** One that waits for its chain. */
  Observation(TxId txid, LogRef ref) {
    this(txid, ref, 0, false);
  }

  /** What makes it the same observation: the same log of the same block. */
  Place place() {
    return Place.of(ref);
  }
}
