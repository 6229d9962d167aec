// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.chain;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Wei;

/**
 * A transaction before it is signed.
 *
 * @param chainId EIP-155 chain id
 * @param nonce its place in the submitter's sequence
 * @param call what it does
 * @param fees what it offers for gas
 * @param legacy whether it is of type 0, which has one gas price: the most it would pay
 */
public record Draft(long chainId, long nonce, What call, Fees fees, boolean legacy) {

  /**
   * What a transaction does.
   *
   * @param to whom it calls or pays
   * @param calldata the call; empty for a payment
   * @param value wei it pays
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record What(EvmAddress to, byte[] calldata, Gas gasLimit, Wei value) {}
}
