// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.LaneId;
import io.settlement.events.value.TxId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** What lanes have to make true. Every method is one statement, however many intents it touches. */
final class IntentTable {
  private static final int LOOK_AHEAD = 2000;

  private final JdbcClient jdbc;
  private final ObjectReader reader;
  private final ObjectWriter writer;

  IntentTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.reader = json.readerFor(Work.class);
    this.writer = json.writerFor(Work.class);
  }

  /** Names an intent. */
  record Key(TxId txid, Purpose purpose) {}

  /** An intent and the lane it belongs to. */
  record Queued(Work work, LaneId lane) {}

  /**
   * Ready intents that may share a transaction.
   *
   * @param alone they may not: one transaction each
   * @param oldest since when the first of them is ready
   */
  record Load(Purpose purpose, boolean alone, long count, Instant oldest) {}

  /** An intent inside a submission. */
  record Member(Key key, long submission, int attempts) {}

  /**
   * What becomes of an intent after its transaction was mined.
   *
   * @param state MINED, READY, PARKED or TOO_LATE
   * @param reason why it failed; null when it did not
   */
  record Fate(
      Key key,
      String state,
      int attempts,
      boolean alone,
      Instant readyAt,
      @Nullable String reason) {}

  void add(List<Queued> queued, Instant now) {
    jdbc.sql(
            """
            INSERT INTO intent (txid, purpose, lane, state, work, root, ready_at, created_at)
            SELECT v.txid, v.purpose, v.lane, 'READY', v.work::jsonb, v.root, ?, ?
              FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                   AS v(txid, purpose, lane, work, root)
            ON CONFLICT (txid, purpose) DO NOTHING
            """)
        .params(
            Timestamp.from(now),
            Timestamp.from(now),
            texts(queued, it -> it.work().txid().hex()),
            texts(queued, it -> it.work().purpose().name()),
            texts(queued, it -> it.lane().toString()),
            texts(queued, it -> writer.writeValueAsString(it.work())),
            texts(queued, it -> root(it.work())))
        .update();
  }

  /** Their chains logged what they wanted, finally. Locked in key order, as everyone does. */
  void done(Collection<Key> keys) {
    jdbc.sql(
            """
            WITH open AS (
              SELECT i.txid, i.purpose
                FROM intent i JOIN unnest(?::text[], ?::text[]) AS v(txid, purpose)
                  ON i.txid = v.txid AND i.purpose = v.purpose
               WHERE i.state <> 'DONE'
               ORDER BY i.txid, i.purpose
                 FOR UPDATE OF i)
            UPDATE intent i SET state = 'DONE', reason = NULL
              FROM open WHERE i.txid = open.txid AND i.purpose = open.purpose
            """)
        .params(texts(keys, key -> key.txid().hex()), texts(keys, key -> key.purpose().name()))
        .update();
  }

  /**
   * What waits on a lane, grouped by what can go together, the longest waiting first. Of a long
   * queue only the beginning is counted.
   */
  List<Load> ready(LaneId lane, Instant now) {
    return jdbc.sql(
            """
            SELECT purpose, alone, count(*) AS count, min(ready_at) AS oldest
              FROM (SELECT purpose, alone, ready_at FROM intent
                     WHERE lane = ? AND state = 'READY' AND ready_at <= ?
                     ORDER BY ready_at LIMIT ?) AS first
             GROUP BY purpose, alone ORDER BY oldest
            """)
        .params(lane.toString(), Timestamp.from(now), LOOK_AHEAD)
        .query(
            (row, n) ->
                new Load(
                    Purpose.valueOf(row.getString("purpose")),
                    row.getBoolean("alone"),
                    row.getLong("count"),
                    row.getTimestamp("oldest").toInstant()))
        .list();
  }

  /**
   * Locks up to {@code limit} intents of a load, those of one bundle together; those being closed
   * just now are left out.
   */
  List<Work> claim(LaneId lane, Load load, long limit, Instant now) {
    return jdbc.sql(
            """
            SELECT work FROM intent
             WHERE lane = ? AND state = 'READY' AND ready_at <= ? AND purpose = ? AND alone = ?
             ORDER BY ready_at, root, txid LIMIT ? FOR UPDATE SKIP LOCKED
            """)
        .params(lane.toString(), Timestamp.from(now), load.purpose().name(), load.alone(), limit)
        .query((row, n) -> reader.<Work>readValue(row.getString("work")))
        .list();
  }

  void sent(long submission, Purpose purpose, Collection<Work> works) {
    jdbc.sql(
            """
            UPDATE intent SET state = 'SENT', submission = ?
             WHERE purpose = ? AND txid = ANY(?)
            """)
        .params(submission, purpose.name(), texts(works, work -> work.txid().hex()))
        .update();
  }

  /** The members of these submissions that nobody has closed, locked in key order. */
  List<Member> members(Collection<Long> submissions) {
    return jdbc.sql(
            """
            SELECT txid, purpose, submission, attempts FROM intent
             WHERE submission = ANY(?) AND state IN ('SENT', 'MINED')
             ORDER BY txid, purpose FOR UPDATE
            """)
        .param(submissions.toArray(Long[]::new))
        .query(
            (row, n) ->
                new Member(
                    new Key(
                        new TxId(row.getString("txid")), Purpose.valueOf(row.getString("purpose"))),
                    row.getLong("submission"),
                    row.getInt("attempts")))
        .list();
  }

  /** What these submissions carry that nobody has closed. */
  List<Work> sentWith(Collection<Long> submissions) {
    return jdbc.sql(
            """
            SELECT work FROM intent
             WHERE submission = ANY(?) AND state IN ('SENT', 'MINED') ORDER BY txid, purpose
            """)
        .param(submissions.toArray(Long[]::new))
        .query((row, n) -> reader.<Work>readValue(row.getString("work")))
        .list();
  }

  void decide(Collection<Fate> fates) {
    jdbc.sql(
            """
            UPDATE intent i
               SET state = v.state, attempts = v.attempts, alone = v.alone,
                   ready_at = v.ready_at, reason = v.reason
              FROM unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::boolean[],
                          ?::timestamptz[], ?::text[])
                   AS v(txid, purpose, state, attempts, alone, ready_at, reason)
             WHERE i.txid = v.txid AND i.purpose = v.purpose
            """)
        .params(
            texts(fates, fate -> fate.key().txid().hex()),
            texts(fates, fate -> fate.key().purpose().name()),
            texts(fates, Fate::state),
            fates.stream().map(Fate::attempts).toArray(Integer[]::new),
            fates.stream().map(Fate::alone).toArray(Boolean[]::new),
            texts(fates, fate -> fate.readyAt().toString()),
            texts(fates, Fate::reason))
        .update();
  }

  /** What of a purpose nobody is to send any more; what is on its way stays there. */
  void withdraw(Collection<TxId> txids, Purpose purpose, String reason) {
    jdbc.sql(
            """
            WITH open AS (
              SELECT txid, purpose FROM intent
               WHERE txid = ANY(?) AND purpose = ? AND state IN ('READY', 'PARKED')
               ORDER BY txid FOR UPDATE)
            UPDATE intent i SET state = 'TOO_LATE', reason = ?
              FROM open WHERE i.txid = open.txid AND i.purpose = open.purpose
            """)
        .params(texts(txids, TxId::hex), purpose.name(), reason)
        .update();
  }

  /** The purposes of a message that wait for a human. */
  List<Purpose> parked(TxId txid) {
    return jdbc.sql("SELECT purpose FROM intent WHERE txid = ? AND state = 'PARKED' FOR UPDATE")
        .param(txid.hex())
        .query((row, n) -> Purpose.valueOf(row.getString("purpose")))
        .list();
  }

  /** Starts a parked intent over, with what it needs today. */
  void restart(Work work, Instant now) {
    jdbc.sql(
            """
            UPDATE intent SET state = 'READY', attempts = 0, alone = true, reason = NULL,
                   ready_at = ?, work = ?::jsonb, root = ?
             WHERE txid = ? AND purpose = ? AND state = 'PARKED'
            """)
        .params(
            Timestamp.from(now),
            writer.writeValueAsString(work),
            root(work),
            work.txid().hex(),
            work.purpose().name())
        .update();
  }

  /** What a parked intent held. */
  Work work(Key key) {
    return jdbc.sql("SELECT work FROM intent WHERE txid = ? AND purpose = ?")
        .params(key.txid().hex(), key.purpose().name())
        .query((row, n) -> reader.<Work>readValue(row.getString("work")))
        .single();
  }

  private static @Nullable String root(Work work) {
    Work.Membership bundle = work.membership();
    return bundle == null ? null : bundle.root().hex();
  }

  private static <T> String[] texts(Collection<T> rows, Function<T, @Nullable String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }
}
