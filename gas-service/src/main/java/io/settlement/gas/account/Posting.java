// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/** Entries of one message and one cause that sum to zero on each chain. */
final class Posting {
  private final TxId txid;
  private final String cause;
  private final Map<BookAccount, BigInteger> entries = new LinkedHashMap<>();

  /**
   * @param cause why; the same cause is posted once for each message
   */
  Posting(TxId txid, String cause) {
    this.txid = txid;
    this.cause = cause;
  }

  /**
   * From one account to another of the same chain.
   *
   * @throws IllegalArgumentException when they are of different chains
   */
  Posting move(BookAccount from, BookAccount to, Wei amount) {
    if (!from.chain().equals(to.chain())) {
      throw new IllegalArgumentException(from + " and " + to + " hold different money");
    }
    entries.merge(from, amount.value().negate(), BigInteger::add);
    entries.merge(to, amount.value(), BigInteger::add);
    return this;
  }

  TxId txid() {
    return txid;
  }

  String cause() {
    return cause;
  }

  Map<BookAccount, BigInteger> entries() {
    return entries;
  }
}
