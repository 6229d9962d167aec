// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

/** What a transaction is for, stored with it by name. */
enum Errand {
  /** Messages to their destination. */
  DELIVER,
  /** Ends of messages to their destination. */
  EXPIRE,
  /** Outcomes back to the source. */
  CALL_BACK,
  /** Rests of prepayments to their payers. */
  REFUND,
  /** Money from the treasury to a submitter. */
  TOP_UP,
  /** Signed prices into a price contract. */
  PUBLISH_PRICES,
  /** The root of a tree of receipts into a vault. */
  PUBLISH_RECEIPTS,
  /** A guardian's word to an artifact, so that no more of it is minted. */
  PAUSE_MINTING,
  /** Nothing but the use of a nonce. */
  NOOP;

  /** Whether it writes something into a contract that belongs to no message. */
  boolean publishes() {
    return this == PUBLISH_PRICES || this == PUBLISH_RECEIPTS || this == PAUSE_MINTING;
  }

  static Errand of(Purpose purpose) {
    return valueOf(purpose.name());
  }
}
