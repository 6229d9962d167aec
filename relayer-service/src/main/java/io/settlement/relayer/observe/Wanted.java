// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.Bloom;
import io.settlement.chain.ChainLog;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import java.util.List;

/**
 * Which logs are looked for.
 *
 * @param emitters the contracts
 * @param kinds topic0 of each kind
 */
record Wanted(List<EvmAddress> emitters, List<Hash> kinds) {

  boolean includes(ChainLog log) {
    return emitters.contains(log.address())
        && !log.topics().isEmpty()
        && kinds.contains(log.topics().getFirst());
  }

  boolean mayBeIn(Bloom bloom) {
    return bloom.mayHold(emitters, kinds);
  }
}
