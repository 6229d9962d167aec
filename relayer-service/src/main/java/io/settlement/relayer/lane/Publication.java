// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Wei;

/**
 * Something to be written into a contract that belongs to no message.
 *
 * @param name what tells it from others for the same contract: a root, or a round
 * @param calldata the whole call
 */
@SuppressWarnings("ArrayRecordComponent")
record Publication(
    ChainName chain, Errand errand, EvmAddress contract, String name, byte[] calldata) {

  Cargo cargo(Gas limit) {
    return new Cargo(errand, contract, calldata, limit, Wei.ZERO);
  }
}
