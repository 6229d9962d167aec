// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account.statement;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sums up what the ledger posted in each minute and day. An entry is dated by the start of its
 * transaction, so everything older than the oldest transaction under way is complete.
 */
@Component
class LedgerSums {
  private final JdbcClient jdbc;

  LedgerSums(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Sums up what is complete and was not; nothing while another instance does. */
  @Scheduled(fixedDelayString = "${settlement.gas.ledger.sum-interval:30s}")
  @Transactional
  void sumUp() {
    if (!isMyTurn()) {
      return;
    }
    sum(
        "MINUTE",
        """
        insert into gas_balance
        select account, chain, party, 'MINUTE', date_trunc('minute', posted_at, 'UTC'),
               sum(amount), count(*)
          from gas_entry
         where posted_at >= (select until from gas_balance_mark where span = 'MINUTE')
           and posted_at < :until::timestamptz
         group by 1, 2, 3, 5
        """,
        complete("minute"));
    sum(
        "DAY",
        """
        insert into gas_balance
        select account, chain, party, 'DAY', date_trunc('day', since, 'UTC'),
               sum(amount), sum(entries)
          from gas_balance
         where span = 'MINUTE'
           and since >= (select until from gas_balance_mark where span = 'DAY')
           and since < :until::timestamptz
         group by 1, 2, 3, 5
        """,
        complete("day"));
  }

  private boolean isMyTurn() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('settlement.gas.ledger'))")
        .query(Boolean.class)
        .single();
  }

  /** The end of the last minute or day in which no more can be posted. */
  private Instant complete(String unit) {
    return jdbc.sql(
            """
            select date_trunc(:unit, least(now(), min(xact_start)), 'UTC') as until
              from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid()
            """)
        .param("unit", unit)
        .query((row, index) -> row.getObject("until", OffsetDateTime.class).toInstant())
        .single();
  }

  private void sum(String span, String statement, Instant until) {
    int moved =
        jdbc.sql(
                """
                select count(*) from gas_balance_mark
                 where span = :span and until < :until::timestamptz
                """)
            .param("span", span)
            .param("until", until.toString())
            .query(Integer.class)
            .single();
    if (moved > 0) {
      jdbc.sql(statement).param("until", until.toString()).update();
      jdbc.sql("update gas_balance_mark set until = :until::timestamptz where span = :span")
          .param("until", until.toString())
          .param("span", span)
          .update();
    }
  }
}
