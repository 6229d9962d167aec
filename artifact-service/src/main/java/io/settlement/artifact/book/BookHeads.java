// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import io.settlement.artifact.book.Chained.Head;
import io.settlement.kit.sql.Columns;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The newest booking of each artifact. Whoever books holds it until his transaction ends, so that
 * bookings of an artifact are in one order; every so many of them all its balances are marked.
 */
@Repository
class BookHeads {
  /** Bookings between two marks: no question about the past adds up more than about so many. */
  static final int STRIDE = 1_000;

  private final JdbcClient jdbc;

  BookHeads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Held until the transaction ends, in one order for everybody. */
  Map<String, Head> lock(Collection<String> artifacts, Instant at) {
    String[] names = artifacts.toArray(String[]::new);
    jdbc.sql(
            """
            insert into book_head (artifact, seq, hash, booked_at)
            select a, 0, '', :at::timestamptz from unnest(:artifacts::text[]) as a order by a
            on conflict do nothing
            """)
        .param("artifacts", names)
        .param("at", at.toString())
        .update();
    Map<String, Head> heads = new TreeMap<>();
    jdbc.sql(
            """
            select * from book_head where artifact = any(:artifacts) order by artifact for update
            """)
        .param("artifacts", names)
        .query(
            (row, n) ->
                new Head(
                    row.getString("artifact"),
                    row.getLong("seq"),
                    row.getString("hash"),
                    row.getObject("booked_at", OffsetDateTime.class).toInstant()))
        .list()
        .forEach(head -> heads.put(head.artifact(), head));
    return heads;
  }

  Head of(Map<String, Head> heads, String artifact) {
    return Objects.requireNonNull(heads.get(artifact));
  }

  /** The balances are those after the newest bookings. */
  void move(Map<String, Head> last, Map<String, Head> newest) {
    jdbc.sql(
            """
            update book_head h set seq = n.seq, hash = n.hash, booked_at = n.booked_at
              from unnest(:artifacts::text[], :seqs::bigint[], :hashes::text[],
                          :times::timestamptz[]) as n (artifact, seq, hash, booked_at)
             where h.artifact = n.artifact
            """)
        .param("artifacts", Columns.of(newest.values(), Head::artifact))
        .param("seqs", Columns.of(newest.values(), Head::seq))
        .param("hashes", Columns.of(newest.values(), Head::hash))
        .param("times", Columns.of(newest.values(), Head::at))
        .update();
    List<Head> due =
        newest.values().stream()
            .filter(head -> head.seq() / STRIDE > of(last, head.artifact()).seq() / STRIDE)
            .toList();
    if (!due.isEmpty()) {
      mark(due);
    }
  }

  private void mark(List<Head> due) {
    jdbc.sql(
            """
            insert into book_mark (artifact, seq, chain, account, amount)
            select b.artifact, d.seq, b.chain, b.account, b.amount
              from unnest(:artifacts::text[], :seqs::bigint[]) as d (artifact, seq)
              join balance b on b.artifact = d.artifact
            """)
        .param("artifacts", Columns.of(due, Head::artifact))
        .param("seqs", Columns.of(due, Head::seq))
        .update();
  }
}
