// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.chain.contract.BtcHandlerAbi.DepositStatus;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;

/** What the handlers that credit deposits know of outputs. */
interface CreditedDeposits {

  /**
   * In a final block of the handler's chain.
   *
   * @throws io.settlement.kit.problem.Problem when the chain is not configured or does not answer
   */
  DepositStatus status(HandlerId handler, Hash outpoint);
}
