// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import static java.util.stream.Collectors.groupingBy;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Stage;
import io.settlement.events.value.TxId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** The lines of all messages. Sets of rows travel as one JSON parameter. */
@Repository
class Entries {
  private static final String COLUMNS =
      "id, t.txid, type, discriminator, stage, at, chain, block, tx_hash, detail";
  private static final String ARCHIVED =
      """
      select l.id, a.txid, l.type, l.discriminator, l.stage, l.at, l.chain, l.block, l.tx_hash,
        l.detail
      from timeline_archive a, jsonb_to_recordset(a.lines) as l(
        id bigint, type text, discriminator text, stage text, at timestamptz, chain text,
        block bigint, tx_hash text, detail jsonb)
      """;
  private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  Entries(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * A line with its place in the stream.
   *
   * @param stage where it brought its message; null when that stayed where it was, or nobody noted
   */
  record Stored(long id, Entry entry, @Nullable Stage stage) {}

  /** How far someone has read the lines of a message. */
  record Mark(TxId txid, long id) {}

  /**
   * A line that was not there before.
   *
   * @param awaited there are webhooks, and perhaps it is for one
   */
  record Added(long id, TxId txid, String type, boolean awaited) {}

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  private record Row(
      TxId txid,
      String type,
      String discriminator,
      @Nullable Stage stage,
      Instant at,
      @Nullable ChainName chain,
      @Nullable Long block,
      @Nullable Hash txHash,
      Map<String, String> detail) {

    static Row of(Retelling.Line line) {
      Entry entry = line.entry();
      return new Row(
          entry.txid(),
          entry.type(),
          entry.discriminator(),
          line.stage(),
          entry.at(),
          entry.where().chain(),
          entry.where().block(),
          entry.where().txHash(),
          entry.detail());
    }
  }

  /** Adds what is not there yet, and by which transactions a message is found; answers that. */
  List<Added> add(Collection<Retelling.Line> lines) {
    return jdbc.query(
        """
        with added as (
          insert into timeline
            (txid, type, discriminator, stage, at, chain, block, tx_hash, detail)
          select * from jsonb_to_recordset(?::jsonb) as r(
            txid text, type text, discriminator text, stage text, at timestamptz, chain text,
            block bigint, tx_hash text, detail jsonb)
          on conflict (txid, type, discriminator) do nothing
          returning id, txid, type, tx_hash),
        found_by as (
          insert into message_tx (tx_hash, seq)
          select distinct decode(substr(added.tx_hash, 3), 'hex'), m.seq
          from added join message m on m.txid = added.txid
          where added.tx_hash is not null
          on conflict do nothing)
        select id, txid, type, exists (select from webhook where state = 'ACTIVE') as awaited
        from added
        """,
        (row, number) ->
            new Added(
                row.getLong("id"),
                new TxId(row.getString("txid")),
                row.getString("type"),
                row.getBoolean("awaited")),
        json.writeValueAsString(lines.stream().map(Row::of).toList()));
  }

  /** The lines from which each message's {@link Story} is told. */
  Map<TxId, List<Entry>> thatTellTheStory(Collection<TxId> txids) {
    return jdbc
        .query(
            "select " + COLUMNS + " from timeline t where txid = any(?) and type <> all(?)",
            this::stored,
            txids.stream().map(TxId::hex).toArray(String[]::new),
            Story.ASIDES.toArray(String[]::new))
        .stream()
        .map(Stored::entry)
        .collect(groupingBy(Entry::txid));
  }

  /** All lines of a message as they happened, wherever they are; none when they are forgotten. */
  List<Stored> of(TxId txid) {
    return jdbc.query(
        "select "
            + COLUMNS
            + " from timeline t where txid = ? union all "
            + ARCHIVED
            + " where a.txid = ? order by at, id",
        this::stored,
        txid.hex(),
        txid.hex());
  }

  /** Those of these ids, wherever they are, in no order. */
  List<Stored> of(Collection<Long> ids, Collection<TxId> txids) {
    Long[] all = ids.toArray(Long[]::new);
    return jdbc.query(
        "select "
            + COLUMNS
            + " from timeline t where id = any(?) union all "
            + ARCHIVED
            + " where a.txid = any(?) and l.id = any(?)",
        this::stored,
        all,
        txids.stream().map(TxId::hex).distinct().toArray(String[]::new),
        all);
  }

  /** What came after each mark, at most {@code each} of each, in the order it came. */
  List<Stored> after(Collection<Mark> marks, int each) {
    String[] txids = marks.stream().map(mark -> mark.txid().hex()).toArray(String[]::new);
    Long[] seen = marks.stream().map(Mark::id).toArray(Long[]::new);
    return jdbc.query(
        "select "
            + COLUMNS
            + """
             from unnest(?, ?) as mark(txid, seen)
             cross join lateral (
               select * from timeline k where k.txid = mark.txid and k.id > mark.seen
               order by k.id limit ?) as t
             union all
             select t.* from unnest(?, ?) as mark(txid, seen)
             cross join lateral (
            """
            + ARCHIVED
            + """
              where a.txid = mark.txid and a.last_id > mark.seen and l.id > mark.seen
              order by l.id limit ?) as t
             order by id
            """,
        this::stored,
        txids,
        seen,
        each,
        txids,
        seen,
        each);
  }

  private Stored stored(ResultSet row, int number) throws SQLException {
    String chain = row.getString("chain");
    String txHash = row.getString("tx_hash");
    String stage = row.getString("stage");
    Entry.Where where =
        new Entry.Where(
            chain == null ? null : new ChainName(chain),
            row.getObject("block", Long.class),
            txHash == null ? null : new Hash(txHash));
    return new Stored(
        row.getLong("id"),
        new Entry(
            new TxId(row.getString("txid")),
            row.getString("type"),
            row.getString("discriminator"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            where,
            json.readValue(row.getString("detail"), DETAIL)),
        stage == null ? null : Stage.valueOf(stage));
  }
}
