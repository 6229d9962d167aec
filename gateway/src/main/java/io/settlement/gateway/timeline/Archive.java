// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.value.TxId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the lines of messages go that rest. Whoever moves lines, in or out, holds the message, as
 * whoever adds one does; so no line is in both places or in none.
 */
@Repository
class Archive {
  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final MeterRegistry meters;

  Archive(JdbcTemplate jdbc, JsonMapper json, MeterRegistry meters) {
    this.jdbc = jdbc;
    this.json = json;
    this.meters = meters;
  }

  private record Told(TxId txid, String type, String discriminator) {}

  /**
   * Those of these lines that may be added: all of live messages, and those of archived ones that
   * tell anything new, which are live again then.
   *
   * @param kept what became of the lines of their messages, which the caller holds
   */
  Collection<Entry> admit(Collection<Entry> lines, Map<TxId, Kept> kept, Instant now) {
    if (EnumSet.of(Kept.LIVE).containsAll(kept.values())) {
      return lines;
    }
    List<Entry> ofArchived =
        lines.stream().filter(line -> kept.get(line.txid()) == Kept.ARCHIVED).toList();
    Set<TxId> back = withNews(ofArchived);
    bringBack(back, now);
    List<Entry> admitted =
        lines.stream()
            .filter(line -> kept.get(line.txid()) == Kept.LIVE || back.contains(line.txid()))
            .toList();
    meters.counter("settlement.gateway.brought.back").increment(back.size());
    meters.counter("settlement.gateway.too.late").increment(lines.size() - admitted.size());
    return admitted;
  }

  private Set<TxId> withNews(List<Entry> lines) {
    if (lines.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        jdbc.query(
            """
            select distinct told.txid
            from jsonb_to_recordset(?::jsonb) as told(txid text, type text, discriminator text)
            where not exists (
              select from timeline_archive a,
                jsonb_to_recordset(a.lines) as known(type text, discriminator text)
              where a.txid = told.txid
                and known.type = told.type and known.discriminator = told.discriminator)
            """,
            (row, number) -> new TxId(row.getString("txid")),
            json.writeValueAsString(
                lines.stream()
                    .map(line -> new Told(line.txid(), line.type(), line.discriminator()))
                    .toList())));
  }

  private void bringBack(Set<TxId> txids, Instant now) {
    if (txids.isEmpty()) {
      return;
    }
    String[] all = texts(txids);
    jdbc.update(
        """
        with back as (delete from timeline_archive where txid = any(?) returning txid, lines),
        restored as (
          insert into timeline
            (id, txid, type, discriminator, stage, at, chain, block, tx_hash, detail)
          overriding system value
          select l.id, back.txid, l.type, l.discriminator, l.stage, l.at, l.chain, l.block,
            l.tx_hash, l.detail
          from back, jsonb_to_recordset(back.lines) as l(
            id bigint, type text, discriminator text, stage text, at timestamptz, chain text,
            block bigint, tx_hash text, detail jsonb))
        update message set lines = 'LIVE', rests_since = ? where txid = any(?)
        """,
        all,
        Timestamp.from(now),
        all);
  }

  /** Takes in the lines of up to {@code limit} that rest since before; how many it were. */
  @Transactional
  public int archive(Instant before, Instant now, int limit) {
    // Held first, in a statement of its own: the next one sees all lines that were added until
    // then.
    List<String> resting =
        jdbc.query(
            """
            select txid from message where rests_since < ? and lines = 'LIVE'
            order by rests_since limit ? for update skip locked
            """,
            (row, number) -> row.getString("txid"),
            Timestamp.from(before),
            limit);
    if (!resting.isEmpty()) {
      take(resting.toArray(String[]::new), now);
    }
    return resting.size();
  }

  private void take(String[] txids, Instant now) {
    jdbc.update(
        """
        with taken as (delete from timeline where txid = any(?) returning *),
        kept as (
          insert into timeline_archive (txid, last_id, archived_at, lines)
          select txid, max(id), ?, jsonb_agg(to_jsonb(taken) - 'txid' order by id)
          from taken group by txid)
        update message set lines = 'ARCHIVED' where txid = any(?)
        """,
        txids,
        Timestamp.from(now),
        txids);
  }

  /** Forgets the lines of up to {@code limit} that were archived before; how many it were. */
  @Transactional
  public int forget(Instant before, int limit) {
    List<String> old =
        jdbc.query(
            """
            select txid from message
            where txid = any(array(select txid from timeline_archive where archived_at < ?
                                   order by archived_at limit ?))
            order by txid for update skip locked
            """,
            (row, number) -> row.getString("txid"),
            Timestamp.from(before),
            limit);
    return old.isEmpty()
        ? 0
        : jdbc.update(
            """
            with gone as (
              delete from timeline_archive where txid = any(?) and archived_at < ? returning txid)
            update message m set lines = 'FORGOTTEN' from gone where m.txid = gone.txid
            """,
            old.toArray(String[]::new),
            Timestamp.from(before));
  }

  private static String[] texts(Set<TxId> txids) {
    return txids.stream().map(TxId::hex).toArray(String[]::new);
  }
}
