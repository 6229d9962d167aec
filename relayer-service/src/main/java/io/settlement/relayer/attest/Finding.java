// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.chain.contract.SettlementAbi.HandleResult;
import io.settlement.chain.contract.SourceRecord;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;

/** What the own node shows where a claim points. */
sealed interface Finding {

  /** No log of the settlement contract is there. */
  record Nothing() implements Finding {}

  /** A log is there that cannot be read as what is claimed. */
  record SomethingElse() implements Finding {}

  /** A message is there, but not the terms that it has to be delivered by. */
  record WithoutTerms() implements Finding {}

  /**
   * A message was sent.
   *
   * @param txHash in this transaction
   * @param record what the source contract keeps of it
   */
  record Sent(CrossChainMessage message, Hash txHash, SourceRecord record) implements Finding {}

  /**
   * A message was handled.
   *
   * @param txHash in this transaction
   */
  record Handled(HandleResult result, Hash txHash) implements Finding {}
}
