// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.account;

import io.settlement.chain.EvmReader;
import io.settlement.chain.MinedTransaction;
import io.settlement.events.value.EvmAddress;
import java.util.Optional;

/**
 * Finds the transaction that used a nonce when nobody remembers sending it: by the number of
 * transactions the account had sent at a block, halving the range with each question.
 */
final class ForeignTransactions {
  private final EvmReader reader;

  ForeignTransactions(EvmReader reader) {
    this.reader = reader;
  }

  /**
   * The transaction in the blocks after {@code after} up to {@code upTo}.
   *
   * @param after where the nonce was not used yet
   * @param upTo where it was used
   * @return empty when its block does not show it: the nodes do not agree about it just now
   */
  Optional<MinedTransaction> find(EvmAddress account, long nonce, long after, long upTo) {
    long unused = after;
    long used = upTo;
    while (used - unused > 1) {
      long middle = unused + (used - unused) / 2;
      if (reader.transactionCountAt(account, middle) > nonce) {
        used = middle;
      } else {
        unused = middle;
      }
    }
    return reader.transactionsIn(used).stream()
        .filter(one -> one.from().equals(account) && one.nonce() == nonce)
        .findFirst();
  }
}
