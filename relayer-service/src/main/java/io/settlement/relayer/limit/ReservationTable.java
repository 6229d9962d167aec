// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import io.settlement.events.value.HandlerId;
import io.settlement.events.value.TxId;
import io.settlement.kit.sql.Columns;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is on its way to handlers that can pay only so much. */
final class ReservationTable {
  /** Admitted and not received, or received after the word that is counted against. */
  private static final String COUNTS =
      """
      (m.stage IN ('ADMITTED', 'DELIVERING')
       OR m.stage IN ('DELIVERED', 'CALLING_BACK') AND m.updated_at > :said::timestamptz)
      """;

  private final JdbcClient jdbc;

  ReservationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whoever admits to a handler holds off all others who do, until the transaction ends. */
  void lock(HandlerId target) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtext(?))::text")
        .param("liquidity " + target)
        .query(String.class)
        .optional();
  }

  /**
   * What is reserved with a handler beyond what it was said to have.
   *
   * @param said when that was said
   * @param without messages that are asked about
   */
  BigInteger reserved(HandlerId target, Instant said, Collection<TxId> without) {
    return jdbc.sql(
            """
            SELECT coalesce(sum(r.amount), 0) FROM liquidity_reservation r
              JOIN message m ON m.txid = r.txid
             WHERE r.target = :target AND r.txid <> ALL(:without) AND
            """
                + COUNTS)
        .param("target", target.toString())
        .param("said", Timestamp.from(said))
        .param("without", Columns.of(without, TxId::hex))
        .query(BigDecimal.class)
        .single()
        .toBigIntegerExact();
  }

  /** These are admitted; and what counts no more is forgotten. */
  void reserve(HandlerId target, Instant said, Collection<Passage> admitted) {
    jdbc.sql(
            """
            DELETE FROM liquidity_reservation r
             WHERE r.target = :target
               AND NOT EXISTS (SELECT 1 FROM message m WHERE m.txid = r.txid AND
            """
                + COUNTS
                + ")")
        .param("target", target.toString())
        .param("said", Timestamp.from(said))
        .update();
    jdbc.sql(
            """
            INSERT INTO liquidity_reservation (txid, target, amount)
            SELECT v.txid, :target, v.amount
              FROM unnest(:txids::text[], :amounts::numeric[]) AS v (txid, amount)
            ON CONFLICT (txid) DO NOTHING
            """)
        .param("target", target.toString())
        .param("txids", Columns.of(admitted, it -> it.txid().hex()))
        .param("amounts", Columns.of(admitted, Passage::amount))
        .update();
  }
}
