// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin;

import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import java.util.Optional;

/** How messages ended, as the courier knows; of one that was archived long ago, nothing. */
public interface MessageEnds {

  /** The outcome at its destination; empty while there is none, or none is kept. */
  Optional<Outcome> outcome(TxId txid);
}
