// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.gas.account.BookAccount;
import io.settlement.kit.test.Databases;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A ledger whose minutes and days were summed up one by one. */
class MigrationOfSumsTest {
  private static final String USER = "postgres";
  private static final BookAccount OPERATOR = BookAccount.parse("OPERATOR:Alpha");
  private static final BookAccount MESSAGE = BookAccount.parse("MESSAGE:Alpha");

  private final String url = Databases.fresh();
  private final JdbcClient jdbc =
      JdbcClient.create(new SingleConnectionDataSource(url, USER, USER, true));

  @Test
  void balancesAreWhatTheyWereAndGoOnFromThere() {
    migrate("23");
    post("2026-11-01T10:00:10Z", 5);
    post("2026-11-01T10:00:50Z", 7);
    post("2026-11-01T10:02:00Z", -4);
    post("2026-11-02T09:00:00Z", 100);
    post("2026-11-02T09:01:00Z", 1_000);
    sum("MINUTE", "minute", "2026-11-02T09:01:00Z");
    sum("DAY", "day", "2026-11-02T00:00:00Z");

    migrate("latest");

    balancesAreThoseOfTheEntries();
    new LedgerSums(jdbc).sumUp();
    assertThat(
            jdbc.sql("select count(*) from gas_balance where account = 'OPERATOR'")
                .query(Long.class)
                .single())
        .isEqualTo(4);
    balancesAreThoseOfTheEntries();
  }

  private void balancesAreThoseOfTheEntries() {
    assertThat(operatorBefore("2026-11-01T10:00:00Z")).isZero();
    assertThat(operatorBefore("2026-11-01T10:00:20Z")).isEqualTo(5);
    assertThat(operatorBefore("2026-11-01T10:01:00Z")).isEqualTo(12);
    assertThat(operatorBefore("2026-11-02T00:00:00Z")).isEqualTo(8);
    assertThat(operatorBefore("2026-11-02T09:00:30Z")).isEqualTo(108);
    assertThat(operatorBefore("2026-11-03T00:00:00Z")).isEqualTo(1_108);
    assertThat(balance(MESSAGE, "2026-11-03T00:00:00Z")).isEqualTo(-1_108);
  }

  private long operatorBefore(String moment) {
    return balance(OPERATOR, moment);
  }

  private long balance(BookAccount account, String moment) {
    return new Balances(jdbc)
        .before(List.of(account), Instant.parse(moment))
        .getOrDefault(account, BigInteger.ZERO)
        .longValueExact();
  }

  private void post(String at, long amount) {
    jdbc.sql(
            """
            insert into gas_entry (txid, cause, account, chain, party, amount, posted_at)
            select :at, 'X', side.account, 'Alpha', '', side.amount, :at::timestamptz
              from (values ('MESSAGE', -:amount::numeric), ('OPERATOR', :amount::numeric))
                as side (account, amount)
            """)
        .param("at", at)
        .param("amount", amount)
        .update();
  }

  /** As it was done then. */
  private void sum(String span, String unit, String until) {
    jdbc.sql(
            """
            insert into gas_balance
            select account, chain, party, :span, date_trunc(:unit, posted_at, 'UTC'),
                   sum(amount), count(*)
              from gas_entry where posted_at < :until::timestamptz group by 1, 2, 3, 5
            """)
        .param("span", span)
        .param("unit", unit)
        .param("until", until)
        .update();
    jdbc.sql("update gas_balance_mark set until = :until::timestamptz where span = :span")
        .param("span", span)
        .param("until", until)
        .update();
  }

  private void migrate(String target) {
    Flyway.configure()
        .dataSource(url, USER, USER)
        .locations("classpath:db/kit", "classpath:db/migration")
        .target(target)
        .load()
        .migrate();
  }
}
