// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import io.settlement.chain.BlockRef;
import java.math.BigInteger;

/**
 * The books of an account beside the chain.
 *
 * @param block at whose end both were looked at
 * @param books wei by the entries
 * @param found wei on the chain
 */
record Proved(
    Account account, Subject subject, BlockRef block, BigInteger books, BigInteger found) {

  /** What is compared; stored by name. */
  enum Subject {
    /** What the account holds. */
    BALANCE,
    /** What of a vault the operator may take. */
    COLLECTABLE,
    /** Whether each log of a vault has its entry, and each entry its log. */
    LOGS,
    /** Whether the ledger of messages says the same as a vault's entries. */
    LEDGER
  }

  boolean agrees() {
    return books.equals(found);
  }

  /** Wei that the chain has beyond the books; negative when it has less. */
  BigInteger difference() {
    return found.subtract(books);
  }
}
