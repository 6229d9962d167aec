// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Gas;
import io.settlement.events.value.LaneId;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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

  /**
   * An intent that a lane took: nobody else sends it until it is given back.
   *
   * @param createdAt since when it is there
   * @param readyAt since when it could have been sent
   * @param leftOut how often in a row it did not go because gas cost more than was prepaid for it
   * @param prepaid gas that the prepayment covers; null when it limits nothing
   */
  record Claimed(
      Work work,
      int attempts,
      Instant createdAt,
      Instant readyAt,
      int leftOut,
      @Nullable PrepaidGas prepaid) {
    /** Whether it has failed before. */
    boolean retried() {
      return attempts > 0;
    }

    Key key() {
      return new Key(work.txid(), work.purpose());
    }
  }

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
   * @param reason why it failed or waits; null when it does neither
   * @param detail the same for humans; null when the reason says it all
   * @param affordable price of a unit of gas that it can pay for what it would use; null unless it
   *     waits for that
   */
  record Fate(
      Key key,
      String state,
      int attempts,
      boolean alone,
      Instant readyAt,
      @Nullable String reason,
      @Nullable String detail,
      @Nullable Wei affordable) {

    Fate(
        Key key,
        String state,
        int attempts,
        boolean alone,
        Instant readyAt,
        @Nullable String reason,
        @Nullable String detail) {
      this(key, state, attempts, alone, readyAt, reason, detail, null);
    }
  }

  void add(Collection<Work> works, Instant now) {
    jdbc.sql(
            """
            INSERT INTO intent (txid, purpose, chain, state, work, root, ready_at, created_at)
            SELECT v.txid, v.purpose, v.chain, 'READY', v.work::jsonb, v.root, ?, ?
              FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                   AS v(txid, purpose, chain, work, root)
            ON CONFLICT (txid, purpose) DO NOTHING
            """)
        .params(
            Timestamp.from(now),
            Timestamp.from(now),
            texts(works, work -> work.txid().hex()),
            texts(works, work -> work.purpose().name()),
            texts(works, work -> work.chain().value()),
            texts(works, writer::writeValueAsString),
            texts(works, IntentTable::root))
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
            UPDATE intent i SET state = 'DONE', reason = NULL, detail = NULL
              FROM open WHERE i.txid = open.txid AND i.purpose = open.purpose
            """)
        .params(texts(keys, key -> key.txid().hex()), texts(keys, key -> key.purpose().name()))
        .update();
  }

  /**
   * What waits for a chain's lanes, grouped by what can go together, the longest waiting first. Of
   * a long queue only the beginning is counted.
   *
   * @param but purposes that are left out
   * @param price least that must have been prepaid for a unit by those that are known to wait for
   *     cheaper gas, wei of the chain
   */
  List<Load> ready(ChainName chain, Set<Purpose> but, Wei price, Instant now) {
    return jdbc.sql(
            """
            SELECT purpose, alone, count(*) AS count, min(ready_at) AS oldest
              FROM (SELECT purpose, alone, ready_at FROM intent
                     WHERE chain = ? AND state = 'READY' AND ready_at <= ? AND purpose <> ALL(?)
                       AND (reason IS DISTINCT FROM 'UNDERFUNDED' OR prepaid_price >= ?)
                     ORDER BY ready_at LIMIT ?) AS first
             GROUP BY purpose, alone ORDER BY oldest
            """)
        .params(
            chain.value(),
            Timestamp.from(now),
            texts(but, Purpose::name),
            price.value(),
            LOOK_AHEAD)
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
   * Takes up to {@code limit} intents of a load: those of the bundle of the one that waits longest,
   * when they are a bundle's worth, else those that have few companions in theirs. So a bundle,
   * whose certificate is paid by all of its members, is not torn between lanes.
   *
   * <p>A refund was priced as the callback is, on the same chain at the same time; there is what
   * its payer was charged for it.
   *
   * @param worth from how many members on a bundle goes by itself
   * @param price as of {@link #ready}
   * @param patient since when a refund must be there to wait for the price it was quoted with
   */
  List<Claimed> claim(
      LaneId lane, Load load, long limit, int worth, Wei price, Instant patient, Instant now) {
    inTurn(lane.chain());
    return jdbc.sql(
            """
            WITH ready AS (
              SELECT txid, purpose, root, ready_at,
                     CASE WHEN root IS NULL THEN 1 ELSE count(*) OVER (PARTITION BY root) END AS together
                FROM (SELECT txid, purpose, root, ready_at FROM intent
                       WHERE chain = ? AND state = 'READY' AND ready_at <= ? AND purpose = ? AND alone = ?
                         AND (reason IS DISTINCT FROM 'UNDERFUNDED' OR prepaid_price >= ?)
                       ORDER BY ready_at LIMIT ?) AS waiting),
            head AS (SELECT root, together FROM ready ORDER BY ready_at, root, txid LIMIT 1),
            chosen AS (
              SELECT r.txid, r.purpose FROM ready r, head h
               WHERE CASE WHEN h.together >= ? THEN r.root = h.root ELSE r.together < ? END
               ORDER BY r.ready_at, r.root, r.txid LIMIT ?),
            first AS (
              SELECT i.txid, i.purpose
                FROM intent i JOIN chosen c ON i.txid = c.txid AND i.purpose = c.purpose
               WHERE i.state = 'READY' FOR UPDATE OF i SKIP LOCKED),
            taken AS (
              UPDATE intent i SET state = 'CLAIMED', lane = ?
                FROM first WHERE i.txid = first.txid AND i.purpose = first.purpose
              RETURNING i.*)
            SELECT t.work, t.attempts, t.created_at, t.ready_at, t.left_out,
                   CASE t.purpose WHEN 'DELIVER' THEN m.delivery_price
                                  WHEN 'CALL_BACK' THEN m.callback_price
                                  WHEN 'REFUND' THEN
                                    CASE WHEN t.created_at > ? THEN m.callback_price END
                   END AS prepaid_price,
                   CASE t.purpose WHEN 'DELIVER' THEN m.delivery_units
                                  WHEN 'CALL_BACK' THEN m.callback_units
                                  WHEN 'REFUND' THEN
                                    div((t.work ->> 'fee')::numeric, nullif(m.callback_price, 0))
                   END AS prepaid_units
              FROM taken t LEFT JOIN message m ON m.txid = t.txid
             ORDER BY t.ready_at, t.root, t.txid
            """)
        .params(
            lane.chain().value(),
            Timestamp.from(now),
            load.purpose().name(),
            load.alone(),
            price.value(),
            LOOK_AHEAD,
            worth,
            worth,
            limit,
            lane.toString(),
            Timestamp.from(patient))
        .query(
            (row, n) ->
                new Claimed(
                    reader.readValue(row.getString("work")),
                    row.getInt("attempts"),
                    row.getTimestamp("created_at").toInstant(),
                    row.getTimestamp("ready_at").toInstant(),
                    row.getInt("left_out"),
                    PrepaidGas.of(
                        wei(row.getBigDecimal("prepaid_price")),
                        gas(row.getBigDecimal("prepaid_units")))))
        .list();
  }

  /** The lanes of a chain choose one after the other, each among what the others left. */
  private void inTurn(ChainName chain) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('intents of ' || ?, 0))")
        .param(chain.value())
        .query((row, n) -> true)
        .single();
  }

  /** Gives back what a lane took and does not send now. */
  void release(LaneId lane, Purpose purpose, Collection<Work> works) {
    jdbc.sql(
            """
            UPDATE intent SET state = 'READY', lane = NULL
             WHERE purpose = ? AND txid = ANY(?) AND lane = ? AND state = 'CLAIMED'
            """)
        .params(purpose.name(), texts(works, work -> work.txid().hex()), lane.toString())
        .update();
  }

  /** Gives back all that a lane took and did not sign. */
  void releaseAll(LaneId lane) {
    jdbc.sql(
            """
            UPDATE intent SET state = 'READY', lane = NULL WHERE lane = ? AND state = 'CLAIMED'
            """)
        .param(lane.toString())
        .update();
  }

  /** Gives back what was taken by lanes of the chain whose owners went silent. */
  int releaseOrphans(ChainName chain) {
    return jdbc.sql(
            """
            UPDATE intent i SET state = 'READY', lane = NULL FROM lane l
             WHERE i.state = 'CLAIMED' AND i.chain = ? AND l.lane = i.lane
               AND l.lease_until < now()
            """)
        .param(chain.value())
        .update();
  }

  void sent(long submission, Purpose purpose, Collection<Work> works) {
    jdbc.sql(
            """
            UPDATE intent
               SET state = 'SENT', submission = ?, reason = NULL, detail = NULL, left_out = 0
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

  /** Of these keys those that the lane holds and has not signed, locked in key order. */
  Set<Key> claimed(LaneId lane, Collection<Key> keys) {
    return Set.copyOf(
        jdbc.sql(
                """
                SELECT i.txid, i.purpose
                  FROM intent i JOIN unnest(?::text[], ?::text[]) AS v(txid, purpose)
                    ON i.txid = v.txid AND i.purpose = v.purpose
                 WHERE i.lane = ? AND i.state = 'CLAIMED'
                 ORDER BY i.txid, i.purpose FOR UPDATE OF i
                """)
            .params(
                texts(keys, key -> key.txid().hex()),
                texts(keys, key -> key.purpose().name()),
                lane.toString())
            .query(
                (row, n) ->
                    new Key(
                        new TxId(row.getString("txid")), Purpose.valueOf(row.getString("purpose"))))
            .list());
  }

  void decide(Collection<Fate> fates) {
    jdbc.sql(
            """
            UPDATE intent i
               SET state = v.state, attempts = v.attempts, alone = v.alone,
                   ready_at = v.ready_at, reason = v.reason, detail = v.detail,
                   left_out = CASE v.reason WHEN 'UNDERFUNDED' THEN i.left_out + 1 ELSE 0 END,
                   prepaid_price = CASE v.reason WHEN 'UNDERFUNDED' THEN
                     (SELECT CASE i.purpose WHEN 'DELIVER' THEN m.delivery_price
                                            WHEN 'CALL_BACK' THEN m.callback_price
                                            WHEN 'REFUND' THEN m.callback_price END
                        FROM message m WHERE m.txid = i.txid) END,
                   affordable_price = v.affordable,
                   lane = CASE WHEN v.state = 'READY' THEN NULL ELSE i.lane END
              FROM unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::boolean[],
                          ?::timestamptz[], ?::text[], ?::text[], ?::numeric[])
                   AS v(txid, purpose, state, attempts, alone, ready_at, reason, detail, affordable)
             WHERE i.txid = v.txid AND i.purpose = v.purpose
            """)
        .params(
            texts(fates, fate -> fate.key().txid().hex()),
            texts(fates, fate -> fate.key().purpose().name()),
            texts(fates, Fate::state),
            fates.stream().map(Fate::attempts).toArray(Integer[]::new),
            fates.stream().map(Fate::alone).toArray(Boolean[]::new),
            texts(fates, fate -> fate.readyAt().toString()),
            texts(fates, Fate::reason),
            texts(fates, Fate::detail),
            fates.stream()
                .map(Fate::affordable)
                .map(price -> price == null ? null : new BigDecimal(price.value()))
                .toArray(BigDecimal[]::new))
        .update();
  }

  /**
   * Gas got cheap enough for these: what waited for that is looked at now, those first that waited
   * longest.
   *
   * @param price most that they must be able to pay for a unit, wei of the chain
   */
  void affordable(ChainName chain, Wei price, Instant now) {
    jdbc.sql(
            """
            UPDATE intent i SET ready_at = ?
              FROM (SELECT txid, purpose FROM intent
                     WHERE chain = ? AND state = 'READY' AND reason = 'UNDERFUNDED'
                       AND affordable_price >= ? AND ready_at > ?
                     ORDER BY created_at LIMIT ? FOR UPDATE SKIP LOCKED) AS cheap
             WHERE i.txid = cheap.txid AND i.purpose = cheap.purpose
            """)
        .params(Timestamp.from(now), chain.value(), price.value(), Timestamp.from(now), LOOK_AHEAD)
        .update();
  }

  /** These refunds have waited long enough for cheaper gas: they go whatever it costs. */
  void overdue(ChainName chain, Instant patient, Instant now) {
    jdbc.sql(
            """
            UPDATE intent i SET ready_at = ?, reason = NULL, detail = NULL
              FROM (SELECT txid, purpose FROM intent
                     WHERE chain = ? AND state = 'READY' AND reason = 'UNDERFUNDED'
                       AND purpose = 'REFUND' AND created_at <= ?
                     LIMIT ? FOR UPDATE SKIP LOCKED) AS overdue
             WHERE i.txid = overdue.txid AND i.purpose = overdue.purpose
            """)
        .params(Timestamp.from(now), chain.value(), Timestamp.from(patient), LOOK_AHEAD)
        .update();
  }

  /**
   * Something goes now: those that could pay for their part if they shared with enough others, and
   * have not enough in their own bundle, are looked at with it.
   *
   * @param worth from how many members on a bundle goes by itself
   * @param price most that must have been prepaid for a unit, wei of the chain
   */
  void companions(ChainName chain, int worth, Wei price, Instant now) {
    jdbc.sql(
            """
            UPDATE intent i SET ready_at = ?
              FROM (SELECT txid, purpose,
                           CASE WHEN root IS NULL THEN 1 ELSE count(*) OVER (PARTITION BY root) END AS together
                      FROM (SELECT txid, purpose, root FROM intent
                             WHERE chain = ? AND state = 'READY' AND reason = 'UNDERFUNDED'
                               AND prepaid_price >= ? AND ready_at > ?
                             ORDER BY created_at LIMIT ?) AS waiting) AS lonely
             WHERE i.txid = lonely.txid AND i.purpose = lonely.purpose AND lonely.together < ?
               AND i.state = 'READY'
            """)
        .params(
            Timestamp.from(now),
            chain.value(),
            price.value(),
            Timestamp.from(now),
            LOOK_AHEAD,
            worth)
        .update();
  }

  /** More was paid for these: what waited for that is looked at now. Locked in key order. */
  void paid(Collection<TxId> txids, Instant now) {
    jdbc.sql(
            """
            WITH waiting AS (
              SELECT txid, purpose FROM intent
               WHERE txid = ANY(?) AND state = 'READY' AND reason = 'UNDERFUNDED'
               ORDER BY txid, purpose FOR UPDATE)
            UPDATE intent i SET ready_at = ?, reason = NULL, detail = NULL
              FROM waiting WHERE i.txid = waiting.txid AND i.purpose = waiting.purpose
            """)
        .params(texts(txids, TxId::hex), Timestamp.from(now))
        .update();
  }

  /** Takes what is ready on a chain without lanes; it is no lane's any more. */
  List<Work> handOver(ChainName chain, int most) {
    return jdbc.sql(
            """
            WITH first AS (
              SELECT txid, purpose FROM intent
               WHERE chain = ? AND state = 'READY'
               ORDER BY ready_at, txid LIMIT ? FOR UPDATE SKIP LOCKED)
            UPDATE intent i SET state = 'HANDED_OVER', reason = NULL, detail = NULL
              FROM first WHERE i.txid = first.txid AND i.purpose = first.purpose
            RETURNING i.work
            """)
        .params(chain.value(), most)
        .query((row, n) -> reader.<Work>readValue(row.getString("work")))
        .list();
  }

  /** What of a purpose nobody is to send any more; what is on its way stays there. */
  void withdraw(Collection<TxId> txids, Purpose purpose, String reason) {
    jdbc.sql(
            """
            WITH open AS (
              SELECT txid, purpose FROM intent
               WHERE txid = ANY(?) AND purpose = ? AND state IN ('READY', 'CLAIMED', 'PARKED')
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
                   detail = NULL, lane = NULL, ready_at = ?, work = ?::jsonb, root = ?
             WHERE txid = ? AND purpose = ? AND state = 'PARKED'
            """)
        .param(Timestamp.from(now))
        .param(writer.writeValueAsString(work))
        .param(root(work))
        .param(work.txid().hex())
        .param(work.purpose().name())
        .update();
  }

  /** What a parked intent held. */
  Work work(Key key) {
    return jdbc.sql("SELECT work FROM intent WHERE txid = ? AND purpose = ?")
        .params(key.txid().hex(), key.purpose().name())
        .query((row, n) -> reader.<Work>readValue(row.getString("work")))
        .single();
  }

  private static @Nullable Gas gas(@Nullable BigDecimal units) {
    return units == null ? null : new Gas(units.longValueExact());
  }

  private static @Nullable Wei wei(@Nullable BigDecimal value) {
    return value == null ? null : new Wei(value.toBigIntegerExact());
  }

  private static @Nullable String root(Work work) {
    Work.Membership bundle = work.membership();
    return bundle == null ? null : bundle.root().hex();
  }

  private static <T> String[] texts(Collection<T> rows, Function<T, @Nullable String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }
}
