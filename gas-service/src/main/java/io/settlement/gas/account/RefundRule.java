// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.Wei;
import io.settlement.gas.account.VaultAccount.Way;

/**
 * How the rest of a sender's account goes back.
 *
 * @param receiptsOnly whether the operator pays nothing out himself
 * @param dust what is worth less after the refund's fee is not paid out, wei of the source chain
 */
record RefundRule(boolean receiptsOnly, Wei dust) {

  /**
   * A rest of nothing is ordered too: it closes the account, and what the message cost can be
   * collected.
   *
   * @param fee what the operator keeps for paying it out
   */
  Way wayOf(Wei rest, Wei fee) {
    if (receiptsOnly) {
      return rest.isZero() ? Way.NOTHING_LEFT : Way.RECEIPTS_ONLY;
    }
    if (rest.isZero()) {
      return Way.PUSHED;
    }
    return rest.compareTo(fee) > 0 && rest.minus(fee).compareTo(dust) >= 0 ? Way.PUSHED : Way.DUST;
  }
}
