// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.TxId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the ledger said of a message at a moment.
 *
 * @param balances by account, signed decimal wei of its chain
 * @param entries everything posted by then
 */
record PastView(TxId txid, Instant asOf, Map<String, String> balances, List<Ledger.Entry> entries) {

  static PastView of(TxId txid, Instant asOf, List<Ledger.Entry> entries) {
    Map<String, BigInteger> sums = new TreeMap<>();
    for (Ledger.Entry entry : entries) {
      BookAccount account = new BookAccount(entry.account(), entry.chain(), entry.party());
      sums.merge(account.toString(), new BigInteger(entry.amount()), BigInteger::add);
    }
    Map<String, String> balances = new TreeMap<>();
    sums.forEach((account, sum) -> balances.put(account, sum.toString()));
    return new PastView(txid, asOf, balances, entries);
  }
}
