// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.chain;

import java.util.Locale;

/** What the nodes said to a broadcast. None of them ends an attempt: only a receipt does. */
public enum Verdict {
  /** Taken into the pool. */
  ACCEPTED,
  /** Was in the pool before. */
  KNOWN,
  /** The chain is past its nonce: mined already, or the key was used elsewhere. */
  NONCE_USED,
  /** Another transaction of this nonce offers about as much. */
  UNDERPRICED,
  /** The submitter cannot pay for it. */
  NO_FUNDS,
  /** The node refuses it for another reason. */
  REFUSED,
  /** No node answered. */
  UNREACHABLE;

  /** Nodes share error codes for all of these, so their words decide. */
  static Verdict ofError(String message) {
    String words = message.toLowerCase(Locale.ROOT);
    if (words.contains("already known")
        || words.contains("already imported")
        || words.contains("known transaction")) {
      return KNOWN;
    }
    if (words.contains("nonce too low") || words.contains("oldnonce")) {
      return NONCE_USED;
    }
    if (words.contains("underpriced")) {
      return UNDERPRICED;
    }
    return words.contains("insufficient funds") ? NO_FUNDS : REFUSED;
  }

  /** Whether some node holds it or a block did: nothing to do but wait for the receipt. */
  public boolean isOnItsWay() {
    return this == ACCEPTED || this == KNOWN || this == NONCE_USED;
  }
}
