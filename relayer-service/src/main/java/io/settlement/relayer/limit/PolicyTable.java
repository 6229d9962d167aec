// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.kit.sql.Columns;
import io.settlement.relayer.limit.Policy.Source;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of limits. Every method is one statement, however many messages it is about. */
final class PolicyTable {
  /** Into how many parts a window is divided: it is exact to a part. */
  private static final int PARTS = 48;

  private final JdbcClient jdbc;

  PolicyTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A message that a limit holds. */
  record Hold(
      TxId txid,
      long policy,
      BigInteger amount,
      boolean oversized,
      Instant since,
      @Nullable Instant releaseAt) {

    boolean isBefore(Instant otherSince, TxId other) {
      int order = since.compareTo(otherSince);
      return order < 0 || (order == 0 && txid.hex().compareTo(other.hex()) < 0);
    }
  }

  /** What a window has let through, and how many it holds. */
  record Use(BigInteger used, long held) {}

  /** An amount that a window lets through. */
  record Passed(Policy policy, BigInteger amount) {}

  List<Policy> all() {
    return jdbc.sql("SELECT * FROM limit_policy ORDER BY id").query(PolicyTable::policy).list();
  }

  /** As they are now, locked until the transaction ends: who counts, counts alone. */
  List<Policy> lock(Collection<Long> ids) {
    return jdbc.sql("SELECT * FROM limit_policy WHERE id = ANY(?) ORDER BY id FOR UPDATE")
        .param(ids.toArray(Long[]::new))
        .query(PolicyTable::policy)
        .list();
  }

  /** Sets a limit, or changes the one of its kind, token and route; what it counted stays. */
  Policy put(Policy wanted) {
    return write(
            wanted,
            """
            DO UPDATE
               SET amount = excluded.amount, seconds = excluded.seconds,
                   shadow = excluded.shadow, actor = excluded.actor, since = excluded.since
            """)
        .orElseThrow();
  }

  /** Sets a limit where there is none of its kind, token and route. */
  Optional<Policy> add(Policy wanted) {
    return write(wanted, "DO NOTHING");
  }

  private Optional<Policy> write(Policy wanted, String otherwise) {
    return jdbc.sql(
            """
            INSERT INTO limit_policy
                   (kind, chain, token, route, amount, seconds, shadow, source, actor, since)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (kind, chain, token, route, source) %s
            RETURNING *
            """
                .formatted(otherwise))
        .params(
            wanted.kind().name(),
            wanted.chain().value(),
            wanted.token().hex(),
            route(wanted),
            new BigDecimal(wanted.amount().value()),
            wanted.duration().toSeconds(),
            wanted.shadow(),
            wanted.source().name(),
            wanted.actor(),
            Timestamp.from(wanted.since()))
        .query(PolicyTable::policy)
        .optional();
  }

  /** The one of its kind, token, route and source, locked until the transaction ends. */
  Optional<Policy> lockSame(Policy wanted) {
    return jdbc.sql(
            """
            SELECT * FROM limit_policy
             WHERE kind = ? AND chain = ? AND token = ? AND route = ? AND source = ? FOR UPDATE
            """)
        .params(
            wanted.kind().name(),
            wanted.chain().value(),
            wanted.token().hex(),
            route(wanted),
            wanted.source().name())
        .query(PolicyTable::policy)
        .optional();
  }

  private static String route(Policy policy) {
    return policy.route() == null ? "" : policy.route().toString();
  }

  /** Those of one source, locked until the transaction ends. */
  List<Policy> lock(Source source) {
    return jdbc.sql("SELECT * FROM limit_policy WHERE source = ? ORDER BY id FOR UPDATE")
        .param(source.name())
        .query(PolicyTable::policy)
        .list();
  }

  Optional<Policy> delete(long id) {
    return jdbc.sql("DELETE FROM limit_policy WHERE id = ? RETURNING *")
        .param(id)
        .query(PolicyTable::policy)
        .optional();
  }

