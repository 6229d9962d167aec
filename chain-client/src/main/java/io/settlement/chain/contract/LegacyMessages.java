// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.chain.ChainLog;
import io.settlement.chain.LegacySettings;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.Terms;

/**
 * Messages of a source that logs no terms. They get some that everybody finds the same on the chain
 * itself: a sequence made of the log's place, the configured handler's gas, and no deadline. The
 * nonce is not told and stays 0.
 */
record LegacyMessages(LegacySettings legacy) implements SentMessages {

  /** Settles which contract made a sequence: those of our contracts count up from 1. */
  private static final long PLACE = 1L << 62;

  private static final int LOG_BITS = 20;
  private static final int BLOCK_BITS = 42;

  @Override
  public boolean hasTerms(ChainLog message) {
    return true;
  }

  @Override
  public CrossChainMessage of(ChainLog log) {
    return SettlementAbi.message(log, 0, new Terms(sequence(log), legacy.gas(), Terms.NEVER));
  }

  /**
   * Bit 62, 42 bits of the block's height, 20 bits of the log's index. A final log has its place
   * for itself for ever, so no two messages of a source share one.
   */
  private static long sequence(ChainLog log) {
    if (log.blockNumber() >>> BLOCK_BITS != 0 || log.logIndex() >>> LOG_BITS != 0) {
      throw new InvalidValue("place of a message", log.blockNumber() + "/" + log.logIndex());
    }
    return PLACE | log.blockNumber() << LOG_BITS | log.logIndex();
  }
}
