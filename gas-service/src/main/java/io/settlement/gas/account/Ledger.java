// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.TxId;
import io.settlement.gas.account.Posting.Account;
import io.settlement.kit.sql.Columns;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The double-entry, append-only ledger of all gas accounts. */
@Repository
class Ledger {
  private final JdbcClient jdbc;

  Ledger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An entry as it stands in the books; the amount is signed decimal text. */
  record Entry(Account account, String amount, String cause, Instant at) {}

  private record Row(
      TxId txid, String cause, Account account, BigInteger amount, @Nullable EvmAddress refundTo) {}

  /** Posts what is not posted yet; the database refuses what does not sum to zero. */
  void post(Collection<Posting> postings) {
    List<Row> rows = new ArrayList<>();
    for (Posting posting : postings) {
      posting
          .entries()
          .forEach(
              (account, amount) -> {
                if (amount.signum() != 0) {
                  rows.add(
                      new Row(
                          posting.txid(), posting.cause(), account, amount, posting.refundTo()));
                }
              });
    }
    if (rows.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into gas_entry (txid, cause, account, amount, refund_to)
            select * from unnest(:txids::text[], :causes::text[], :accounts::text[],
                                 :amounts::numeric[], :refundTos::text[])
            on conflict (txid, cause, account) do nothing
            """)
        .param("txids", Columns.of(rows, Row::txid))
        .param("causes", Columns.of(rows, Row::cause))
        .param("accounts", Columns.of(rows, Row::account))
        .param("amounts", Columns.of(rows, Row::amount))
        .param("refundTos", Columns.of(rows, Row::refundTo))
        .update();
  }

  /** Payments as the vault logged them; the log is the cause, so a repeat adds nothing. */
  void postPayments(Collection<FactSheet> sheets) {
    List<Posting> postings = new ArrayList<>();
    for (FactSheet sheet : sheets) {
      sheet.payments.stream()
          .map(
              p ->
                  new Posting(sheet.txid, cause(p.ref()), p.refundTo())
                      .move(Account.PAYER, Account.PREPAYMENT, p.amount()))
          .forEach(postings::add);
    }
    post(postings);
  }

  List<Entry> entries(TxId txid) {
    return jdbc.sql("select * from gas_entry where txid = ? order by id")
        .param(txid.hex())
        .query(
            (row, index) ->
                new Entry(
                    Account.valueOf(row.getString("account")),
                    row.getBigDecimal("amount").toBigIntegerExact().toString(),
                    row.getString("cause"),
                    row.getObject("posted_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private static String cause(LogRef ref) {
    return "PREPAID:" + ref.txHash() + ":" + ref.logIndex();
  }
}
