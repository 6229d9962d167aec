// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

/** Something that has happened to a message. Marks are added in any order; the stage follows. */
enum Mark {
  /** Its source block is final. */
  FINAL,
  /** Its source block was replaced before it was final. */
  ORPHANED,
  /** Gas is short; overruled by COVERED. */
  SHORT,
  /** Gas is covered. */
  COVERED,
  /** Not to be delivered. */
  REFUSED,
  /** Held by a stop or a limit, or waits for something an operator has to change. */
  HELD,
  /** A limit holds it now. */
  LIMITED,
  /** An operator let it pass the limits. */
  RELEASED,
  /** Its deadline passed on its destination, which has not received it. */
  EXPIRED,
  /** Its expiry is queued. */
  EXPIRY_QUEUED,
  /** Its delivery is queued. */
  ADMITTED,
  /** A transaction that delivers it was sent. */
  DELIVERING,
  /** The destination logged the outcome, finally. */
  DELIVERED,
  /** Its callback is queued. */
  CALL_BACK_QUEUED,
  /** A transaction that brings the outcome home was sent. */
  CALLING_BACK,
  /** The source logged the outcome, finally. */
  SETTLED,
  /** Its refund is queued. */
  REFUND_QUEUED,
  /** The vault logged the refund, finally. */
  REFUNDED,
  /** What is left is not pushed: its payer takes it when he likes. */
  REFUND_LEFT,
  /** A lane gave up on it. */
  PARKED
}
