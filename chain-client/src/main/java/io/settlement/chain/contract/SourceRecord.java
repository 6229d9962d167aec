// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.CrossChainMessage;

/** What a source keeps of a message it sent, in the shape of its contracts. */
public interface SourceRecord {

  /** CrossChainMsgStatus: 0 unknown, 1 pending, 2 success, 3 failed. */
  int status();

  /** Whether it is still pending and was created for this very message. */
  boolean pendingFor(CrossChainMessage message);

  /** Whether the source knows how the message ended. */
  default boolean hasEnded() {
    return status() > SettlementAbi.CreatedRecord.PENDING;
  }
}
