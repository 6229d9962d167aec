// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin;

import io.settlement.events.EventCodec;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.Topics;
import io.settlement.events.value.TxId;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Messages to Bitcoin that a validator checked on its own nodes of their source: sent, final,
 * pending there, on a route that is open. What it co-signs and what it says of outcomes rests on
 * these, never on what it was told.
 */
public final class Withdrawals {
  private final JdbcClient jdbc;

  /** Keeps them in the validator's own database. */
  public Withdrawals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps what was checked; again it changes nothing. */
  public void add(Collection<MessageFinal> checked, Instant now) {
    if (checked.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            INSERT INTO withdrawal (txid, fact, seen_at)
            SELECT v.txid, v.fact, ? FROM unnest(?::text[], ?::text[]) AS v (txid, fact)
             ORDER BY v.txid
            ON CONFLICT (txid) DO NOTHING
            """)
        .param(Timestamp.from(now))
        .param(checked.stream().map(one -> one.txid().hex()).toArray(String[]::new))
        .param(checked.stream().map(Withdrawals::json).toArray(String[]::new))
        .update();
  }

  /** The withdrawal, and where its source logged it; empty when it was not checked here. */
  public Optional<MessageFinal> find(TxId txid) {
    return jdbc.sql("SELECT fact FROM withdrawal WHERE txid = ?")
        .param(txid.hex())
        .query((row, n) -> fact(row.getString("fact")))
        .optional();
  }

  /** Whether some were checked since a height was noted last. */
  public boolean areUnnoted() {
    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM withdrawal WHERE seen_height IS NULL)")
        .query(Boolean.class)
        .single();
  }

  /** Notes Bitcoin's height for those that have none yet; it is never changed. */
  public void note(long height) {
    jdbc.sql("UPDATE withdrawal SET seen_height = ? WHERE seen_height IS NULL")
        .param(height)
        .update();
  }

  /** Bitcoin's height when it was first seen here; empty when none was noted yet. */
  public OptionalLong notedAt(TxId txid) {
    return jdbc.sql("SELECT seen_height FROM withdrawal WHERE txid = ? AND seen_height IS NOT NULL")
        .param(txid.hex())
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  /** Forgets up to {@code most} that were checked before; returns how many. */
  public int forget(Instant before, int most) {
    return jdbc.sql(
            """
            DELETE FROM withdrawal WHERE txid IN
              (SELECT txid FROM withdrawal WHERE seen_at < ? ORDER BY seen_at LIMIT ?
                 FOR UPDATE SKIP LOCKED)
            """)
        .params(Timestamp.from(before), most)
        .update();
  }

  private static String json(MessageFinal fact) {
    return new String(EventCodec.encode(fact), StandardCharsets.UTF_8);
  }

  private static MessageFinal fact(String json) {
    return (MessageFinal)
        EventCodec.decode(Topics.MESSAGE_EVENTS, json.getBytes(StandardCharsets.UTF_8));
  }
}
