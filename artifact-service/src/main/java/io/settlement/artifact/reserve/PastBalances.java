// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.reserve;

import io.settlement.artifact.reserve.Reserves.Balance;
import io.settlement.events.value.ChainName;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Balances as they were: the nearest mark before, and what was booked after it. */
@Repository
public class PastBalances {
  private final JdbcClient jdbc;

  PastBalances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A place in an artifact's chain of bookings.
   *
   * @param hash covers everything up to it
   */
  public record Point(long seq, String hash) {}

  /** The newest booking not after a moment. */
  Optional<Point> at(String artifact, Instant when) {
    return jdbc.sql(
            """
            select seq, hash from booking where artifact = ? and booked_at <= ?::timestamptz
             order by booked_at desc, seq desc limit 1
            """)
        .params(artifact, when.toString())
        .query((row, n) -> new Point(row.getLong("seq"), row.getString("hash")))
        .optional();
  }

  /** The newest booking. */
  public Point newest(String artifact) {
    return jdbc.sql("select seq, hash from book_head where artifact = ?")
        .param(artifact)
        .query((row, n) -> new Point(row.getLong("seq"), row.getString("hash")))
        .optional()
        .orElse(new Point(0, ""));
  }

  /** All balances after a booking. */
  public List<Balance> upTo(String artifact, long seq) {
    return jdbc.sql(
            """
            with mark as (
              select coalesce(max(seq), 0) as seq from book_mark
               where artifact = :artifact and seq <= :seq),
            moved as (
              select e.chain, e.account, e.amount
                from booking b join entry e on e.cause = b.cause and e.movement = b.movement
               where b.artifact = :artifact and b.seq > (select seq from mark) and b.seq <= :seq
              union all
              select m.chain, m.account, m.amount from book_mark m
               where m.artifact = :artifact and m.seq = (select seq from mark))
            select chain, account, sum(amount) as amount from moved
             group by chain, account order by chain, account
            """)
        .param("artifact", artifact)
        .param("seq", seq)
        .query((row, n) -> read(row))
        .list();
  }

  /**
   * Balances on a chain as its block left them: today's without what later blocks brought, which
   * are few when the block is a recent one.
   */
  public List<Balance> atBlock(String artifact, ChainName chain, long block) {
    return jdbc.sql(
            """
            select b.chain, b.account, b.amount - coalesce(l.amount, 0) as amount
              from balance b left join (
                   select e.account, sum(e.amount) as amount
                     from booking k join entry e on e.cause = k.cause and e.movement = k.movement
                    where k.artifact = :artifact and k.chain = :chain and k.block > :block
                    group by e.account) l on l.account = b.account
             where b.artifact = :artifact and b.chain = :chain order by b.account
            """)
        .param("artifact", artifact)
        .param("chain", chain.value())
        .param("block", block)
        .query((row, n) -> read(row))
        .list();
  }

  private static Balance read(ResultSet row) throws SQLException {
    return new Balance(
        row.getString("chain"),
        row.getString("account"),
        row.getBigDecimal("amount").toBigIntegerExact());
  }

  /**
   * What verifying a stretch of the chain found.
   *
   * @param to the last booking looked at
   * @param broken the first that is not what its hash says, or is missing; null when all are
   */
  public record Verified(long from, long to, @Nullable Long broken, BigInteger bookings) {}

  /** Takes the hashes of a stretch again, in the database's own words. */
  public Verified verify(String artifact, long after, int limit) {
    return jdbc.sql(
            """
            with stretch as materialized (
              select b as whole, b.seq, b.hash from booking b
               where b.artifact = :artifact and b.seq >= :after and b.seq <= :after + :limit
               order by b.seq),
            linked as (
              select seq, hash, lag(seq, 1, 0::bigint) over w as previous,
                     booking_hash(whole, lag(hash, 1, '') over w) as should
                from stretch window w as (order by seq))
            select coalesce(max(seq), :after) as last,
                   count(*) filter (where seq > :after) as bookings,
                   min(seq) filter (where seq > :after
                                      and (hash <> should or seq <> previous + 1)) as broken,
                   (select seq from book_head where artifact = :artifact) as head,
                   (select h.hash from book_head h where h.artifact = :artifact) as head_hash,
                   (select hash from linked order by seq desc limit 1) as last_hash
              from linked
            """)
        .param("artifact", artifact)
        .param("after", after)
        .param("limit", limit)
        .query((row, n) -> verified(row, after, limit))
        .single();
  }

  private static Verified verified(ResultSet row, long after, int limit) throws SQLException {
    long last = row.getLong("last");
    Long broken = row.getObject("broken", Long.class);
    long head = row.getLong("head");
    boolean reachedEnd = row.getLong("bookings") < limit;
    boolean cutOff = reachedEnd && last < head;
    boolean otherEnd =
        last == head && head > 0 && !row.getString("head_hash").equals(row.getString("last_hash"));
    if (broken == null && (cutOff || otherEnd)) {
      broken = cutOff ? last + 1 : head;
    }
    return new Verified(after + 1, last, broken, BigInteger.valueOf(row.getLong("bookings")));
  }

  /** Accounts whose balance is not the sum of all their entries; reads everything. */
  public List<String> wrongBalances(String artifact) {
    return jdbc.sql(
            """
            select coalesce(b.chain, e.chain) || ' ' || coalesce(b.account, e.account) as place
              from (select chain, account, amount from balance where artifact = :artifact) b
              full join (
                   select e.chain, e.account, sum(e.amount) as amount
                     from booking k join entry e on e.cause = k.cause and e.movement = k.movement
                    where k.artifact = :artifact group by e.chain, e.account) e
                on e.chain = b.chain and e.account = b.account
             where b.amount is distinct from e.amount order by 1
            """)
        .param("artifact", artifact)
        .query((row, n) -> row.getString(1))
        .list();
  }
}
