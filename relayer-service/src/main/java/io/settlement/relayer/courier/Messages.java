// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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
  private final JsonMapper json;

  Messages(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Rows for those that have none yet. In txid order, as everyone locks them. */
  void create(List<TxId> sorted, Instant now) {
    jdbc.sql(
            """
            INSERT INTO message (txid, updated_at) SELECT txid, ? FROM unnest(?::text[]) AS v(txid)
            ON CONFLICT (txid) DO NOTHING
            """)
        .params(Timestamp.from(now), texts(sorted, TxId::hex))
        .update();
  }

  /** Their rows, locked until the transaction ends. */
  List<MessageRow> lock(List<TxId> txids) {
    return jdbc.sql("SELECT * FROM message WHERE txid = ANY(?) ORDER BY txid FOR UPDATE")
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
                   updated_at = ?
              FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                          ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::timestamptz[])
                   AS v(txid, stage, reason, marks, content, block_hash, outcome, redriven_at,
                        source_ref, destination, deadline)
             WHERE m.txid = v.txid
            """)
        .params(
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
            texts(rows, row -> newContent(row, content -> content.terms().deadline())))
        .update();
  }

  private static @Nullable String newContent(
      MessageRow row, Function<CrossChainMessage, Object> field) {
    CrossChainMessage content = row.content();
    return content == null || !row.hasNewContent() ? null : field.apply(content).toString();
  }

  private MessageRow read(ResultSet row, int n) throws SQLException {
    Timestamp redriven = row.getTimestamp("redriven_at");
    return new MessageRow(new TxId(row.getString("txid")))
        .restored(
            marks(row.getString("marks")),
            from(row.getString("content"), it -> json.readValue(it, CrossChainMessage.class)),
            from(row.getString("block_hash"), Hash::new),
            from(row.getString("outcome"), Outcome::valueOf),
            row.getString("reason"),
            redriven == null ? null : redriven.toInstant())
        .loggedAt(from(row.getString("source_ref"), it -> json.readValue(it, LogRef.class)));
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
