// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import io.settlement.events.value.HandlerId;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.PaymentPromise;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** Promises in a transaction of their own, under the lock under which this key signs. */
final class KeptPromise implements PaymentPromise {
  private final Set<HandlerId> vaults;
  private final CosignTable table;
  private final TransactionOperations transactions;
  private final Clock clock;

  KeptPromise(
      Set<HandlerId> vaults, CosignTable table, TransactionOperations transactions, Clock clock) {
    this.vaults = Set.copyOf(vaults);
    this.table = table;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public boolean isOf(HandlerId asked) {
    return vaults.contains(asked);
  }

  @Override
  public boolean neverPays(TxId withdrawal, @Nullable Elsewhere elsewhere) {
    return Boolean.TRUE.equals(
        transactions.execute(status -> table.neverSign(withdrawal, elsewhere, clock.instant())));
  }
}
