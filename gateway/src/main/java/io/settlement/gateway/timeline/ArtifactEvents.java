// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.events.ArtifactEvent;
import io.settlement.events.EventCodec;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happened to artifacts, each fact once, in the order in which it was committed. They come
 * seldom, so the lock on positions is taken first.
 */
@Repository
class ArtifactEvents {
  /** Says "the positions of artifacts" among the advisory locks of the database. */
  private static final long POSITIONS = 0x5E77E9_A27FL;

  private static final String COLUMNS = "position, artifact, type, body";

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final StreamSettings settings;
  private final Clock clock;

  ArtifactEvents(JdbcTemplate jdbc, JsonMapper json, StreamSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.settings = settings;
    this.clock = clock;
  }

  private record Row(String artifact, String type, Instant at, String digest, String body) {
    static Row of(ArtifactEvent fact) {
      byte[] body = EventCodec.encode(fact);
      return new Row(
          fact.artifact(), fact.typeName(), fact.at(), sha256(body), new String(body, UTF_8));
    }
  }

  /**
   * Keeps what is not known yet, and puts down which webhooks are told. What is older than what is
   * kept is no news. Plans are their partners' own: nobody else is told of them.
   */
  @Transactional
  public void record(Collection<? extends ArtifactEvent> facts) {
    Instant now = clock.instant();
    List<Row> rows =
        facts.stream()
            .filter(fact -> fact.at().isAfter(now.minus(settings.keep())))
            .filter(fact -> !(fact instanceof ArtifactEvent.PlanChanged))
            .map(Row::of)
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    jdbc.query(
        """
        select set_config('idle_in_transaction_session_timeout', '10s', true),
          pg_advisory_xact_lock(?)
        """,
        row -> {},
        POSITIONS);
    List<Long> added =
        jdbc.query(
            """
            insert into artifact_event (artifact, type, at, digest, body, told_at)
            select artifact, type, at, decode(digest, 'hex'), body, ?
            from rows from (jsonb_to_recordset(?::jsonb) as (
              artifact text, type text, at timestamptz, digest text, body text))
              with ordinality as r(artifact, type, at, digest, body, number)
            order by number
            on conflict (digest) do nothing
            returning position
            """,
            (row, number) -> row.getLong("position"),
            Timestamp.from(now),
            json.writeValueAsString(rows));
    if (!added.isEmpty()) {
      tellWebhooks(added, now);
    }
  }

  private void tellWebhooks(List<Long> positions, Instant now) {
    jdbc.update(
        """
        insert into webhook_delivery
          (webhook, event_id, line, txid, type, body, created_at, next_at)
        select e.webhook, 'art_' || e.position, e.position, e.artifact, e.type, e.body, ?,
          greatest(?, (select max(d.next_at) from webhook_delivery d
            where d.webhook = e.webhook and d.txid = e.artifact and d.state = 'WAITING'))
        from webhook_artifact_event e
        where e.position = any(?)
        order by e.position
        on conflict do nothing
        """,
        Timestamp.from(now),
        Timestamp.from(now),
        positions.toArray(Long[]::new));
  }

  long end() {
    return jdbc.query(
            """
            select greatest(
              (select position from artifact_event order by position desc limit 1),
              (select forgotten from stream_horizon where name = 'artifacts')) as position
            """,
            (row, number) -> row.getLong("position"))
        .getFirst();
  }

  long forgotten() {
    return jdbc.query(
            "select forgotten from stream_horizon where name = 'artifacts'",
            (row, number) -> row.getLong("forgotten"))
        .getFirst();
  }

  List<Source.Event> after(long position, int limit) {
    return jdbc.query(
        "select " + COLUMNS + " from artifact_event where position > ? order by position limit ?",
        this::event,
        position,
        limit);
  }

  List<Source.Event> after(Collection<Source.Mark> marks, int each) {
    return jdbc.query(
        "select "
            + COLUMNS
            + """
             from unnest(?, ?) as mark(subject, seen)
             cross join lateral (
               select * from artifact_event e
               where e.artifact = mark.subject and e.position > mark.seen
               order by e.position limit ?) as e
             order by position
            """,
        this::event,
        marks.stream().map(Source.Mark::subject).toArray(String[]::new),
        marks.stream().map(Source.Mark::id).toArray(Long[]::new),
        each);
  }

  /** Forgets up to so many that were told before; how many. */
  int forget(Instant before, int limit) {
    return jdbc.query(
            """
            with gone as (
              delete from artifact_event where position = any(array(
                select position from (select position, told_at from artifact_event
                                      order by position limit ?) as first
                where told_at < ?))
              returning position),
            marked as (
              update stream_horizon
              set forgotten = greatest(forgotten, (select max(position) from gone))
              where name = 'artifacts' and exists (select from gone))
            select count(*) as gone from gone
            """,
            (row, number) -> row.getInt("gone"),
            limit,
            Timestamp.from(before))
        .getFirst();
  }

  /** The fact as its topic tells it, with its place in front. */
  private Source.Event event(ResultSet row, int number) throws SQLException {
    long position = row.getLong("position");
    return new Source.Event(
        row.getString("artifact"),
        position,
        row.getString("type"),
        "{\"id\":" + position + "," + row.getString("body").substring(1));
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
