// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.BlockRef;
import io.settlement.chain.ChainLog;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The logs of a range of blocks, consistent with each other.
 *
 * @param first the first block of the range
 * @param end the last block of the range
 * @param logs in chain order
 * @param times of the blocks
 * @param verified why nothing is left out
 */
record Scan(
    ChainName chain,
    BlockRef first,
    BlockRef end,
    List<ChainLog> logs,
    Map<Hash, Instant> times,
    Verification verified) {

  /** Where a log of this range stands. */
  LogRef refOf(ChainLog log) {
    Instant time = times.get(log.blockHash());
    if (time == null) {
      throw new IllegalArgumentException(log + " is not of this range");
    }
    return new LogRef(
        chain, log.blockNumber(), log.blockHash(), time, log.txHash(), log.logIndex());
  }

  /** That nothing is left out. */
  GapCertificate certificate() {
    return new GapCertificate(
        first.number(),
        end.number(),
        first.parentHash(),
        first.hash(),
        end.hash(),
        logs.size(),
        verified);
  }
}
