// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.TxId;
import io.settlement.gas.account.BookAccount.Kind;
import io.settlement.kit.sql.Columns;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The double-entry, append-only ledger of all gas accounts. */
@Repository
class Ledger {
  private final JdbcClient jdbc;

  Ledger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An entry as it stands in the books.
   *
   * @param amount signed decimal text, wei of the chain
   * @param party a payer or a submitter; empty where the account has none
   */
  record Entry(
      Kind account, ChainName chain, String party, String amount, String cause, Instant at) {}

  private record Row(TxId txid, String cause, BookAccount account, BigInteger amount) {}

  /** Writes what was decided: first what is taken back, then what is new, then what is left. */
  void post(Changes changes) {
    reverse(changes.reversals());
    post(changes.postings());
    leaveToOperator(changes.unbalanced());
  }

  /** Posts what is not posted yet; the database refuses what does not sum to zero. */
  private void post(Collection<Posting> postings) {
    List<Row> rows = new ArrayList<>();
    for (Posting posting : postings) {
      posting
          .entries()
          .forEach(
              (account, amount) -> {
                if (amount.signum() != 0) {
                  rows.add(new Row(posting.txid(), posting.cause(), account, amount));
                }
              });
    }
    if (rows.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into gas_entry (txid, cause, account, chain, party, amount)
            select * from unnest(:txids::text[], :causes::text[], :accounts::text[],
                                 :chains::text[], :parties::text[], :amounts::numeric[])
            on conflict do nothing
            """)
        .param("txids", Columns.of(rows, Row::txid))
        .param("causes", Columns.of(rows, Row::cause))
        .param("accounts", Columns.of(rows, row -> row.account().kind()))
        .param("chains", Columns.of(rows, row -> row.account().chain()))
        .param("parties", Columns.of(rows, row -> row.account().party()))
        .param("amounts", Columns.of(rows, Row::amount))
        .update();
  }

  private void reverse(Collection<Changes.Reversal> reversals) {
    if (reversals.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into gas_entry (txid, cause, account, chain, party, amount)
            select e.txid, 'REVERSED:' || e.cause, e.account, e.chain, e.party, -e.amount
              from unnest(:txids::text[], :causes::text[]) as r (txid, causes)
              join gas_entry e on e.txid = r.txid
             where right(e.cause, length(r.causes)) = r.causes and e.cause not like 'REVERSED:%'
            on conflict do nothing
            """)
        .param("txids", Columns.of(reversals, Changes.Reversal::txid))
        .param("causes", Columns.of(reversals, Changes.Reversal::causes))
        .update();
  }

  /** What a message whose end is fixed owes or keeps by then, on each chain. */
  private void leaveToOperator(Collection<TxId> txids) {
    if (txids.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            with rest as (
              select txid, 'ADJUSTED:' || max(id) as cause, account, chain, party,
                     sum(amount) as amount
                from gas_entry
               where txid = any(:txids) and account in ('MESSAGE', 'PREPAYMENT')
               group by txid, account, chain, party having sum(amount) <> 0)
            insert into gas_entry (txid, cause, account, chain, party, amount)
            select txid, cause, account, chain, party, -amount from rest
            union all
            select txid, cause, 'OPERATOR', chain, '', amount from rest
            """)
        .param("txids", Columns.of(txids, TxId::hex))
        .update();
  }

  /** Everything posted for a message. */
  List<Entry> entries(TxId txid) {
    return jdbc.sql("select * from gas_entry where txid = :txid order by id")
        .param("txid", txid.hex())
        .query((row, index) -> entry(row))
        .list();
  }

  /** Everything posted for a message until a moment. */
  List<Entry> entries(TxId txid, Instant until) {
    return jdbc.sql(
            """
            select * from gas_entry where txid = :txid and posted_at <= :until::timestamptz
             order by id
            """)
        .param("txid", txid.hex())
        .param("until", until.toString())
        .query((row, index) -> entry(row))
        .list();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        Kind.valueOf(row.getString("account")),
        new ChainName(row.getString("chain")),
        row.getString("party"),
        row.getBigDecimal("amount").toBigIntegerExact().toString(),
        row.getString("cause"),
        row.getObject("posted_at", OffsetDateTime.class).toInstant());
  }
}
