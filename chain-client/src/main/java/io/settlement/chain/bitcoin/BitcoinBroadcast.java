// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

import java.util.Locale;

/**
 * What became of handing a transaction over.
 *
 * @param outcome what it means for who sent it
 * @param words the node's own; empty when it took it
 */
public record BitcoinBroadcast(Outcome outcome, String words) {

  /** What it means for who sent it. */
  public enum Outcome {
    /** It is in a mempool now; handing it over again changes nothing. */
    ACCEPTED,
    /** It is in a block already, or the node says that it has it. */
    KNOWN,
    /** An input is spent by another one, or was never there. */
    INPUTS_SPENT,
    /** It pays too little to enter, or to take the place of what spends the same. */
    FEE_TOO_LOW,
    /**
     * What it spends has not rested long enough, or its time has not come: later blocks take it.
     */
    TOO_EARLY,
    /** It will never be valid, or no node will ever pass it on. */
    INVALID;

    /** Whether a node has it. */
    public boolean isThere() {
      return this == ACCEPTED || this == KNOWN;
    }
  }

  private static final int ALREADY_IN_CHAIN = -27;
  private static final int MISSING_INPUTS = -25;

  static BitcoinBroadcast accepted() {
    return new BitcoinBroadcast(Outcome.ACCEPTED, "");
  }

  /** What a refusal means; the codes of Core tell less than its words. */
  static BitcoinBroadcast refused(int code, String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return new BitcoinBroadcast(outcome(code, lower), words);
  }

  private static Outcome outcome(int code, String lower) {
    if (code == ALREADY_IN_CHAIN
        || says(
            lower,
            "txn-already-known",
            "txn-already-in-mempool",
            "txn-same-nonwitness-data-in-mempool",
            "already in utxo set",
            "already in block chain")) {
      return Outcome.KNOWN;
    }
    if (says(
        lower,
        "insufficient fee",
        "min relay fee",
        "mempool min fee",
        "mempool full",
        "too many potential replacements",
        "replacement-adds-unconfirmed",
        "fee not met")) {
      return Outcome.FEE_TOO_LOW;
    }
    if (says(lower, "non-bip68-final", "non-final")) {
      return Outcome.TOO_EARLY;
    }
    if (code == MISSING_INPUTS
        || says(
            lower,
            "missingorspent",
            "missing-inputs",
            "txn-mempool-conflict",
            "bad-txns-spends-conflicting-tx")) {
      return Outcome.INPUTS_SPENT;
    }
    return Outcome.INVALID;
  }

  private static boolean says(String lower, String... words) {
    for (String word : words) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
