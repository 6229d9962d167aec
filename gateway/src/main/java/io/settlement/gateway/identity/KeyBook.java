// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import io.settlement.kit.problem.Problem;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of keys, as they are managed. */
@Repository
class KeyBook {
  private static final String COLUMNS =
      """
      k.seq, k.id, k.name, k.label, k.scopes, k.payers, k.created_at, k.created_by, k.expires_at,
      k.last_used_at, k.revoked_at,
      (select max(s.ends_at) from api_key_secret s
       where s.key = k.id and s.ends_at > ?) as former_until
      """;

  /** Says "how many keys this name has" among the advisory locks of the database. */
  private static final int COUNT_LOCKS = 0x5E77A8;

  private static final int BATCH = 1_000;

  /** Enough for a rotation whose answer was lost, and again. */
  private static final int MOST_SECRETS = 5;

  private final JdbcTemplate jdbc;

  KeyBook(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A page's row: the key and its place in the list. */
  record Row(long seq, ListedKey key) {}

  /** Adds one, unless the name has {@code most} that open. */
  void add(ListedKey key, String hash, int most, Instant now) {
    jdbc.query("select pg_advisory_xact_lock(?, hashtext(?))", row -> {}, COUNT_LOCKS, key.name());
    int added =
        jdbc.update(
            """
            insert into api_key (id, name, label, scopes, payers, created_at, created_by, expires_at)
            select ?, ?, ?, ?, ?, ?, ?, ?
            where (select count(*) from api_key
                   where name = ? and revoked_at is null and expires_at > ?) < ?
            """,
            key.id(),
            key.name(),
            key.label(),
            key.scopes().toArray(String[]::new),
            key.payers().toArray(String[]::new),
            Timestamp.from(now),
            key.createdBy(),
            time(key.expiresAt()),
            key.name(),
            Timestamp.from(now),
            most);
    if (added == 0) {
      throw Problem.conflict(
          "too-many-keys", "%s has %d keys that open: revoke one".formatted(key.name(), most));
    }
    addSecret(key.id(), hash, now);
  }

  /** The latest first, of one name or of all. */
  List<Row> list(@Nullable String name, long before, int limit, Instant now) {
    String where = name == null ? "k.seq < ?" : "k.name = ? and k.seq < ?";
    Object[] arguments =
        name == null
            ? new Object[] {Timestamp.from(now), before, limit}
            : new Object[] {Timestamp.from(now), name, before, limit};
    return jdbc.query(
        "select " + COLUMNS + " from api_key k where " + where + " order by k.seq desc limit ?",
        (row, number) -> new Row(row.getLong("seq"), ListedKey.of(row)),
        arguments);
  }

  Optional<ListedKey> find(String id, Instant now) {
    return jdbc
        .query(
            "select " + COLUMNS + " from api_key k where k.id = ?",
            (row, number) -> ListedKey.of(row),
            Timestamp.from(now),
            id)
        .stream()
        .findFirst();
  }

  /** Another secret; those until now open for that long. */
  void rotate(String id, String hash, Duration overlap, Instant now) {
    jdbc.query("select 1 from api_key where id = ? for update", row -> {}, id);
    jdbc.update(
        "delete from api_key_secret where key = ? and ends_at <= ?", id, Timestamp.from(now));
    Timestamp until = Timestamp.from(now.plus(overlap));
    jdbc.update(
        """
        update api_key_secret set ends_at = ? where key = ? and (ends_at is null or ends_at > ?)
        """,
        until,
        id,
        until);
    Integer secrets =
        jdbc.queryForObject(
            "select count(*) from api_key_secret where key = ? and ends_at > ?",
            Integer.class,
            id,
            Timestamp.from(now));
    if (secrets != null && secrets >= MOST_SECRETS) {
      throw Problem.conflict(
          "too-many-secrets", "%d former secrets still open: end their overlap".formatted(secrets));
    }
    addSecret(id, hash, now);
  }

  private void addSecret(String id, String hash, Instant now) {
    jdbc.update(
        "insert into api_key_secret (key, sha256, created_at) values (?, decode(?, 'hex'), ?)",
        id,
        hash,
        Timestamp.from(now));
  }

  /** Opens nothing from now on; once is enough. */
  void revoke(String id, String by, Instant now) {
    jdbc.update(
        "update api_key set revoked_at = ?, revoked_by = ? where id = ? and revoked_at is null",
        Timestamp.from(now),
        by,
        id);
  }

  /** Drops, bit by bit, what opens nothing since then. */
  void forgetEndedBefore(Instant then) {
    int gone;
    do {
      gone =
          jdbc.update(
              """
              delete from api_key where id in (
                select id from api_key
                where coalesce(revoked_at, expires_at) < ? order by seq limit ?)
              """,
              Timestamp.from(then),
              BATCH);
    } while (gone == BATCH);
  }

  private static @Nullable Timestamp time(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
