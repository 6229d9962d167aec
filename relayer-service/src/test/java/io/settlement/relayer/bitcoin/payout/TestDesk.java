// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.chain.bitcoin.BitcoinHeader;
import io.settlement.events.PsbtEvent;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hex;
import io.settlement.events.value.TxId;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The coordinator, step by step; a new one over the same database is it after a crash. */
public final class TestDesk {
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final PayoutCoordinator coordinator;
  private final Deque<CrossChainMessage> queue = new ArrayDeque<>();

  /** Over a database. */
  public TestDesk(
      PayoutVault vault,
      PayoutSettings settings,
      JdbcClient jdbc,
      TransactionOperations transactions,
      Telling telling,
      Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.coordinator =
        new PayoutCoordinator(
            vault,
            this::take,
            settings,
            new PayoutCoordinator.Office(
                jdbc, transactions, telling, new SimpleMeterRegistry(), clock));
  }

  private List<CrossChainMessage> take(int most) {
    List<CrossChainMessage> taken = List.copyOf(queue);
    queue.clear();
    return taken;
  }

  /** Admitted. */
  public void queue(CrossChainMessage message) {
    queue.add(message);
  }

  /** One round of the loop. */
  public void run() {
    coordinator.run();
  }

  /** Facts from Kafka. */
  public void onFacts(List<PsbtEvent> facts) {
    transactions.executeWithoutResult(status -> coordinator.onFacts(facts));
  }

  /** An operator wants it batched again. */
  public void release(TxId txid) {
    transactions.executeWithoutResult(status -> coordinator.decisions().release(txid));
  }

  /** An operator gives it up. */
  public void fail(TxId txid) {
    BitcoinHeader head = coordinator.decisions().head();
    transactions.executeWithoutResult(status -> coordinator.decisions().fail(txid, head));
  }

  /** What an operator is shown of it, a line for each transaction. */
  public List<String> timeline(TxId txid) {
    return new PayoutReport(jdbc)
        .timeline(txid).orElseThrow().steps().stream()
            .map(
                step ->
                    "%s %s paid %s share %s signed %d refused %s"
                        .formatted(
                            step.kind(),
                            step.state(),
                            step.paid(),
                            step.share(),
                            step.signatures().size(),
                            step.refusals().stream()
                                .map(PayoutReport.Refusal::reason)
                                .distinct()
                                .toList()))
            .toList();
  }

  /** The latest whole payment of a withdrawal. */
  public byte[] raw(TxId txid) {
    return Hex.decode(
        jdbc.sql(
                """
                SELECT raw FROM payout_round WHERE raw IS NOT NULL AND ? = ANY (members)
                 ORDER BY round DESC LIMIT 1\
                """)
            .param(txid.hex())
            .query(String.class)
            .single());
  }

  /** Why a withdrawal waits, failed or is held; NONE when there is no reason. */
  public String reason(TxId txid) {
    return jdbc.sql("SELECT coalesce(reason, 'NONE') FROM payout WHERE txid = ?")
        .param(txid.hex())
        .query(String.class)
        .single();
  }

  /** State of a withdrawal; NONE when it is not in the table. */
  public String state(TxId txid) {
    return jdbc.sql("SELECT state FROM payout WHERE txid = ?")
        .param(txid.hex())
        .query(String.class)
        .optional()
        .orElse("NONE");
  }
}
