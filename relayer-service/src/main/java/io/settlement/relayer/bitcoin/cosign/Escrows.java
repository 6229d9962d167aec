// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.TxId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Withdrawals as this validator's own nodes of their source chains show them. */
public interface Escrows {

  /** The message, checked here: sent, final, on an open route; empty when it was not (yet). */
  Optional<CrossChainMessage> checked(TxId txid);

  /**
   * Notes Bitcoin's height for every withdrawal that was checked and has none yet.
   *
   * @param height asked only when there is such a one
   */
  void note(LongSupplier height);

  /** The height that was noted when it was first seen here; empty when none was yet. */
  OptionalLong seenAt(TxId txid);

  /**
   * Whether its source still waits for its outcome.
   *
   * @throws io.settlement.chain.ChainException when the node does not answer
   */
  boolean isPending(CrossChainMessage message);
}
