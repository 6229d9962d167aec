// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.relayer.lane.PrepaidGas;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The message table. Every method is one statement, however many messages it touches. */
final class Messages {
  private final JdbcClient jdbc;
  private final Archive archive;
  private final JsonMapper json;
  private final SignaturePatience patience;
  private final RecentTexts<CrossChainMessage> contents;
  private final RecentTexts<LogRef> refs;

  Messages(JdbcClient jdbc, JsonMapper json, SignaturePatience patience) {
    this.jdbc = jdbc;
    this.archive = new Archive(jdbc);
    this.json = json;
    this.patience = patience;
    this.contents = new RecentTexts<>(it -> json.readValue(it, CrossChainMessage.class));
    this.refs = new RecentTexts<>(it -> json.readValue(it, LogRef.class));
  }

  /** Where they go when they have ended. */
  Archive archive() {
    return archive;
  }

  /**
   * Rows for those that have none yet and are not archived. In txid order, as everyone locks them.
   */
  void create(List<TxId> sorted, Instant now) {
    jdbc.sql(
            """
            INSERT INTO message (txid, updated_at) SELECT txid, ? FROM unnest(?::text[]) AS v(txid)
             WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.txid = v.txid)
               AND NOT EXISTS (SELECT 1 FROM archive a WHERE a.txid = v.txid)
            ON CONFLICT (txid) DO NOTHING
            """)
        .params(Timestamp.from(now), texts(sorted, TxId::hex))
        .update();
  }

  /** Their rows, without archived ones, locked until the transaction ends. */
  List<MessageRow> lock(List<TxId> txids) {
    // A row without a stage may have been made while its message was being archived.
    return jdbc.sql(
            """
            SELECT * FROM message m WHERE txid = ANY(?)
               AND (stage IS NOT NULL
                    OR NOT EXISTS (SELECT 1 FROM archive a WHERE a.txid = m.txid))
             ORDER BY txid FOR UPDATE OF m
            """)
        .param(texts(txids, TxId::hex))
        .query(this::read)
        .list();
  }

  Optional<MessageRow> find(TxId txid) {
    return jdbc.sql("SELECT * FROM message WHERE txid = ?")
        .param(txid.hex())
        .query(this::read)
        .optional();
  }

  /** Up to {@code limit} that may go on when routes or validator sets change, after one txid. */
  List<TxId> waiting(String after, int limit) {
    return jdbc.sql(
            """
            SELECT txid FROM message
             WHERE stage IN ('FINAL', 'WAITING_FOR_GAS', 'HELD', 'DELIVERED') AND txid > ?
             ORDER BY txid LIMIT ?
            """)
        .params(after, limit)
        .query((row, n) -> new TxId(row.getString("txid")))
        .list();
  }

  /** Up to {@code limit} that wait for their destination to be able to pay, after one txid. */
  List<TxId> withoutLiquidity(String after, int limit) {
    return jdbc.sql(
            """
            SELECT txid FROM message
             WHERE stage = 'HELD' AND reason = 'LIQUIDITY' AND txid > ? ORDER BY txid LIMIT ?
            """)
        .params(after, limit)
        .query((row, n) -> new TxId(row.getString("txid")))
        .list();
  }

  /** Up to {@code limit} that a destination has not received by its clock, as far as is known. */
  List<TxId> overdue(ChainName destination, Instant clock, int limit) {
    return jdbc.sql(
            """
            SELECT txid FROM message
             WHERE destination = ? AND deadline < ? AND marks LIKE '%FINAL%'
               AND marks NOT LIKE '%DELIVERED%' AND marks NOT LIKE '%EXPIRED%'
             ORDER BY deadline LIMIT ?
            """)
        .params(destination.value(), Timestamp.from(clock), limit)
        .query((row, n) -> new TxId(row.getString("txid")))
        .list();
  }

  /**
   * Up to {@code limit} that have waited too long for signatures, locked until the transaction
   * ends; it is their turn again after twice the time.
   *
   * @param due those whose turn had come by then
   */
  List<TxId> late(Instant due, Instant now, int limit) {
    return jdbc.sql(
            """
            UPDATE message m
               SET asks = m.asks + 1,
                   ask_at = ?::timestamptz + make_interval(secs => least(?::float8 * power(2, least(m.asks, 20)),
                                                            ?::float8))
              FROM (SELECT txid FROM message WHERE ask_at <= ?
                     ORDER BY ask_at LIMIT ? FOR UPDATE SKIP LOCKED) AS due
             WHERE m.txid = due.txid
            RETURNING m.txid
            """)
        .params(
            Timestamp.from(now),
            2 * seconds(patience.first()),
            seconds(patience.longest()),
            Timestamp.from(due),
            limit)
        .query((row, n) -> new TxId(row.getString("txid")))
        .list();
  }

  /** Whatever waits for signatures is looked at now. */
  void hurry(Instant now) {
    Timestamp longAgo = Timestamp.from(now.minus(patience.behind()));
    jdbc.sql("UPDATE message SET ask_at = ?, asks = 0 WHERE ask_at > ?")
        .params(longAgo, longAgo)
        .update();
  }

