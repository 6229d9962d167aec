// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.TxId;
import io.settlement.relayer.limit.Limits;
import io.settlement.relayer.loop.Rounds;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/** Lets messages go on whose limits have room again or whose delay is over. */
final class Releases extends Rounds {
  private static final int PAGE = 250;

  private final Limits limits;
  private final Courier courier;
  private final Duration look;
  private final TransactionOperations transactions;

  Releases(Limits limits, Courier courier, Duration look, TransactionOperations transactions) {
    super("releases", look);
    this.limits = limits;
    this.courier = courier;
    this.look = look;
    this.transactions = transactions;
  }

  @Override
  protected void round() throws InterruptedException {
    List<TxId> due = limits.due(PAGE);
    if (!due.isEmpty()) {
      List<TxId> sorted = due.stream().sorted(Comparator.comparing(TxId::hex)).toList();
      transactions.executeWithoutResult(status -> courier.reconsider(sorted));
    }
    awaitBell(look);
  }
}
