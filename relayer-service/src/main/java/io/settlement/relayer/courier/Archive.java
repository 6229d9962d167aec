// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.TxId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where messages go that have ended, so that the tables that are worked on do not grow with
 * history. Every method is one statement, however many messages it touches.
 */
final class Archive {
  private final JdbcClient jdbc;

  Archive(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A message that has ended.
   *
   * @param record everything about it as JSON; null once that was forgotten
   */
  record Ended(TxId txid, Instant endedAt, @Nullable String record) {}

  /** Settled and paid back, or never paid for, and nothing of it is on its way; locked. */
  List<TxId> ended(Instant before, int limit) {
    return jdbc.sql(
            """
            SELECT txid FROM message m
             WHERE stage = 'SETTLED' AND updated_at < ?
               AND (marks LIKE '%REFUNDED%' OR marks NOT LIKE '%REFUND_QUEUED%')
               AND NOT EXISTS (SELECT 1 FROM intent i
                                WHERE i.txid = m.txid AND i.state IN ('READY', 'CLAIMED', 'SENT', 'MINED'))
             ORDER BY updated_at LIMIT ? FOR UPDATE SKIP LOCKED
            """)
        .params(Timestamp.from(before), limit)
        .query((row, n) -> new TxId(row.getString("txid")))
        .list();
  }

  /** Moves them here, with signatures and work. */
  void move(Collection<TxId> txids, Instant now) {
    jdbc.sql(
            """
            WITH old AS (DELETE FROM message WHERE txid = ANY(:txids) RETURNING *),
            signatures AS (
              DELETE FROM attestation a WHERE a.txid = ANY(:txids) RETURNING a.*),
            rejections AS (
              DELETE FROM rejected_attestation r WHERE r.txid = ANY(:txids) RETURNING r.*),
            memberships AS (DELETE FROM bundle_member b WHERE b.txid = ANY(:txids)),
            works AS (DELETE FROM intent i WHERE i.txid = ANY(:txids) RETURNING i.*)
            INSERT INTO archive (txid, ended_at, archived_at, refunded, record)
            SELECT old.txid, old.updated_at, :now,
                   old.marks LIKE '%REFUNDED%' OR old.marks LIKE '%REFUND_LEFT%',
                   jsonb_build_object(
                     'message', to_jsonb(old),
                     'attestations',
                     (SELECT coalesce(jsonb_agg(to_jsonb(s) - 'txid'), '[]') FROM signatures s
                       WHERE s.txid = old.txid),
                     'rejected',
                     (SELECT coalesce(jsonb_agg(to_jsonb(r) - 'txid'), '[]') FROM rejections r
                       WHERE r.txid = old.txid),
                     'works',
                     (SELECT coalesce(jsonb_agg(to_jsonb(w) - 'txid' - 'work'), '[]') FROM works w
                       WHERE w.txid = old.txid))
              FROM old
            ON CONFLICT (txid) DO UPDATE
               SET ended_at = excluded.ended_at, archived_at = excluded.archived_at,
                   refunded = excluded.refunded, record = excluded.record
            """)
        .param("txids", texts(txids))
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Drops transactions whose messages have all been archived; the oldest first. */
  int dropTransactions(Instant before, int limit) {
    return jdbc.sql(
            """
            DELETE FROM submission s
             WHERE s.id = ANY(ARRAY(
                     SELECT id FROM submission old
                      WHERE state IN ('FINAL', 'LOST') AND purpose <> 'TOP_UP' AND created_at < ?
                        AND NOT EXISTS (SELECT 1 FROM intent i WHERE i.submission = old.id)
                      ORDER BY created_at LIMIT ? FOR UPDATE SKIP LOCKED))
            """)
        .params(Timestamp.from(before), limit)
        .update();
  }

  /** Drops bundles whose members have all been archived, some perhaps before they were told. */
  int dropBundles(Instant before, int limit) {
    return jdbc.sql(
            """
            DELETE FROM bundle b
             WHERE b.root = ANY(ARRAY(
                     SELECT root FROM bundle old
                      WHERE told_at < ?
                        AND NOT EXISTS (
                          SELECT 1 FROM bundle_member m
                           WHERE m.root = old.root
                             AND NOT EXISTS (SELECT 1 FROM archive a WHERE a.txid = m.txid))
                      ORDER BY told_at LIMIT ? FOR UPDATE SKIP LOCKED))
            """)
        .params(Timestamp.from(before), limit)
        .update();
  }

  /**
   * Of old ones only keeps that they were, and of those that were not paid back the message itself:
   * they may still be owed something.
   */
  int forget(Instant before, int limit) {
    return jdbc.sql(
            """
            UPDATE archive
               SET record = CASE WHEN NOT refunded
                                 THEN jsonb_build_object('message', record -> 'message') END
             WHERE txid = ANY(ARRAY(
                     SELECT txid FROM archive
                      WHERE jsonb_exists(record, 'works') AND archived_at < ?
                      ORDER BY archived_at LIMIT ? FOR UPDATE SKIP LOCKED))
            """)
        .params(Timestamp.from(before), limit)
        .update();
  }

  /** Brings those back that were never paid for before they ended, and are owed something now. */
  void bringBack(Collection<TxId> txids) {
    jdbc.sql(
            """
            WITH back AS (
              DELETE FROM archive WHERE txid = ANY(?) AND NOT refunded AND record IS NOT NULL
              RETURNING record)
            INSERT INTO message
            SELECT (jsonb_populate_record(NULL::message, record -> 'message')).* FROM back
            ON CONFLICT (txid) DO NOTHING
            """)
        .param(texts(txids))
        .update();
  }

  Optional<Ended> find(TxId txid) {
    return jdbc.sql("SELECT ended_at, record FROM archive WHERE txid = ?")
        .param(txid.hex())
        .query(
            (row, n) ->
                new Ended(txid, row.getTimestamp("ended_at").toInstant(), row.getString("record")))
        .optional();
  }

  private static String[] texts(Collection<TxId> txids) {
    return txids.stream().map(TxId::hex).toArray(String[]::new);
  }
}
