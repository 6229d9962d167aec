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

  /** The stable word for a lane's giving up on it. */
  String failure() {
    return name() + FAILED;
  }

  /** What a lane gave up on; delivery when the word is of others. */
  public static Purpose ofFailure(String word) {
    for (Purpose purpose : values()) {
      if (purpose.failure().equals(word)) {
        return purpose;
      }
    }
    return DELIVER;
  }
}
