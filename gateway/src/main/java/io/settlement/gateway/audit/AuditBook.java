// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of the audit. */
@Repository
class AuditBook {
  private static final int BATCH = 1_000;

  private final JdbcTemplate jdbc;

  AuditBook(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Who asks for what; what becomes of it is told by {@link #end}. */
  record Asked(
      Instant at,
      String actor,
      String credential,
      String scopes,
      String method,
      String path,
      String requestId) {}

  /**
   * What is looked for: everything that is given.
   *
   * @param before the place of the last one seen
   */
  record Query(
      @Nullable String actor,
      @Nullable String credential,
      @Nullable String requestId,
      @Nullable Instant since,
      @Nullable Instant until,
      @Nullable Place before,
      int limit) {}

  /** A place in the list, the latest first. */
  record Place(Instant at, long id) {}

  /** Puts it down; its id. */
  long begin(Asked asked) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            """
            insert into audit (at, actor, credential, scopes, method, path, request_id)
            values (?, ?, ?, ?, ?, ?, ?) returning id
            """,
            Long.class,
            Timestamp.from(asked.at()),
            asked.actor(),
            asked.credential(),
            asked.scopes(),
            asked.method(),
            asked.path(),
            asked.requestId()));
  }

  void end(long id, @Nullable String template, int status, long tookMs) {
    jdbc.update(
        "update audit set template = ?, status = ?, took_ms = ? where id = ?",
        template,
        status,
        tookMs,
        id);
  }

  /** Each filter has an index in the list's order. */
  List<Change> find(Query query) {
    StringBuilder where = new StringBuilder("true");
    List<Object> arguments = new ArrayList<>();
    add(where, arguments, "actor = ?", query.actor());
    add(where, arguments, "credential = ?", query.credential());
    add(where, arguments, "request_id = ?", query.requestId());
    add(where, arguments, "at >= ?", time(query.since()));
    add(where, arguments, "at < ?", time(query.until()));
    if (query.before() != null) {
      add(where, arguments, "(at, id) < (?,", time(query.before().at()));
      add(where, arguments, null, query.before().id());
    }
    arguments.add(query.limit());
    return jdbc.query(
        "select * from audit where " + where + " order by at desc, id desc limit ?",
        AuditBook::row,
        arguments.toArray());
  }

  /** Drops, bit by bit, what is older. */
  void forgetBefore(Instant then) {
    int gone;
    do {
      gone =
          jdbc.update(
              """
              delete from audit where id in (
                select id from audit where at < ? order by at, id limit ?)
              """,
              Timestamp.from(then),
              BATCH);
    } while (gone == BATCH);
  }

  private static void add(
      StringBuilder where,
      List<Object> arguments,
      @Nullable String condition,
      @Nullable Object of) {
    if (of != null) {
      where.append(condition == null ? " ?)" : " and " + condition);
      arguments.add(of);
    }
  }

  private static @Nullable Timestamp time(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static Change row(ResultSet row, int number) throws SQLException {
    return new Change(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("credential"),
        row.getString("scopes"),
        row.getString("method"),
        row.getString("path"),
        row.getString("request_id"),
        row.getString("template"),
        row.getObject("status", Integer.class),
        row.getObject("took_ms", Long.class));
  }
}
