// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

/** A transaction a message needs; stored by name. */
public enum Leg {
  /** The user's own transaction on the source chain. */
  SOURCE(PaidBy.USER_TRANSACTION),
  /** The destination receives it. */
  DELIVERY(PaidBy.PREPAYMENT),
  /** The outcome comes home to the source chain. */
  CALLBACK(PaidBy.PREPAYMENT),
  /** What is left of the prepayment goes back, on the source chain. */
  REFUND(PaidBy.PREPAYMENT);

  private final PaidBy paidBy;

  Leg(PaidBy paidBy) {
    this.paidBy = paidBy;
  }

  /** Where its fee comes from. */
  public PaidBy paidBy() {
    return paidBy;
  }

  /** Where a leg's fee comes from. */
  public enum PaidBy {
    /** The user pays it as they send; it is not part of the total. */
    USER_TRANSACTION,
    /** Out of what was prepaid on the source chain. */
    PREPAYMENT
  }
}
