// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.coin;

import io.settlement.events.MessageEvent.FactWithdrawn;
import io.settlement.events.value.LogRef;
import io.settlement.kit.sql.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Outputs that paid a vault: in which blocks they were said to be final, whether that still holds,
 * and how often each was booked. Each method is a fixed number of statements.
 */
@Repository
class OutputTable {
  private final JdbcClient jdbc;

  OutputTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An output was said to be final in a block. */
  record Sighting(String outpoint, LogRef ref, Instant at) {}

  /**
   * How an output stands.
   *
   * @param bookings how often it was booked, in and out again
   * @param bookedBlock height of the block it was booked with last; null when that was not kept
   * @param block height of the block in which it is final; null when there is none
   */
  record Standing(
      String outpoint,
      String artifact,
      int bookings,
      @Nullable Long bookedBlock,
      boolean isFinal,
      @Nullable Long block) {

    boolean isBooked() {
      return bookings % 2 == 1;
    }

    /** Booked once more: in, or out again. */
    Standing booked() {
      Long with = isBooked() ? bookedBlock : block;
      return new Standing(outpoint, artifact, bookings + 1, with, isFinal, block);
    }
  }

  /** Told again, it changes nothing. */
  void keepFinal(Collection<Sighting> seen) {
    jdbc.sql(
            """
            insert into btc_sighting as s (outpoint, block_hash, block, final_at)
            select outpoint, block_hash, max(block), max(at)
              from unnest(:outpoints::text[], :hashes::text[], :blocks::bigint[],
                          :times::timestamptz[]) as f (outpoint, block_hash, block, at)
             group by outpoint, block_hash order by outpoint, block_hash
            on conflict (outpoint, block_hash) do update
              set block = excluded.block, final_at = greatest(s.final_at, excluded.final_at)
            """)
        .param("outpoints", Columns.of(seen, Sighting::outpoint))
        .param("hashes", Columns.of(seen, one -> one.ref().blockHash()))
        .param("blocks", Columns.of(seen, one -> one.ref().blockNumber()))
        .param("times", Columns.of(seen, Sighting::at))
        .update();
  }

  /** The blocks of these were replaced; of messages that are no deposits nothing is kept. */
  void keepWithdrawn(Collection<FactWithdrawn> gone) {
    jdbc.sql(
            """
            with gone as (
              select m.outpoint, w.block_hash, max(w.block) as block, max(w.at) as at
                from unnest(:txids::text[], :hashes::text[], :blocks::bigint[],
                            :times::timestamptz[]) as w (txid, block_hash, block, at)
                join btc_message m on m.txid = w.txid and m.kind = 'DEPOSIT'
               group by m.outpoint, w.block_hash order by m.outpoint, w.block_hash),
            unknown as (
              delete from btc_sighting s using gone g
               where s.outpoint = g.outpoint and s.block_hash = '')
            insert into btc_sighting as s (outpoint, block_hash, block, withdrawn_at)
            select * from gone
            on conflict (outpoint, block_hash) do update
              set withdrawn_at = greatest(s.withdrawn_at, excluded.withdrawn_at)
            """)
        .param("txids", Columns.of(gone, FactWithdrawn::txid))
        .param("hashes", Columns.of(gone, one -> one.ref().blockHash()))
        .param("blocks", Columns.of(gone, one -> one.ref().blockNumber()))
        .param("times", Columns.of(gone, FactWithdrawn::at))
        .update();
  }

  /**
   * How these stand, held until the transaction ends: by outpoint.
   *
   * @param artifacts whose books, by outpoint
   */
  Map<String, Standing> lock(Map<String, String> artifacts) {
    jdbc.sql(
            """
            insert into btc_deposit as d (outpoint, artifact, bookings)
            select outpoint, artifact, 0 from unnest(:outpoints::text[], :artifacts::text[])
                as o (outpoint, artifact) order by outpoint
            on conflict (outpoint, artifact) do update set bookings = d.bookings
            """)
        .param("outpoints", Columns.of(artifacts.entrySet(), Map.Entry::getKey))
        .param("artifacts", Columns.of(artifacts.entrySet(), Map.Entry::getValue))
        .update();
    // What others said meanwhile is seen only by a statement that begins with the lock held.
    return jdbc
        .sql(
            """
            select d.*, f.block as final_block, f.outpoint is not null as is_final
              from btc_deposit d
              join unnest(:outpoints::text[], :artifacts::text[]) as o (outpoint, artifact)
                on o.outpoint = d.outpoint and o.artifact = d.artifact
              left join lateral
                   (select s.outpoint, s.block from btc_sighting s
                     where s.outpoint = d.outpoint and s.final_at is not null
                       and (s.withdrawn_at is null or s.withdrawn_at < s.final_at)
                     order by s.block limit 1) f on true
            """)
        .param("outpoints", Columns.of(artifacts.entrySet(), Map.Entry::getKey))
        .param("artifacts", Columns.of(artifacts.entrySet(), Map.Entry::getValue))
        .query(
            (row, n) ->
                new Standing(
                    row.getString("outpoint"),
                    row.getString("artifact"),
                    row.getInt("bookings"),
                    row.getObject("block", Long.class),
                    row.getBoolean("is_final"),
                    row.getObject("final_block", Long.class)))
        .list()
        .stream()
        .collect(Collectors.toMap(Standing::outpoint, Function.identity()));
  }

  /** These are booked once more; what was reversed is compared with the contracts again. */
  void booked(List<Standing> changed) {
    jdbc.sql(
            """
            update btc_deposit d set bookings = c.bookings, block = c.block
              from unnest(:outpoints::text[], :artifacts::text[], :bookings::int[],
                          :blocks::bigint[]) as c (outpoint, artifact, bookings, block)
             where d.outpoint = c.outpoint and d.artifact = c.artifact
            """)
        .param("outpoints", Columns.of(changed, Standing::outpoint))
        .param("artifacts", Columns.of(changed, Standing::artifact))
        .param("bookings", Columns.of(changed, Standing::bookings))
        .param("blocks", Columns.of(changed, Standing::bookedBlock))
        .update();
    List<Standing> reversed = changed.stream().filter(one -> !one.isBooked()).toList();
    if (!reversed.isEmpty()) {
      reopen(reversed);
    }
  }

  private void reopen(List<Standing> reversed) {
    jdbc.sql(
            """
            with gone as (
              select * from unnest(:outpoints::text[], :artifacts::text[]) as g (outpoint, artifact)),
            minted as (
              update btc_output o set matched = false from gone g
               where o.outpoint = g.outpoint and o.artifact = g.artifact)
            update btc_message m set open = true from gone g
             where m.outpoint = g.outpoint and m.artifact = g.artifact
            """)
        .param("outpoints", Columns.of(reversed, Standing::outpoint))
        .param("artifacts", Columns.of(reversed, Standing::artifact))
        .update();
  }
}
