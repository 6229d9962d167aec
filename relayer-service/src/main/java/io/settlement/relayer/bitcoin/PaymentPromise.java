// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin;

import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a validator that holds a key of a vault answers for: what it signed, and never will. */
public interface PaymentPromise {

  /** Whether it holds a key of this vault. */
  boolean isOf(HandlerId vault);

  /**
   * Promises to sign no payment of a withdrawal any more. Before this returns true the promise is
   * stored for good, so whatever is said afterwards of the withdrawal is never contradicted by a
   * signature.
   *
   * @param elsewhere a transaction of the chain that pays the withdrawal nothing, deep enough; null
   *     when there is none
   * @return false when something this key has signed may still pay it: then nothing is promised
   */
  boolean neverPays(TxId withdrawal, @Nullable Elsewhere elsewhere);

  /**
   * A transaction that has spent coins of the vault for something else.
   *
   * @param inputs transaction as explorers write it without 0x, colon, output number
   */
  record Elsewhere(Hash txHash, Set<String> inputs) {
    /** Keeps its own copy. */
    public Elsewhere {
      inputs = Set.copyOf(inputs);
    }
  }
}
