// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.PsbtEvent;
import io.settlement.events.value.HandlerId;
import io.settlement.relayer.loop.ChainLoop;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Pays one vault's withdrawals. Everything it knows is in the database: a new one goes on where
 * another was ended, at whichever line.
 */
public final class PayoutCoordinator implements ChainLoop.Step {
  private final PayoutDesk desk;
  private final PayoutRun run;
  private final PayoutDecisions decisions;
  private final FeeNews fees;
  private final HandlerId vault;

  /** Where it keeps, tells, counts and what time it is. */
  public record Office(
      JdbcClient jdbc,
      TransactionOperations transactions,
      Telling telling,
      MeterRegistry meters,
      Clock clock) {}

  /** Of this vault, for withdrawals from this source. */
  public PayoutCoordinator(
      PayoutVault vault, PayoutSource source, PayoutSettings settings, Office office) {
    PayoutTable table = new PayoutTable(office.jdbc(), vault.id());
    Rounds rounds = new Rounds(vault, table, office.telling());
    PayoutBooks books =
        new PayoutBooks(vault, table, rounds, office.telling(), office.meters(), office.clock());
    this.desk = new PayoutDesk(vault, table, rounds, office.telling(), office.clock());
    this.vault = vault.id();
    this.decisions = new PayoutDecisions(vault, books, settings.margin(), office.clock());
    this.run = new PayoutRun(vault, books, source, settings, office.transactions(), office.clock());
    this.fees = new FeeNews(vault, settings, office);
  }

  /** What cosigners answered; in the caller's transaction. */
  public void onFacts(List<PsbtEvent> facts) {
    desk.onFacts(facts);
  }

  /** What operators decide about its withdrawals. */
  PayoutDecisions decisions() {
    return decisions;
  }

  /** Whose withdrawals it pays. */
  HandlerId vault() {
    return vault;
  }

  @Override
  public Duration run() {
    Duration next = run.run();
    fees.tell();
    return next;
  }
}
