// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account.statement;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.gas.account.BookAccount;
import io.settlement.gas.account.BookAccount.Kind;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Statements of one payer and month, from the ledger alone. */
@Component
class Statements {
  private final JdbcClient jdbc;
  private final Balances balances;

  Statements(JdbcClient jdbc, Balances balances) {
    this.jdbc = jdbc;
    this.balances = balances;
  }

  /**
   * An account's month, in signed wei of its chain: opening + entries = closing.
   *
   * @param entries how many
   */
  record Line(
      BookAccount account,
      BigInteger opening,
      BigInteger moved,
      long entries,
      BigInteger closing) {}

  /** An entry; the amount is signed wei of the account's chain. */
  record Posted(
      long id, Instant at, String txid, String cause, BookAccount account, BigInteger amount) {}

  private record Moved(BigInteger amount, long entries) {}

  /** The accounts of a payer: what he paid, what lies in the vaults, what is owed to him. */
  List<Line> lines(EvmAddress payer, YearMonth month) {
    List<BookAccount> accounts = accounts(payer);
    Map<BookAccount, BigInteger> opening = balances.before(accounts, start(month));
    Map<BookAccount, BigInteger> closing = balances.before(accounts, start(month.plusMonths(1)));
    Map<BookAccount, Moved> moved = moved(payer, month);
    return accounts.stream()
        .map(
            account -> {
              Moved sum = moved.getOrDefault(account, new Moved(BigInteger.ZERO, 0));
              return new Line(
                  account,
                  opening.getOrDefault(account, BigInteger.ZERO),
                  sum.amount(),
                  sum.entries(),
                  closing.getOrDefault(account, BigInteger.ZERO));
            })
        .toList();
  }

  /** Entries of a month in their order, from the one after this id. */
  List<Posted> entries(EvmAddress payer, YearMonth month, long after, int most) {
    return jdbc.sql(
            """
            select * from gas_entry
             where party = :party and account in ('PAYER', 'PREPAYMENT', 'REFUND')
               and posted_at >= :from::timestamptz and posted_at < :until::timestamptz
               and id > :after
             order by id limit :most
            """)
        .param("party", payer.hex())
        .param("from", start(month).toString())
        .param("until", start(month.plusMonths(1)).toString())
        .param("after", after)
        .param("most", most)
        .query(
            (row, index) ->
                new Posted(
                    row.getLong("id"),
                    row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                    row.getString("txid"),
                    row.getString("cause"),
                    account(row, payer),
                    row.getBigDecimal("amount").toBigIntegerExact()))
        .list();
  }

  private List<BookAccount> accounts(EvmAddress payer) {
    return jdbc.sql(
            """
            select distinct account, chain from gas_entry
             where party = :party and party <> '' and account in ('PAYER', 'PREPAYMENT', 'REFUND')
             order by chain, account
            """)
        .param("party", payer.hex())
        .query((row, index) -> account(row, payer))
        .list();
  }

  private Map<BookAccount, Moved> moved(EvmAddress payer, YearMonth month) {
    Map<BookAccount, Moved> moved = new java.util.HashMap<>();
    jdbc.sql(
            """
            select account, chain, sum(amount) as amount, count(*) as entries from gas_entry
             where party = :party and account in ('PAYER', 'PREPAYMENT', 'REFUND')
               and posted_at >= :from::timestamptz and posted_at < :until::timestamptz
             group by account, chain
            """)
        .param("party", payer.hex())
        .param("from", start(month).toString())
        .param("until", start(month.plusMonths(1)).toString())
        .query(
            row -> {
              moved.put(
                  account(row, payer),
                  new Moved(
                      row.getBigDecimal("amount").toBigIntegerExact(), row.getLong("entries")));
            });
    return moved;
  }

  private static BookAccount account(ResultSet row, EvmAddress payer) throws SQLException {
    return new BookAccount(
        Kind.valueOf(row.getString("account")), new ChainName(row.getString("chain")), payer.hex());
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
