// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.reserve;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds the books up; each method is one statement and so sees one moment. */
@Repository
public class Reserves {
  /** Any number that nothing else in this database locks. */
  private static final long ONE_CHECKER = 0x5e771e;

  private final JdbcClient jdbc;

  Reserves(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of one account on one chain. */
  public record Balance(String chain, String account, BigInteger amount) {}

  /** Whether this instance is the one that checks, until its transaction ends. */
  boolean isMine() {
    return jdbc.sql("select pg_try_advisory_xact_lock(?)")
        .param(ONE_CHECKER)
        .query(Boolean.class)
        .single();
  }

  /**
   * Proves messages that settled: nothing of them is left in escrow, and what left the holders on
   * one side reached holders, or the same ones again. What fails is looked at again each time.
   *
   * @param arrivalsBy when a message settled after this, its arrival may still be unbooked
   */
  void prove(Instant arrivalsBy) {
    jdbc.sql(
            """
            with sums as (
              select t.txid, sum(e.amount) as total,
                     sum(e.amount) filter (where e.account = 'escrow') as escrow,
                     sum(e.amount) filter (where e.account = 'holders') as holders
                from transfer t join entry e on e.cause = t.txid
               where t.departure is not null and t.ending is not null and t.proof <> 'PROVED'
                 and (t.ending = 'RETURN' or t.arrival is not null or t.delivered = 'FAILED'
                      or t.settled_at < :arrivalsBy::timestamptz)
               group by t.txid)
            update transfer t
               set proof = case when total = 0 and escrow = 0 and holders = 0
                                then 'PROVED' else 'BROKEN' end
              from sums where sums.txid = t.txid
               and t.proof <> case when total = 0 and escrow = 0 and holders = 0
                                   then 'PROVED' else 'BROKEN' end
            """)
        .param("arrivalsBy", arrivalsBy.toString())
        .update();
  }

  /** What each artifact's books add up to and what messages under way explain. */
  List<Reserve> sums(Instant arrivalsBy) {
    return jdbc.sql(
            """
            select b.artifact, coalesce(b.supply, 0) as supply,
                   b.backed + coalesce(w.expected, 0) as expected,
                   coalesce(w.broken, 0) as broken
              from (select artifact,
                           sum(amount) filter (where split_part(account, ':', 1) in
                             ('holders', 'escrow', 'staked', 'wrapped', 'basket')) as supply,
                           -coalesce(sum(amount) filter (where account = 'backed'), 0) as backed
                      from balance group by artifact) b
              left join (
                   select artifact,
                          sum(case
                            when arrival is not null and ending is null then amount
                            when arrival is null and ending in ('BURN', 'LOCK')
                                 and delivered is distinct from 'FAILED'
                                 and settled_at >= :arrivalsBy::timestamptz then -amount
                            else 0 end) as expected,
                          count(*) filter (where proof = 'BROKEN') as broken
                     from transfer
                    where departure is not null and proof <> 'PROVED' group by artifact) w
                on w.artifact = b.artifact
             order by b.artifact
            """)
        .param("arrivalsBy", arrivalsBy.toString())
        .query((row, index) -> read(row))
        .list();
  }

  Optional<Reserve> lastReported(String artifact) {
    return jdbc.sql("select artifact, supply, expected, broken from reserve where artifact = ?")
        .param(artifact)
        .query((row, index) -> read(row))
        .optional();
  }

  void keep(Reserve reserve, Instant now) {
    jdbc.sql(
            """
            insert into reserve (artifact, supply, expected, broken, balanced, checked_at)
            values (?, ?, ?, ?, ?, ?::timestamptz)
            on conflict (artifact) do update set
              supply = excluded.supply, expected = excluded.expected, broken = excluded.broken,
              balanced = excluded.balanced, checked_at = excluded.checked_at
            """)
        .param(reserve.artifact())
        .param(new BigDecimal(reserve.supply()))
        .param(new BigDecimal(reserve.expected()))
        .param(reserve.broken())
        .param(reserve.balanced())
        .param(now.toString())
        .update();
  }

  List<Balance> balances(String artifact) {
    return jdbc.sql(
            "select chain, account, amount from balance where artifact = ? order by chain, account")
        .param(artifact)
        .query(
            (row, index) ->
                new Balance(
                    row.getString("chain"), row.getString("account"), integer(row, "amount")))
        .list();
  }

  private static Reserve read(ResultSet row) throws SQLException {
    return new Reserve(
        row.getString("artifact"),
        integer(row, "supply"),
        integer(row, "expected"),
        row.getLong("broken"));
  }

  private static BigInteger integer(ResultSet row, String column) throws SQLException {
    return row.getBigDecimal(column).toBigIntegerExact();
  }
}
