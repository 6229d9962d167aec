// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.TxId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The final facts that were told lately, so that those can be taken back whose logs a
 * reorganisation below finality removed. Every method is one statement.
 */
final class ToldFacts {
  /** How far below the newest final block facts are remembered. */
  static final long BLOCKS = 20_000;

  /** Old ones are dropped once in so many ranges. */
  private static final int DROP_AFTER = 200;

  private final JdbcClient jdbc;
  private final Map<ChainName, Integer> ranges = new ConcurrentHashMap<>();

  ToldFacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(ChainName chain, Collection<ToldFact> told) {
    if (told.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            INSERT INTO told_fact
              (chain, block_number, log_index, block_hash, block_time, tx_hash, txid, type)
            SELECT ?, * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::timestamptz[],
                                    ?::text[], ?::text[], ?::text[])
            ON CONFLICT DO NOTHING\
            """)
        .param(chain.value())
        .param(numbers(told, LogRef::blockNumber))
        .param(numbers(told, LogRef::logIndex))
        .param(texts(told, one -> one.ref().blockHash().hex()))
        .param(texts(told, one -> one.ref().blockTime().toString()))
        .param(texts(told, one -> one.ref().txHash().hex()))
        .param(texts(told, one -> one.txid().hex()))
        .param(texts(told, ToldFact::type))
        .update();
  }

  /** Forgets what is far below a final block, now and then. */
  void tidy(ChainName chain, long last) {
    if (ranges.merge(chain, 1, Integer::sum) % DROP_AFTER == 1) {
      jdbc.sql("DELETE FROM told_fact WHERE chain = ? AND block_number < ?")
          .params(chain.value(), last - BLOCKS)
          .update();
    }
  }

  /** Those of blocks above this one, lowest first. */
  List<ToldFact> above(ChainName chain, long number) {
    return jdbc.sql(
            """
            SELECT * FROM told_fact WHERE chain = ? AND block_number > ?
             ORDER BY block_number, log_index\
            """)
        .params(chain.value(), number)
        .query(
            (row, n) ->
                new ToldFact(
                    new TxId(row.getString("txid")),
                    row.getString("type"),
                    new LogRef(
                        chain,
                        row.getLong("block_number"),
                        new Hash(row.getString("block_hash")),
                        row.getTimestamp("block_time").toInstant(),
                        new Hash(row.getString("tx_hash")),
                        row.getLong("log_index"))))
        .list();
  }

  /** They were taken back. */
  void remove(ChainName chain, Collection<ToldFact> gone) {
    jdbc.sql(
            """
            DELETE FROM told_fact t
             USING unnest(?::text[], ?::bigint[]) AS gone (block_hash, log_index)
             WHERE t.chain = ? AND t.block_hash = gone.block_hash
               AND t.log_index = gone.log_index\
            """)
        .param(texts(gone, one -> one.ref().blockHash().hex()))
        .param(numbers(gone, LogRef::logIndex))
        .param(chain.value())
        .update();
  }

  private static String[] texts(Collection<ToldFact> rows, Function<ToldFact, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  private static Long[] numbers(Collection<ToldFact> rows, Function<LogRef, Long> column) {
    return rows.stream().map(ToldFact::ref).map(column).toArray(Long[]::new);
  }
}
