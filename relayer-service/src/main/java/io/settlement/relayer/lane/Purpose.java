// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

/** What an intent is for; each happens at most once for a message. */
public enum Purpose {
  /** The message to its destination. */
  DELIVER,
  /** Its end to its destination, when it was not received in time. */
  EXPIRE,
  /** The outcome back to the source. */
  CALL_BACK,
  /** The rest of the prepayment to the payer. */
  REFUND;

  private static final String FAILED = "_FAILED";

  /** What old facts say was given up; delivery when the word is of others. */
  public static Purpose ofFailure(String word) {
    for (Purpose purpose : values()) {
      if (word.equals(purpose.name() + FAILED)) {
        return purpose;
      }
    }
    return DELIVER;
  }
}
