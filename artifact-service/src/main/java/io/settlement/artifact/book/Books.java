// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import io.settlement.events.ArtifactEvent;
import io.settlement.events.ArtifactEvent.Entry;
import io.settlement.events.ArtifactEvent.Movement;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.TxId;
import io.settlement.kit.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The append-only books and the balances beside them. */
@Repository
public class Books {
  private final JdbcClient jdbc;
  private final BookHeads heads;

  Books(JdbcClient jdbc, BookHeads heads) {
    this.jdbc = jdbc;
    this.heads = heads;
  }

  /** One side of a booking, as it stands in the books. */
  public record Line(String cause, Movement movement, Entry entry, long seq, Instant at) {}

  private record Side(Booking booking, Entry entry) {}

  private record Key(String cause, String movement) {}

  /**
   * The same number of statements for any number of bookings; the database refuses what does not
   * balance.
   *
   * @return what is to be told
   */
  public List<ArtifactEvent> add(Collection<Booking> bookings, Instant at) {
    if (bookings.isEmpty()) {
      return List.of();
    }
    Set<String> artifacts = new TreeSet<>();
    bookings.forEach(booking -> artifacts.add(booking.artifact()));
    Map<String, Chained.Head> last = heads.lock(artifacts, at);
    Map<String, Chained.Head> newest = new TreeMap<>(last);
    List<Chained> chained = new ArrayList<>();
    for (Booking booking : bookings) {
      Chained next = heads.of(newest, booking.artifact()).next(booking, at);
      newest.put(booking.artifact(), next.head());
      chained.add(next);
    }
    addBookings(chained);
    List<Side> sides =
        bookings.stream()
            .flatMap(booking -> booking.entries().stream().map(entry -> new Side(booking, entry)))
            .toList();
    addEntries(sides);
    addBalances(sides);
    heads.move(last, newest);
    return chained.stream().map(one -> one.booking().fact(one.at())).toList();
  }

  /** Those that are not in the books yet. */
  public List<Booking> missing(List<Booking> bookings) {
    if (bookings.isEmpty()) {
      return bookings;
    }
    Set<Key> known =
        new HashSet<>(
            jdbc.sql(
                    """
                    select cause, movement from booking where (cause, movement) in
                      (select * from unnest(:causes::text[], :movements::text[]))
                    """)
                .param("causes", Columns.of(bookings, Booking::cause))
                .param("movements", Columns.of(bookings, Booking::movement))
                .query((row, n) -> new Key(row.getString("cause"), row.getString("movement")))
                .list());
    return bookings.stream()
        .filter(booking -> known.add(new Key(booking.cause(), booking.movement().name())))
        .toList();
  }

  private void addBookings(List<Chained> chained) {
    jdbc.sql(
            """
            insert into booking (cause, movement, artifact, booked_at, seq, hash, chain, block,
                                 tx_hash)
            select * from unnest(:causes::text[], :movements::text[], :artifacts::text[],
                                 :times::timestamptz[], :seqs::bigint[], :hashes::text[],
                                 :chains::text[], :blocks::bigint[], :txs::text[])
            """)
        .param("causes", Columns.of(chained, one -> one.booking().cause()))
        .param("movements", Columns.of(chained, one -> one.booking().movement()))
        .param("artifacts", Columns.of(chained, one -> one.booking().artifact()))
        .param("times", Columns.of(chained, Chained::at))
        .param("seqs", Columns.of(chained, Chained::seq))
        .param("hashes", Columns.of(chained, Chained::hash))
        .param("chains", Columns.of(chained, one -> one.booking().place().chain()))
        .param("blocks", Columns.of(chained, one -> one.booking().place().block()))
        .param("txs", Columns.of(chained, one -> one.booking().place().txHash()))
        .update();
  }

  private void addEntries(List<Side> sides) {
    jdbc.sql(
            """
            insert into entry (cause, movement, chain, account, amount)
            select * from unnest(:causes::text[], :movements::text[], :chains::text[],
                                 :accounts::text[], :amounts::numeric[])
            """)
        .param("causes", Columns.of(sides, side -> side.booking().cause()))
        .param("movements", Columns.of(sides, side -> side.booking().movement()))
        .param("chains", Columns.of(sides, side -> side.entry().chain()))
        .param("accounts", Columns.of(sides, side -> side.entry().account()))
        .param("amounts", Columns.of(sides, side -> side.entry().amount()))
        .update();
  }

  /** In one order for everybody, so that two batches never wait for each other. */
  private void addBalances(List<Side> sides) {
    jdbc.sql(
            """
            insert into balance as b (artifact, chain, account, amount)
            select artifact, chain, account, sum(amount)
              from unnest(:artifacts::text[], :chains::text[], :accounts::text[],
                          :amounts::numeric[]) as e (artifact, chain, account, amount)
             group by artifact, chain, account order by artifact, chain, account
            on conflict (artifact, chain, account)
            do update set amount = b.amount + excluded.amount
            """)
        .param("artifacts", Columns.of(sides, side -> side.booking().artifact()))
        .param("chains", Columns.of(sides, side -> side.entry().chain()))
        .param("accounts", Columns.of(sides, side -> side.entry().account()))
        .param("amounts", Columns.of(sides, side -> side.entry().amount()))
        .update();
  }

  /** What was booked of an artifact, newest first; of one cause when it is named. */
  public List<Line> lines(String artifact, @Nullable String cause, int limit) {
    return jdbc.sql(
            """
            select b.booked_at, b.seq, e.*
              from (select * from booking where artifact = :artifact and %s
                     order by seq desc limit :limit) b
              join entry e on e.cause = b.cause and e.movement = b.movement
             order by b.seq desc, e.amount
            """
                .formatted(cause == null ? ":cause::text is null" : "cause = :cause"))
        .param("artifact", artifact)
        .param("cause", cause)
        .param("limit", limit)
        .query((row, index) -> line(row))
        .list();
  }

  /** Why something that happened to a message is not booked yet. */
  public Optional<String> unbooked(TxId txid) {
    return jdbc.sql("select unbooked from transfer where txid = ? and unbooked is not null")
        .param(txid.hex())
        .query(String.class)
        .optional();
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getString("cause"),
        Movement.valueOf(row.getString("movement")),
        new Entry(
            new ChainName(row.getString("chain")),
            row.getString("account"),
            row.getBigDecimal("amount").toBigIntegerExact()),
        row.getLong("seq"),
        row.getObject("booked_at", OffsetDateTime.class).toInstant());
  }
}
