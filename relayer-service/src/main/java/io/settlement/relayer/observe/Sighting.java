// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.MessageEvent.MessageObserved;

/**
 * A message in a block that may still be replaced.
 *
 * @param confirmations blocks its tier asks for, its own counted; 0 when it waits for its chain
 */
record Sighting(MessageObserved fact, int confirmations) {

  Observation observation() {
    return new Observation(fact.txid(), fact.ref(), confirmations, false);
  }
}
