// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.kit.sql.Columns;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found wrong since when, and what people did about it. */
@Repository
class Imbalances {
  private final JdbcClient jdbc;

  Imbalances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An imbalance from its beginning to its end.
   *
   * @param difference how much is missing (negative) or too much, signed decimal text in the
   *     artifact's smallest unit
   */
  record Imbalance(
      long number,
      List<String> findings,
      String difference,
      Instant raisedAt,
      @Nullable Instant clearedAt) {}

  /** What somebody said about it. */
  record Note(String by, String text, Instant at) {}

  /** Whoever proves an artifact holds off everybody else who does, until the transaction ends. */
  void hold(String artifact) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext(?))::text")
        .param("proof " + artifact)
        .query(String.class)
        .optional();
  }

  /** Keeps since when each is so, forgets the others, and returns those older than patience. */
  List<Finding> aged(String artifact, List<Finding> findings, Instant now, Instant before) {
    jdbc.sql(
            """
            delete from suspicion
             where artifact = :artifact and not what = any(:whats::text[])
            """)
        .param("artifact", artifact)
        .param("whats", Columns.of(findings, Finding::what))
        .update();
    return jdbc.sql(
            """
            with kept as (
              insert into suspicion as s (artifact, what, detail, since)
              select :artifact, f.what, f.detail, :now::timestamptz
                from unnest(:whats::text[], :details::text[]) as f (what, detail)
              on conflict (artifact, what) do update set detail = excluded.detail
              returning s.what, s.detail, s.since)
            select what, detail from kept where since <= :before::timestamptz order by what
            """)
        .param("artifact", artifact)
        .param("whats", Columns.of(findings, Finding::what))
        .param("details", Columns.of(findings, Finding::detail))
        .param("now", now.toString())
        .param("before", before.toString())
        .query((row, n) -> new Finding(row.getString("what"), row.getString("detail")))
        .list();
  }

  Optional<Imbalance> open(String artifact) {
    return jdbc.sql("select * from imbalance where artifact = ? and cleared_at is null")
        .param(artifact)
        .query((row, n) -> read(row))
        .optional();
  }

  /** Its number. */
  long raise(String artifact, List<Finding> findings, BigInteger difference, Instant now) {
    return jdbc.sql(
            """
            insert into imbalance (artifact, number, findings, difference, raised_at)
            select :artifact, coalesce(max(number), 0) + 1, :findings::text[], :difference,
                   :now::timestamptz
              from imbalance where artifact = :artifact
            returning number
            """)
        .param("artifact", artifact)
        .param("findings", findings.stream().map(Finding::detail).toArray(String[]::new))
        .param("difference", new BigDecimal(difference))
        .param("now", now.toString())
        .query(Long.class)
        .single();
  }

  void clear(String artifact, Instant now) {
    jdbc.sql(
            """
            update imbalance set cleared_at = ?::timestamptz
             where artifact = ? and cleared_at is null
            """)
        .params(now.toString(), artifact)
        .update();
  }

  List<Imbalance> newest(String artifact, int limit) {
    return jdbc.sql("select * from imbalance where artifact = ? order by number desc limit ?")
        .params(artifact, limit)
        .query((row, n) -> read(row))
        .list();
  }

  long countOpen() {
    return jdbc.sql("select count(*) from imbalance where cleared_at is null")
        .query(Long.class)
        .single();
  }

  void note(String artifact, long number, Note note) {
    jdbc.sql(
            """
            insert into imbalance_note (artifact, number, said_by, text, at)
            values (?, ?, ?, ?, ?::timestamptz)
            """)
        .params(artifact, number, note.by(), note.text(), note.at().toString())
        .update();
  }

  boolean exists(String artifact, long number) {
    return jdbc.sql("select exists(select from imbalance where artifact = ? and number = ?)")
        .params(artifact, number)
        .query(Boolean.class)
        .single();
  }

  List<Note> notes(String artifact, long number) {
    return notes(artifact, List.of(number)).getOrDefault(number, List.of());
  }

  /** By the imbalance's number, the oldest first; those nobody said anything about are left out. */
  Map<Long, List<Note>> notes(String artifact, List<Long> numbers) {
    Map<Long, List<Note>> notes = new HashMap<>();
    jdbc.sql("select * from imbalance_note where artifact = ? and number = any(?) order by note")
        .params(artifact, numbers.toArray(Long[]::new))
        .query(
            row -> {
              notes
                  .computeIfAbsent(row.getLong("number"), any -> new ArrayList<>())
                  .add(
                      new Note(
                          row.getString("said_by"), row.getString("text"), instant(row, "at")));
            });
    return notes;
  }

  private static Imbalance read(ResultSet row) throws SQLException {
    return new Imbalance(
        row.getLong("number"),
        List.of((String[]) row.getArray("findings").getArray()),
        row.getBigDecimal("difference").toBigIntegerExact().toString(),
        instant(row, "raised_at"),
        row.getObject("cleared_at") == null ? null : instant(row, "cleared_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
