// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account.statement;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what each account held at the end of each minute in which something was posted to it. An
 * entry is dated by the start of its transaction, so everything older than the oldest transaction
 * under way is complete.
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
    String until = completeMinutes().toString();
    if (!isNew(until)) {
      return;
    }
    jdbc.sql(
            """
            with mark as materialized (select until from gas_balance_mark),
                 minutes as (
              select account, chain, party, date_trunc('minute', posted_at, 'UTC') as since,
                     sum(amount) as amount
                from gas_entry
               where posted_at >= (select until from mark) and posted_at < :until::timestamptz
               group by 1, 2, 3, 4)
            insert into gas_balance (account, chain, party, since, balance)
            select m.account, m.chain, m.party, m.since,
                   coalesce(before.balance, 0)
                     + sum(m.amount) over (partition by m.account, m.chain, m.party
                                           order by m.since)
              from minutes m
              left join lateral (
               select b.balance from gas_balance b
                where b.account = m.account and b.chain = m.chain and b.party = m.party
                  and b.since < (select until from mark)
                order by b.since desc limit 1) before on true
            """)
        .param("until", until)
        .update();
    jdbc.sql("update gas_balance_mark set until = :until::timestamptz")
        .param("until", until)
        .update();
  }

  private boolean isMyTurn() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('settlement.gas.ledger'))")
        .query(Boolean.class)
        .single();
  }

  /** The end of the last minute in which no more can be posted. */
  private Instant completeMinutes() {
    return jdbc.sql(
            """
            select date_trunc('minute', least(now(), min(xact_start)), 'UTC') as until
              from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid()
            """)
        .query((row, index) -> row.getObject("until", OffsetDateTime.class).toInstant())
        .single();
  }

  private boolean isNew(String until) {
    return jdbc.sql("select until < :until::timestamptz from gas_balance_mark")
        .param("until", until)
        .query(Boolean.class)
        .single();
  }
}
