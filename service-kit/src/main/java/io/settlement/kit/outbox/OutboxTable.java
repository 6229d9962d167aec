// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.outbox;

import io.settlement.events.EventCodec;
import io.settlement.events.SuiteEvent;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code outbox} and everything that is ever said to it. */
final class OutboxTable {
  /** Says "the relay" among the advisory locks of a database. */
  private static final long RELAY_LOCK = 0x5E771E_0B0CL;

  /** Says "writers of these keys" among the advisory locks of a database. */
  private static final int WRITER_LOCKS = 0x5E771E;

  /**
   * Keys share this many locks. It stays below max_locks_per_transaction (64), so a transaction
   * that holds all of them still fits the share of the lock table it is sure to have.
   */
  private static final int STRIPES = 32;

  // Writers of one key take turns from their number until their commit: numbers are commit order.
  private static final String INSERT =
      """
      WITH turn AS MATERIALIZED (
        SELECT count(pg_advisory_xact_lock(?, stripe)) AS locks FROM unnest(?::int[]) AS stripe)
      INSERT INTO outbox (topic, key, type, at, value)
      SELECT fact.topic, fact.key, fact.type, fact.at, fact.value
      FROM turn,
        unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::bytea[])
          WITH ORDINALITY AS fact(topic, key, type, at, value, position)
      WHERE turn.locks >= 0
      ORDER BY fact.position
      """;

  private static final String OLDEST =
      "SELECT id, event_id, topic, key, type, at, value FROM outbox ORDER BY id LIMIT ?";

  private final JdbcTemplate jdbc;
  private final Runnable flush;

  /**
   * @param flush writes what an ORM still holds back, so that no row lock is taken after the locks
   *     of the writers
   */
  OutboxTable(JdbcTemplate jdbc, Runnable flush) {
    this.jdbc = jdbc;
    this.flush = flush;
  }

  void insert(List<SuiteEvent> facts) {
    flush.run();
    jdbc.execute(
        (Connection connection) -> {
          try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setInt(1, WRITER_LOCKS);
            insert.setArray(2, stripes(connection, facts));
            insert.setArray(3, texts(connection, facts, fact -> fact.topic().name()));
            insert.setArray(4, texts(connection, facts, SuiteEvent::key));
            insert.setArray(5, texts(connection, facts, SuiteEvent::typeName));
            insert.setArray(6, texts(connection, facts, fact -> fact.at().toString()));
            insert.setArray(7, values(connection, facts));
            return insert.executeUpdate();
          }
        });
  }

  /** Whether this transaction is the one that may relay now. */
  boolean takeRelayLock() {
    return Boolean.TRUE.equals(
        jdbc.queryForObject("SELECT pg_try_advisory_xact_lock(?)", Boolean.class, RELAY_LOCK));
  }

  List<OutboxRow> oldest(int limit) {
    return jdbc.query(OLDEST, (row, index) -> row(row), limit);
  }

  void delete(List<OutboxRow> rows) {
    Object[] ids = rows.stream().map(OutboxRow::id).toArray();
    jdbc.update(
        "DELETE FROM outbox WHERE id = ANY (?)",
        statement -> statement.setArray(1, statement.getConnection().createArrayOf("bigint", ids)));
  }

  long pending() {
    Long count = jdbc.queryForObject("SELECT count(*) FROM outbox", Long.class);
    return count == null ? 0 : count;
  }

  private static Array stripes(Connection connection, List<SuiteEvent> facts) throws SQLException {
    Object[] stripes =
        facts.stream()
            .map(fact -> Math.floorMod(fact.key().hashCode(), STRIPES))
            .distinct()
            .sorted()
            .toArray();
    return connection.createArrayOf("int", stripes);
  }

  private static Array texts(
      Connection connection, List<SuiteEvent> facts, Function<SuiteEvent, String> text)
      throws SQLException {
    return connection.createArrayOf("text", facts.stream().map(text).toArray());
  }

  private static Array values(Connection connection, List<SuiteEvent> facts) throws SQLException {
    return connection.createArrayOf(
        "bytea", facts.stream().map(EventCodec::encode).toArray(byte[][]::new));
  }

  private static OutboxRow row(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getLong("id"),
        row.getString("event_id"),
        row.getString("topic"),
        row.getString("key"),
        row.getString("type"),
        row.getTimestamp("at").toInstant(),
        row.getBytes("value"));
  }
}