  /** What these windows have let through, as far as it still counts. */
  Map<Long, BigInteger> used(Collection<Policy> windows, Instant now) {
    Map<Long, BigInteger> used = new HashMap<>();
    jdbc.sql(
            """
            SELECT b.policy, sum(b.amount) AS used
              FROM limit_bucket b JOIN unnest(?::bigint[], ?::timestamptz[]) AS v(policy, after)
                ON b.policy = v.policy AND b.starts > v.after
             GROUP BY b.policy
            """)
        .params(
            windows.stream().map(Policy::id).toArray(Long[]::new),
            texts(windows, window -> forgottenBefore(window, now).toString()))
        .query(
            (RowCallbackHandler)
                row ->
                    used.put(row.getLong("policy"), row.getBigDecimal("used").toBigIntegerExact()));
    return used;
  }

  /** Counts what passes now. */
  void count(Collection<Passed> passed, Instant now) {
    jdbc.sql(
            """
            INSERT INTO limit_bucket (policy, starts, amount)
            SELECT v.policy, v.starts, sum(v.amount)
              FROM unnest(?::bigint[], ?::timestamptz[], ?::numeric[]) AS v(policy, starts, amount)
             GROUP BY v.policy, v.starts
            ON CONFLICT (policy, starts) DO UPDATE
               SET amount = limit_bucket.amount + excluded.amount
            """)
        .params(
            passed.stream().map(it -> it.policy().id()).toArray(Long[]::new),
            texts(passed, it -> bucket(it.policy(), now).toString()),
            texts(passed, it -> it.amount().toString()))
        .update();
  }

  /** Drops what does not count any more. */
  void forget(Collection<Policy> windows, Instant now) {
    jdbc.sql(
            """
            DELETE FROM limit_bucket b
             USING unnest(?::bigint[], ?::timestamptz[]) AS v(policy, after)
             WHERE b.policy = v.policy AND b.starts <= v.after
            """)
        .params(
            windows.stream().map(Policy::id).toArray(Long[]::new),
            texts(windows, window -> forgottenBefore(window, now).toString()))
        .update();
  }

  Map<TxId, Hold> holds(Collection<TxId> txids) {
    Map<TxId, Hold> holds = new HashMap<>();
    jdbc.sql("SELECT * FROM limit_hold WHERE txid = ANY(?)")
        .param(texts(txids, TxId::hex))
        .query(PolicyTable::hold)
        .list()
        .forEach(hold -> holds.put(hold.txid(), hold));
    return holds;
  }

  /** The first in each window's queue, without some. */
  Map<Long, Hold> queueHeads(Collection<Long> windows, Collection<TxId> without) {
    Map<Long, Hold> heads = new HashMap<>();
    jdbc.sql(
            """
            SELECT head.* FROM unnest(?::bigint[]) AS w(policy) CROSS JOIN LATERAL (
              SELECT * FROM limit_hold h
               WHERE h.policy = w.policy AND h.release_at IS NULL AND NOT h.oversized
                 AND h.txid <> ALL(?)
               ORDER BY h.since, h.txid LIMIT 1) AS head
            """)
        .params(windows.toArray(Long[]::new), texts(without, TxId::hex))
        .query(PolicyTable::hold)
        .list()
        .forEach(hold -> heads.put(hold.policy(), hold));
    return heads;
  }

  void hold(Collection<Hold> holds) {
    jdbc.sql(
            """
            INSERT INTO limit_hold (txid, policy, amount, oversized, since, release_at)
            SELECT * FROM unnest(?::text[], ?::bigint[], ?::numeric[], ?::boolean[],
                                 ?::timestamptz[], ?::timestamptz[])
            ON CONFLICT (txid) DO UPDATE
               SET policy = excluded.policy, oversized = excluded.oversized,
                   release_at = excluded.release_at
            """)
        .params(
            texts(holds, it -> it.txid().hex()),
            holds.stream().map(Hold::policy).toArray(Long[]::new),
            texts(holds, it -> it.amount().toString()),
            holds.stream().map(Hold::oversized).toArray(Boolean[]::new),
            texts(holds, it -> it.since().toString()),
            texts(holds, it -> it.releaseAt() == null ? null : it.releaseAt().toString()))
        .update();
  }

  void letGo(Collection<TxId> txids) {
    jdbc.sql("DELETE FROM limit_hold WHERE txid = ANY(?)").param(texts(txids, TxId::hex)).update();
  }

