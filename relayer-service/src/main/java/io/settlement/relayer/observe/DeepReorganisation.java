// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import java.time.Instant;

/**
 * A final block that is another one now.
 *
 * @param was its hash when its logs became facts
 * @param found its hash now
 */
record DeepReorganisation(ChainName chain, long number, Hash was, Hash found, Instant since) {

  String told() {
    return "final block %d was %s and is %s".formatted(number, was, found);
  }
}
