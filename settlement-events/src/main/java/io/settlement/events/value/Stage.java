// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

/** Where a message stands; stored by name. Nothing before finality is terminal. */
public enum Stage {
  /** Its log was read, but the block may still be replaced. */
  OBSERVED,
  /** Its block is final under the source chain's policy. */
  FINAL,
  /** Route, quorum and gas allow it: queued on a lane. */
  ADMITTED,
  /** A transaction that delivers it is on its way. */
  DELIVERING,
  /** The destination logged the handler's outcome, finally. */
  DELIVERED,
  /** A transaction that brings the outcome home is on its way. */
  CALLING_BACK,
  /** The source logged the outcome, finally: the message has ended. */
  SETTLED,
  /** Not to be delivered: the reason says why. */
  REFUSED,
  /** The prepayment does not cover the work; goes on when topped up. */
  WAITING_FOR_GAS,
  /** Stopped by a limit or a pause. */
  HELD,
  /** Needs a human. */
  PARKED,
  /** Its deadline passed before delivery. */
  EXPIRED,
  /** Its block was replaced and it did not come back. */
  ORPHANED
}
