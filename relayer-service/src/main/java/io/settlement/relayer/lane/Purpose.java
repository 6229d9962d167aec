// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

/** What an intent is for; each happens at most once for a message. */
public enum Purpose {
  /** The message to its destination. */
  DELIVER,
  /** The outcome back to the source. */
  CALL_BACK,
  /** The rest of the prepayment to the payer. */
  REFUND
}