  /**
   * Up to {@code limit} for each cause that may go on: their delay is over, their limit is gone or
   * has changed, or they are the first in the queue of a window that has room.
   */
  List<TxId> due(Instant now, int limit) {
    return jdbc.sql(
            """
            (SELECT txid FROM limit_hold WHERE release_at <= CAST(:now AS timestamptz) ORDER BY release_at LIMIT :limit)
            UNION
            (SELECT h.txid FROM limit_hold h LEFT JOIN limit_policy p ON p.id = h.policy
              WHERE p.id IS NULL OR p.shadow OR (h.oversized AND h.amount <= p.amount)
                 OR h.release_at > h.since + make_interval(secs => p.seconds) LIMIT :limit)
            UNION
            (SELECT queue.txid
               FROM limit_policy p
              CROSS JOIN LATERAL (
                SELECT p.amount - coalesce(sum(b.amount), 0) AS room FROM limit_bucket b
                 WHERE b.policy = p.id
                   AND b.starts > CAST(:now AS timestamptz)
                       - make_interval(secs => p.seconds * (1 + 1.0 / CAST(:parts AS integer)))) AS w
              CROSS JOIN LATERAL (
                SELECT first.txid, sum(first.amount) OVER (ORDER BY first.since, first.txid) AS run
                  FROM (SELECT * FROM limit_hold h
                         WHERE h.policy = p.id AND h.release_at IS NULL AND NOT h.oversized
                         ORDER BY h.since, h.txid LIMIT :limit) AS first) AS queue
              WHERE p.kind = 'WINDOW' AND NOT p.shadow AND queue.run <= w.room)
            """)
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .param("parts", PARTS)
        .query((row, n) -> new TxId(row.getString("txid")))
        .list();
  }

  /** How far each limit is used, by its id. */
  Map<Long, Use> uses(Instant now) {
    Map<Long, BigInteger> used = used(all(), now);
    Map<Long, Use> uses = new HashMap<>();
    used.forEach((policy, amount) -> uses.put(policy, new Use(amount, 0)));
    jdbc.sql("SELECT policy, count(*) AS held FROM limit_hold GROUP BY policy")
        .query(
            (RowCallbackHandler)
                row ->
                    uses.merge(
                        row.getLong("policy"),
                        new Use(BigInteger.ZERO, row.getLong("held")),
                        (known, held) -> new Use(known.used(), held.held())));
    return uses;
  }

  /** The part of its window that an instant falls into. */
  private static Instant bucket(Policy window, Instant now) {
    long part = part(window).toMillis();
    return Instant.ofEpochMilli(now.toEpochMilli() / part * part);
  }

  /** A part counts until its last moment is out of the window. */
  private static Instant forgottenBefore(Policy window, Instant now) {
    return now.minus(window.duration()).minus(part(window));
  }

  private static Duration part(Policy window) {
    return window.duration().dividedBy(PARTS).plusMillis(1);
  }

  private static Policy policy(ResultSet row, int n) throws SQLException {
    String route = row.getString("route");
    return new Policy(
        row.getLong("id"),
        Policy.Kind.valueOf(row.getString("kind")),
        new ChainName(row.getString("chain")),
        new EvmAddress(row.getString("token")),
        route.isEmpty() ? null : RouteId.parse(route),
        new TokenAmount(row.getBigDecimal("amount").toBigIntegerExact()),
        Duration.ofSeconds(row.getLong("seconds")),
        row.getBoolean("shadow"),
        Source.valueOf(row.getString("source")),
        row.getString("actor"),
        row.getTimestamp("since").toInstant());
  }

  private static Hold hold(ResultSet row, int n) throws SQLException {
    Timestamp releaseAt = row.getTimestamp("release_at");
    return new Hold(
        new TxId(row.getString("txid")),
        row.getLong("policy"),
        row.getBigDecimal("amount").toBigIntegerExact(),
        row.getBoolean("oversized"),
        row.getTimestamp("since").toInstant(),
        releaseAt == null ? null : releaseAt.toInstant());
  }

  private static <T> @Nullable String[] texts(
      Collection<T> rows, Function<T, @Nullable String> column) {
    return Columns.of(rows, column);
  }
}
