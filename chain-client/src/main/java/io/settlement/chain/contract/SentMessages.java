// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.chain.ChainLog;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.InvalidValue;
import java.util.Collection;

/** Messages that logs send; {@link ContractDialect#messages} reads those of any chain. */
public interface SentMessages {

  /**
   * Reads messages of our own contracts among these logs, which are of whole blocks or of a whole
   * receipt.
   */
  static SentMessages in(Collection<ChainLog> logs) {
    return V2Messages.in(logs);
  }

  /** Whether the terms of a {@link SettlementAbi#MESSAGE} log are known. */
  boolean hasTerms(ChainLog message);

  /**
   * The message of a {@link SettlementAbi#MESSAGE} log.
   *
   * @throws InvalidValue when it is not such a log, or has no terms
   */
  CrossChainMessage of(ChainLog log);
}
