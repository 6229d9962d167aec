// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account.statement;

import io.settlement.gas.account.BookAccount;
import io.settlement.kit.sql.Columns;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Balances of the ledger at any moment: what the account held at the end of the last minute that is
 * summed up, and the entries since. That is as much work for a long history as for a short one.
 */
@Repository
class Balances {
  private final JdbcClient jdbc;

  Balances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What these accounts held just before a moment, wei of their chains; in their order. */
  Map<BookAccount, BigInteger> before(Collection<BookAccount> accounts, Instant moment) {
    Map<BookAccount, BigInteger> balances = new LinkedHashMap<>();
    accounts.forEach(account -> balances.put(account, BigInteger.ZERO));
    jdbc.sql(
            """
            with edge as materialized (
              select least(date_trunc('minute', :moment::timestamptz, 'UTC'),
                           (select until from gas_balance_mark)) as minute)
            select a.account, a.chain, a.party,
                   coalesce(summed.balance, 0) + rest.amount as balance
              from unnest(:accounts::text[], :chains::text[], :parties::text[])
                as a (account, chain, party)
              left join lateral (
               select b.balance from gas_balance b
                where b.account = a.account and b.chain = a.chain and b.party = a.party
                  and b.since < (select minute from edge)
                order by b.since desc limit 1) summed on true
             cross join lateral (
               select coalesce(sum(e.amount), 0) as amount from gas_entry e
                where e.account = a.account and e.chain = a.chain and e.party = a.party
                  and e.posted_at >= (select minute from edge)
                  and e.posted_at < :moment::timestamptz) rest
            """)
        .param("moment", moment.toString())
        .param("accounts", Columns.of(accounts, BookAccount::kind))
        .param("chains", Columns.of(accounts, BookAccount::chain))
        .param("parties", Columns.of(accounts, BookAccount::party))
        .query(
            row -> {
              String party = row.getString("party");
              balances.put(
                  BookAccount.parse(
                      row.getString("account")
                          + ":"
                          + row.getString("chain")
                          + (party.isEmpty() ? "" : ":" + party)),
                  row.getBigDecimal("balance").toBigIntegerExact());
            });
    return balances;
  }
}
