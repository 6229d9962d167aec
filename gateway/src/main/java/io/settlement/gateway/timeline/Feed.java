// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import io.settlement.events.value.TxId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The lines of all messages in the order in which they were committed, for streams. Positions are
 * handed out under a lock that is held until the commit, so who has read up to one has seen all
 * below it.
 */
@Repository
class Feed {
  /** Says "the positions of lines" among the advisory locks of the database. */
  private static final long POSITIONS = 0x5E77E9_11FEL;

  private final JdbcTemplate jdbc;

  Feed(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A place in the feed.
   *
   * @param line the id of the line
   * @param from where its message comes from; empty when that is not known, or when the line is an
   *     aside, which handlers' streams do not tell
   * @param to where it goes
   * @param ended nothing more happens to the message
   */
  record Place(long position, long line, TxId txid, String from, String to, boolean ended) {}

  /** A place that was looked for. */
  record Found(String handler, Place place) {}

  /** The last thing a transaction does that added lines: others wait here until it ends. */
  void add(Collection<Entries.Added> added, Collection<TxId> located, Instant now) {
    // A gateway that falls silent here would keep all others waiting: the database ends it.
    jdbc.query(
        """
        select set_config('idle_in_transaction_session_timeout', '10s', true),
          pg_advisory_xact_lock(?)
        """,
        row -> {},
        POSITIONS);
    jdbc.update(
        """
        insert into stream_line (line, seq, from_handler, to_handler, told_at)
        select l.id, m.seq,
          case when l.type <> all(?) then hashtextextended(m.from_handler, 0) end,
          case when l.type <> all(?) then hashtextextended(m.to_handler, 0) end, ?
        from (
          select id, txid, type from timeline where id = any(?)
          union
          select id, txid, type from timeline where txid = any(?) and type <> all(?)) as l
        join message m on m.txid = l.txid
        order by l.id
        """,
        asides(),
        asides(),
        Timestamp.from(now),
        added.stream().map(Entries.Added::id).toArray(Long[]::new),
        located.stream().map(TxId::hex).toArray(String[]::new),
        asides());
  }

  /** Where it ends now. */
  long end() {
    return jdbc.query(
            """
            select greatest(
              (select position from stream_line order by position desc limit 1),
              (select forgotten from stream_horizon where name = 'lines')) as position
            """,
            (row, number) -> row.getLong("position"))
        .getFirst();
  }

  /** Up to where it is forgotten. */
  long forgotten() {
    return jdbc.query(
            "select forgotten from stream_horizon where name = 'lines'",
            (row, number) -> row.getLong("forgotten"))
        .getFirst();
  }

  /** What comes after a place. */
  List<Place> after(long position, int limit) {
    return jdbc.query(
        """
        select s.position, s.line, m.txid, m.ended,
          case when s.from_handler is not null then m.from_handler end as from_handler,
          case when s.to_handler is not null then m.to_handler end as to_handler
        from (select position, line, seq, from_handler, to_handler
              from stream_line where position > ?
              order by position limit ?) as s
        join message m on m.seq = s.seq
        order by s.position
        """,
        Feed::place,
        position,
        limit);
  }

  /** What comes after each mark and is of its handler, at either end; at most each of each. */
  List<Found> after(Collection<Source.Mark> marks, int each) {
    return jdbc.query(
        """
        select s.handler, s.position, s.line, m.txid, m.from_handler, m.to_handler, m.ended
        from (
          select mark.handler, found.position, found.line, found.seq
          from unnest(?, ?) as mark(handler, seen)
          cross join lateral (
            (select position, line, seq from stream_line
             where from_handler = hashtextextended(mark.handler, 0) and position > mark.seen
             order by position limit ?)
            union
            (select position, line, seq from stream_line
             where to_handler = hashtextextended(mark.handler, 0) and position > mark.seen
             order by position limit ?)
            order by position limit ?) as found) as s
        join message m on m.seq = s.seq
        order by s.position
        """,
        (row, number) -> new Found(row.getString("handler"), place(row, number)),
        marks.stream().map(Source.Mark::subject).toArray(String[]::new),
        marks.stream().map(Source.Mark::id).toArray(Long[]::new),
        each,
        each,
        each);
  }

  /** Forgets up to so many that were told before; how many. */
  int forget(Instant before, int limit) {
    return jdbc.query(
            """
            with gone as (
              delete from stream_line where position = any(array(
                select position from (select position, told_at from stream_line
                                      order by position limit ?) as first
                where told_at < ?))
              returning position),
            marked as (
              update stream_horizon
              set forgotten = greatest(forgotten, (select max(position) from gone))
              where name = 'lines' and exists (select from gone))
            select count(*) as gone from gone
            """,
            (row, number) -> row.getInt("gone"),
            limit,
            Timestamp.from(before))
        .getFirst();
  }

  private static Place place(ResultSet row, int number) throws SQLException {
    String from = row.getString("from_handler");
    String to = row.getString("to_handler");
    return new Place(
        row.getLong("position"),
        row.getLong("line"),
        new TxId(row.getString("txid")),
        from == null ? "" : from,
        to == null ? "" : to,
        row.getBoolean("ended"));
  }

  private static String[] asides() {
    return Story.ASIDES.toArray(String[]::new);
  }
}
