// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.ChainLog;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;

/** A log of a block: another block at the same height is another place. */
record Place(Hash blockHash, long logIndex) {

  static Place of(LogRef ref) {
    return new Place(ref.blockHash(), ref.logIndex());
  }

  static Place of(ChainLog log) {
    return new Place(log.blockHash(), log.logIndex());
  }
}