  /** These lack no signatures; they are looked at again then, if they still wait. */
  void calm(Collection<TxId> txids, Instant then) {
    if (!txids.isEmpty()) {
      jdbc.sql("UPDATE message SET ask_at = ? WHERE txid = ANY(?) AND ask_at IS NOT NULL")
          .params(Timestamp.from(then), texts(txids, TxId::hex))
          .update();
    }
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  void save(Collection<MessageRow> rows, Instant now) {
    jdbc.sql(
            """
            UPDATE message m
               SET stage = v.stage, reason = v.reason, marks = v.marks,
                   content = coalesce(v.content::jsonb, m.content),
                   source_ref = coalesce(v.source_ref::jsonb, m.source_ref),
                   destination = coalesce(v.destination, m.destination),
                   deadline = coalesce(v.deadline, m.deadline),
                   block_hash = v.block_hash, outcome = v.outcome, redriven_at = v.redriven_at,
                   outcome_ref = coalesce(v.outcome_ref::jsonb, m.outcome_ref),
                   ask_at = CASE WHEN v.awaits THEN coalesce(m.ask_at, ?) END,
                   asks = CASE WHEN v.awaits THEN m.asks ELSE 0 END,
                   delivery_price = v.delivery_price, callback_price = v.callback_price,
                   delivery_units = v.delivery_units, callback_units = v.callback_units,
                   final_since = v.final_since,
                   updated_at = ?
              FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                          ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::timestamptz[],
                          ?::text[], ?::boolean[], ?::numeric[], ?::numeric[], ?::bigint[],
                          ?::bigint[], ?::timestamptz[])
                   AS v(txid, stage, reason, marks, content, block_hash, outcome, redriven_at,
                        source_ref, destination, deadline, outcome_ref, awaits,
                        delivery_price, callback_price, delivery_units, callback_units,
                        final_since)
             WHERE m.txid = v.txid
            """)
        .params(
            Timestamp.from(now.plus(patience.first())),
            Timestamp.from(now),
            texts(rows, row -> row.txid().hex()),
            texts(rows, row -> text(row.stage())),
            texts(rows, MessageRow::reason),
            texts(
                rows, row -> row.marks().stream().map(Mark::name).collect(Collectors.joining(","))),
            texts(rows, row -> row.hasNewContent() ? json.writeValueAsString(row.content()) : null),
            texts(rows, row -> text(row.blockHash())),
            texts(rows, row -> text(row.outcome())),
            texts(rows, row -> text(row.redrivenAt())),
            texts(rows, row -> row.hasNewRef() ? json.writeValueAsString(row.sourceRef()) : null),
            texts(rows, row -> newContent(row, content -> content.to().chain())),
            texts(rows, row -> newContent(row, content -> content.terms().deadline())),
            texts(rows, row -> newOutcomeRef(row)),
            rows.stream().map(row -> row.awaited().isPresent()).toArray(Boolean[]::new),
            texts(rows, row -> price(row.deliveryGas())),
            texts(rows, row -> price(row.callbackGas())),
            texts(rows, row -> units(row.deliveryGas())),
            texts(rows, row -> units(row.callbackGas())),
            texts(rows, row -> text(row.finalSince())))
        .update();
  }

  private @Nullable String newOutcomeRef(MessageRow row) {
    LogRef ref = row.newOutcomeRef();
    return ref == null ? null : json.writeValueAsString(ref);
  }

  private static @Nullable String newContent(
      MessageRow row, Function<CrossChainMessage, Object> field) {
    CrossChainMessage content = row.content();
    return content == null || !row.hasNewContent() ? null : field.apply(content).toString();
  }

  private MessageRow read(ResultSet row, int n) throws SQLException {
    Timestamp redriven = row.getTimestamp("redriven_at");
    Timestamp finalSince = row.getTimestamp("final_since");
    return new MessageRow(new TxId(row.getString("txid")))
        .restored(
            marks(row.getString("marks")),
            from(row.getString("content"), contents::read),
            from(row.getString("block_hash"), Hash::new),
            from(row.getString("outcome"), Outcome::valueOf),
            row.getString("reason"),
            redriven == null ? null : redriven.toInstant())
        .loggedAt(
            from(row.getString("source_ref"), refs::read),
            from(row.getString("outcome_ref"), refs::read))
        .prepaid(
            prepaid(row.getString("delivery_price"), row.getString("delivery_units")),
            prepaid(row.getString("callback_price"), row.getString("callback_units")))
        .finalSince(finalSince == null ? null : finalSince.toInstant());
  }

  private static @Nullable PrepaidGas prepaid(@Nullable String price, @Nullable String units) {
    return PrepaidGas.of(
        from(price, Wei::parse), from(units, text -> new Gas(Long.parseLong(text))));
  }

  private static @Nullable String price(@Nullable PrepaidGas gas) {
    return gas == null ? null : gas.price().toString();
  }

  private static @Nullable String units(@Nullable PrepaidGas gas) {
    return gas == null ? null : text(gas.units());
  }

  private static Set<Mark> marks(String text) {
    return Arrays.stream(text.split(","))
        .filter(mark -> !mark.isEmpty())
        .map(Mark::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Mark.class)));
  }

  private static <T> @Nullable T from(@Nullable String text, Function<String, T> reading) {
    return text == null ? null : reading.apply(text);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static <T> @Nullable String[] texts(
      Collection<T> rows, Function<T, @Nullable String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }
}
