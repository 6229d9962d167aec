// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.Receipt;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Wei;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The treasury's book: what submitters asked for, what they got, what sending it cost. */
final class TopUpTable {
  private final JdbcClient jdbc;

  TopUpTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A payment that was asked for. */
  record Asked(long id, EvmAddress submitter, Wei amount) {}

  /**
   * Asks for a payment unless one is on its way to the lane, or the chain's limit of 24 hours is
   * used up. In a transaction: asking is serialised for each chain.
   *
   * @return whether it was asked for
   */
  boolean ask(Lane lane, Wei amount, Wei perDay, Instant now) {
    ChainName chain = lane.id().chain();
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('top_up ' || ?)) IS NULL")
        .param(chain.value())
        .query(Boolean.class)
        .single();
    return jdbc.sql(
                """
                INSERT INTO top_up (chain, lane, submitter, amount, state, asked_at)
                SELECT :chain, :lane, :submitter, :amount, 'ASKED', :now::timestamptz
                 WHERE :amount + (SELECT coalesce(sum(amount), 0) FROM top_up
                                   WHERE chain = :chain AND state <> 'FAILED'
                                     AND asked_at > :now::timestamptz - interval '24 hours') <= :perDay
                ON CONFLICT (lane) WHERE state IN ('ASKED', 'SENT') DO NOTHING
                """)
            .param("chain", chain.value())
            .param("lane", lane.id().toString())
            .param("submitter", lane.key().address().hex())
            .param("amount", amount.value())
            .param("perDay", perDay.value())
            .param("now", now.toString())
            .update()
        == 1;
  }

  /** The oldest that was asked for on a chain, locked until the transaction ends. */
  Optional<Asked> next(ChainName chain) {
    return jdbc.sql(
            """
            SELECT id, submitter, amount FROM top_up
             WHERE chain = ? AND state = 'ASKED' ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
        .param(chain.value())
        .query(
            (row, n) ->
                new Asked(
                    row.getLong("id"),
                    new EvmAddress(row.getString("submitter")),
                    new Wei(row.getBigDecimal("amount").toBigIntegerExact())))
        .optional();
  }

  void sent(long id, long submission) {
    jdbc.sql("UPDATE top_up SET state = 'SENT', submission = ? WHERE id = ?")
        .params(submission, id)
        .update();
  }

  /** Books those of these transactions that were payments, with what their gas cost. */
  void mined(Map<Flight, Receipt> mined) {
    List<Map.Entry<Flight, Receipt>> payments =
        mined.entrySet().stream()
            .filter(one -> one.getKey().cargo().errand() == Errand.TOP_UP)
            .toList();
    if (payments.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            UPDATE top_up t SET state = v.state, tx_hash = v.tx_hash, cost = v.cost::numeric,
                   mined_at = now()
              FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[])
                   AS v(submission, state, tx_hash, cost)
             WHERE t.submission = v.submission AND t.state = 'SENT'
            """)
        .params(
            payments.stream().map(one -> one.getKey().id()).toArray(Long[]::new),
            payments.stream().map(TopUpTable::outcome).toArray(String[]::new),
            payments.stream().map(one -> one.getValue().txHash().hex()).toArray(String[]::new),
            payments.stream()
                .map(Map.Entry::getValue)
                .map(receipt -> receipt.gasUsed().at(receipt.effectiveGasPrice()).toString())
                .toArray(String[]::new))
        .update();
  }

  /** One whose nonce was given up paid nothing. */
  private static String outcome(Map.Entry<Flight, Receipt> one) {
    Receipt receipt = one.getValue();
    return receipt.success() && !one.getKey().isNoop(receipt.txHash()) ? "MINED" : "FAILED";
  }

  /** Their blocks were replaced: they are on their way again. */
  void reopened(Collection<Long> submissions) {
    jdbc.sql(
            """
            UPDATE top_up SET state = 'SENT', tx_hash = NULL, cost = NULL, mined_at = NULL
             WHERE submission = ANY(?) AND state IN ('MINED', 'FAILED')
            """)
        .param(submissions.toArray(Long[]::new))
        .update();
  }

  /** Their nonces were used by others: they are to be sent again. */
  void freed(Collection<Long> submissions) {
    jdbc.sql(
            """
            UPDATE top_up SET state = 'ASKED', submission = NULL
             WHERE submission = ANY(?) AND state = 'SENT'
            """)
        .param(submissions.toArray(Long[]::new))
        .update();
  }
}
