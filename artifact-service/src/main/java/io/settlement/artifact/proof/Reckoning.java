// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds up what both sides say; what agrees is closed and not read again. */
@Repository
class Reckoning {
  private static final int NAMED = 10;

  private final JdbcClient jdbc;

  Reckoning(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Closes deposits and withdrawals of which both sides were seen and say the same. */
  void close(String artifact) {
    jdbc.sql(
            """
            update btc_output o set matched = true
             where o.artifact = :artifact and not o.matched and o.state = 'CREDITED'
               and exists (select 1 from btc_message m where m.outpoint = o.outpoint
                              and m.artifact = o.artifact and m.amount = o.amount)
               and exists (select 1 from btc_deposit d where d.outpoint = o.outpoint
                              and d.artifact = o.artifact and d.bookings % 2 = 1)
            """)
        .param("artifact", artifact)
        .update();
    jdbc.sql(
            """
            update btc_message m set open = false
             where m.artifact = :artifact and m.open
               and (m.kind = 'DEPOSIT' and exists (
                      select 1 from btc_output o where o.outpoint = m.outpoint
                         and o.artifact = m.artifact and o.matched)
                 or m.kind = 'WITHDRAWAL' and exists (
                      select 1 from btc_withdrawal w join transfer t on t.txid = w.txid
                       where w.txid = m.txid and w.amount = m.amount
                         and (w.state = 'BURNED' and t.delivered = 'SUCCESS'
                           or w.state = 'RETURNED' and t.delivered is distinct from 'SUCCESS')))
            """)
        .param("artifact", artifact)
        .update();
  }

  /** One statement, so one moment. */
  Sums sums(String artifact) {
    return jdbc.sql(
            """
            with deposit as (
              select distinct on (m.outpoint) m.amount,
                     coalesce(o.state = 'REJECTED', false)
                       or coalesce(t.delivered = 'FAILED' and o.state is null, false) as lost
                from btc_message m join transfer t on t.txid = m.txid
                join btc_deposit d
                  on d.outpoint = m.outpoint and d.artifact = m.artifact and d.bookings % 2 = 1
                left join btc_output o on o.outpoint = m.outpoint and o.artifact = m.artifact
               where m.artifact = :artifact and m.open and m.kind = 'DEPOSIT'
                 and o.state is distinct from 'CREDITED'
               order by m.outpoint, (t.delivered is distinct from 'FAILED') desc),
            withdrawal as (
              select w.amount, coalesce(t.delivered = 'SUCCESS', false) as paid
                from btc_withdrawal w left join transfer t on t.txid = w.txid
               where w.artifact = :artifact and w.state = 'LOCKED'),
            book as (
              select account, sum(amount) as amount from balance
               where artifact = :artifact and split_part(account, ':', 1) in
                     ('backed', 'owners', 'fees', 'operator')
               group by account)
            select coalesce((select -amount from book where account = 'backed'), 0) as minted,
                   (select coalesce(sum(amount), 0) from deposit where not lost) as in_flight,
                   (select coalesce(sum(amount), 0) from deposit where lost) as unassigned,
                   (select coalesce(sum(amount), 0) from withdrawal where not paid) as awaiting,
                   (select coalesce(sum(amount), 0) from withdrawal where paid) as paid,
                   coalesce((select -amount from book where account = 'owners:in'), 0)
                     as deposits,
                   coalesce((select sum(amount) from book
                              where account in ('owners:out', 'fees')), 0) as withdrawals,
                   coalesce((select amount from book where account = 'operator'), 0) as operator
            """)
        .param("artifact", artifact)
        .query((row, n) -> read(row))
        .single();
  }

  private static Sums read(ResultSet row) throws SQLException {
    return new Sums(
        integer(row, "minted"),
        integer(row, "in_flight"),
        integer(row, "unassigned"),
        integer(row, "awaiting"),
        integer(row, "paid"),
        integer(row, "deposits"),
        integer(row, "withdrawals"),
        integer(row, "operator"));
  }

  private static BigInteger integer(ResultSet row, String column) throws SQLException {
    return row.getBigDecimal(column).toBigIntegerExact();
  }

  /** Entries of one side that contradict the other. */
  List<Finding> contradictions(String artifact) {
    List<Finding> findings = new ArrayList<>();
    for (Question question : Question.values()) {
      List<String> named =
          jdbc.sql(question.sql)
              .param("artifact", artifact)
              .param("limit", NAMED)
              .query((row, n) -> row.getString("entry"))
              .list();
      if (!named.isEmpty()) {
        findings.add(
            new Finding(question.name(), question.words + ": " + String.join("; ", named)));
      }
    }
    return findings;
  }

  /** What one side may never say alone. */
  private enum Question {
    MINTED_WITHOUT_DEPOSIT(
        "minted without a verified deposit of this amount",
        """
        select o.outpoint || ' ' || o.amount || ' on ' || o.chain || ' in block ' || o.block
                 as entry
          from btc_output o
         where o.artifact = :artifact and not o.matched and o.state = 'CREDITED'
         order by o.block limit :limit
        """),
    PAID_WITHOUT_ESCROW(
        "paid on Bitcoin without artifacts in escrow",
        """
        select m.txid || ' ' || m.amount || ' paid, ' ||
               coalesce(w.state || ' ' || w.amount, 'nothing locked') as entry
          from btc_message m join transfer t on t.txid = m.txid
          left join btc_withdrawal w on w.txid = m.txid
         where m.artifact = :artifact and m.open and m.kind = 'WITHDRAWAL'
           and t.delivered = 'SUCCESS'
           and (w.txid is null or w.state = 'RETURNED' or w.amount <> m.amount)
         order by m.txid limit :limit
        """),
    BURNED_WITHOUT_PAYOUT(
        "burned and not paid on Bitcoin",
        """
        select m.txid || ' ' || m.amount as entry
          from btc_message m join transfer t on t.txid = m.txid
          join btc_withdrawal w on w.txid = m.txid
         where m.artifact = :artifact and m.open and m.kind = 'WITHDRAWAL'
           and w.state = 'BURNED' and t.delivered is distinct from 'SUCCESS'
         order by m.txid limit :limit
        """);

    private final String words;
    private final String sql;

    Question(String words, String sql) {
      this.words = words;
      this.sql = sql;
    }
  }
}
