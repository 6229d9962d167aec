// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.wallet.Spend;
import org.jspecify.annotations.Nullable;

/** What a cosigner makes of a proposal. */
sealed interface Judgement {

  /**
   * It is right.
   *
   * @param spend as this cosigner built it itself
   */
  record Sign(Spend spend) implements Judgement {}

  /**
   * It is wrong, or may only be late.
   *
   * @param passes whether looking again later may change it
   * @param member the withdrawal that is why; null when it is the whole
   * @param reason a stable word
   * @param detail for humans
   */
  record No(boolean passes, @Nullable TxId member, String reason, String detail)
      implements Judgement {}
}
