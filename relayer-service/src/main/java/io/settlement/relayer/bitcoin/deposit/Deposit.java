// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.events.MessageEvent.MessageObserved;

/**
 * A deposit that was told.
 *
 * @param fact as it was told when it was found
 * @param state what became of it
 */
record Deposit(MessageObserved fact, State state) {

  /** What became of an output that paid a vault; stored by name. */
  enum State {
    /** Told; its block may still be replaced. */
    SEEN,
    /** Told as final. */
    FINAL,
    /** Below the vault's minimum: kept, credited to nobody. */
    TOO_SMALL,
    /** Its address was given to nobody: kept, an alarm. */
    UNASSIGNED,
    /** Was final, and its block was replaced all the same. */
    WITHDRAWN
  }
}
