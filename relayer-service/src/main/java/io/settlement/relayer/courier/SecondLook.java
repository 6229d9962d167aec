// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.TxId;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/** Has all messages of a list decided again, each page in a transaction of its own. */
record SecondLook(Courier courier, TransactionOperations transactions) {

  /** A list in the order of txids, which may grow and shrink meanwhile. */
  @FunctionalInterface
  interface Pages {
    /** Up to {@code limit} after one txid. */
    List<TxId> after(String txid, int limit);
  }

  void at(Pages pages, int limit) {
    String after = "";
    List<TxId> page = pages.after(after, limit);
    while (!page.isEmpty()) {
      List<TxId> some = page;
      transactions.executeWithoutResult(status -> courier.reconsider(some));
      after = page.getLast().hex();
      page = pages.after(after, limit);
    }
  }
}
