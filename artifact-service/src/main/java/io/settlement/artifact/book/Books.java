// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import io.settlement.events.ArtifactEvent.Entry;
import io.settlement.events.ArtifactEvent.Movement;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.TxId;
import io.settlement.kit.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The append-only books and the balances beside them. */
@Repository
public class Books {
  private final JdbcClient jdbc;

  Books(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One side of a booking, as it stands in the books. */
  public record Line(TxId txid, Movement movement, Entry entry, Instant at) {}

  private record Side(Booking booking, Entry entry) {}

  /** Three statements for any number of bookings; the database refuses what does not balance. */
  void add(Collection<Booking> bookings, Instant at) {
    if (bookings.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into booking (txid, movement, artifact, booked_at)
            select b.*, :at::timestamptz
              from unnest(:txids::text[], :movements::text[], :artifacts::text[]) as b
            """)
        .param("txids", Columns.of(bookings, Booking::txid))
        .param("movements", Columns.of(bookings, Booking::movement))
        .param("artifacts", Columns.of(bookings, Booking::artifact))
        .param("at", at.toString())
        .update();
    List<Side> sides =
        bookings.stream()
            .flatMap(booking -> booking.entries().stream().map(entry -> new Side(booking, entry)))
            .toList();
    addEntries(sides);
    addBalances(sides);
  }

  private void addEntries(List<Side> sides) {
    jdbc.sql(
            """
            insert into entry (txid, movement, chain, account, amount)
            select * from unnest(:txids::text[], :movements::text[], :chains::text[],
                                 :accounts::text[], :amounts::numeric[])
            """)
        .param("txids", Columns.of(sides, side -> side.booking().txid()))
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

  /** What was booked of an artifact, newest first; of one message when it is named. */
  public List<Line> lines(String artifact, @Nullable TxId txid, int limit) {
    return jdbc.sql(
            """
            select b.booked_at, e.*
              from (select * from booking where artifact = :artifact and %s
                     order by booked_at desc, txid, movement limit :limit) b
              join entry e on e.txid = b.txid and e.movement = b.movement
             order by b.booked_at desc, b.txid, b.movement, e.amount
            """
                .formatted(txid == null ? ":txid::text is null" : "txid = :txid"))
        .param("artifact", artifact)
        .param("txid", txid == null ? null : txid.hex())
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
        new TxId(row.getString("txid")),
        Movement.valueOf(row.getString("movement")),
        new Entry(
            new ChainName(row.getString("chain")),
            row.getString("account"),
            row.getBigDecimal("amount").toBigIntegerExact()),
        row.getObject("booked_at", OffsetDateTime.class).toInstant());
  }
}
