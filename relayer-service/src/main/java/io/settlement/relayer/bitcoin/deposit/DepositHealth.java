// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.relayer.bitcoin.deposit.Deposit.State;
import io.settlement.relayer.loop.ChainLoop;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How reading for deposits goes; nodes that are away are a detail, they will join later. */
final class DepositHealth implements HealthIndicator {
  private final DepositLoops loops;
  private final DepositTable table;
  private final BitcoinReader reader;

  DepositHealth(DepositLoops loops, DepositTable table, BitcoinReader reader) {
    this.loops = loops;
    this.table = table;
    this.reader = reader;
  }

  @Override
  public Health health() {
    Health.Builder health =
        Health.up()
            .withDetail("well-nodes", reader.wellNodes())
            .withDetail("height", table.tip().map(DepositTable.Read::height).orElse(-1L))
            .withDetail("unassigned", table.count(State.UNASSIGNED))
            .withDetail("withdrawn", table.count(State.WITHDRAWN));
    for (ChainLoop loop : loops.loops()) {
      String trouble = loop.trouble();
      if (trouble != null) {
        health.withDetail("trouble", trouble);
      }
    }
    return health.build();
  }
}
