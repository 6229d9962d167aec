// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.TxId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages seen in blocks that are not final. One statement each, whatever the number of rows. */
final class Observations {
  private final JdbcClient jdbc;

  Observations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Stores those that are new; returns their places. */
  Set<Place> add(ChainName chain, List<Observation> seen) {
    if (seen.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        jdbc.sql(
                """
                INSERT INTO observation
                  (chain, block_hash, log_index, block_number, block_time, tx_hash, txid,
                   confirmations)
                SELECT ?, hash, index, number, time, tx, txid, nullif(confirmations, 0)
                  FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::timestamptz[],
                              ?::text[], ?::text[], ?::bigint[])
                    AS seen (hash, index, number, time, tx, txid, confirmations)
                ON CONFLICT DO NOTHING
                RETURNING block_hash, log_index\
                """)
            .param(chain.value())
            .param(texts(seen, one -> one.ref().blockHash().hex()))
            .param(numbers(seen, one -> one.ref().logIndex()))
            .param(numbers(seen, one -> one.ref().blockNumber()))
            .param(texts(seen, one -> one.ref().blockTime().toString()))
            .param(texts(seen, one -> one.ref().txHash().hex()))
            .param(texts(seen, one -> one.txid().hex()))
            .param(numbers(seen, one -> (long) one.confirmations()))
            .query(
                (row, at) ->
                    new Place(new Hash(row.getString("block_hash")), row.getLong("log_index")))
            .list());
  }

  /** Removes and returns those at or below a height, and all of these messages at any height. */
  List<Observation> take(ChainName chain, long upTo, Collection<TxId> messages) {
    return jdbc.sql(
            """
            DELETE FROM observation
             WHERE chain = ? AND (block_number <= ? OR txid = ANY (?::text[])) RETURNING *\
            """)
        .params(chain.value(), upTo)
        .param(messages.stream().map(TxId::hex).toArray(String[]::new))
        .query(rows(chain))
        .list();
  }

  /** All of a chain, lowest first. */
  List<Observation> open(ChainName chain) {
    return jdbc.sql("SELECT * FROM observation WHERE chain = ? ORDER BY block_number, log_index")
        .param(chain.value())
        .query(rows(chain))
        .list();
  }

  /** Those whose tier is content when blocks up to {@code head} stand, lowest first. */
  List<Observation> due(ChainName chain, long head, int most) {
    return jdbc.sql(
            """
            SELECT * FROM observation
             WHERE chain = ? AND confirmations IS NOT NULL AND NOT early
               AND block_number + confirmations - 1 <= ?
             ORDER BY block_number, log_index LIMIT ?\
            """)
        .params(chain.value(), head, most)
        .query(rows(chain))
        .list();
  }

  /** Notes what was told of those, and what their tiers ask for today. */
  void weighed(ChainName chain, Collection<Observation> weighed) {
    List<Observation> rows = List.copyOf(weighed);
    jdbc.sql(
            """
            UPDATE observation o
               SET early = told.early, confirmations = nullif(told.confirmations, 0)
              FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::boolean[])
                AS told (block_hash, log_index, confirmations, early)
             WHERE o.chain = ? AND o.block_hash = told.block_hash
               AND o.log_index = told.log_index\
            """)
        .param(texts(rows, one -> one.ref().blockHash().hex()))
        .param(numbers(rows, one -> one.ref().logIndex()))
        .param(numbers(rows, one -> (long) one.confirmations()))
        .param(rows.stream().map(Observation::early).toArray(Boolean[]::new))
        .param(chain.value())
        .update();
  }

  /** Removes those. */
  void remove(ChainName chain, Collection<Observation> gone) {
    List<Observation> rows = List.copyOf(gone);
    jdbc.sql(
            """
            DELETE FROM observation o
             USING unnest(?::text[], ?::bigint[]) AS gone (block_hash, log_index)
             WHERE o.chain = ? AND o.block_hash = gone.block_hash
               AND o.log_index = gone.log_index\
            """)
        .param(texts(rows, one -> one.ref().blockHash().hex()))
        .param(numbers(rows, one -> one.ref().logIndex()))
        .param(chain.value())
        .update();
  }

  private static RowMapper<Observation> rows(ChainName chain) {
    return (row, at) -> observation(chain, row);
  }

  private static Observation observation(ChainName chain, ResultSet row) throws SQLException {
    Timestamp time = row.getTimestamp("block_time");
    return new Observation(
        new TxId(row.getString("txid")),
        new LogRef(
            chain,
            row.getLong("block_number"),
            new Hash(row.getString("block_hash")),
            time.toInstant(),
            new Hash(row.getString("tx_hash")),
            row.getLong("log_index")),
        row.getInt("confirmations"),
        row.getBoolean("early"));
  }

  private static String[] texts(List<Observation> rows, Function<Observation, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  private static Long[] numbers(List<Observation> rows, Function<Observation, Long> column) {
    return rows.stream().map(column).toArray(Long[]::new);
  }
}
