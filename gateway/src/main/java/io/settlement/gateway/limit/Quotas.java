// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.limit;

import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Requests per day and month of the calendar in UTC: a count for each caller, in the database. */
@Repository
class Quotas {
  private static final int BATCH = 1_000;

  private final JdbcTemplate jdbc;
  private final Clock clock;

  Quotas(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Stored by name. */
  enum Period {
    DAY,
    MONTH;

    LocalDate of(LocalDate day) {
      return this == DAY ? day : day.withDayOfMonth(1);
    }

    LocalDate after(LocalDate start) {
      return this == DAY ? start.plusDays(1) : start.plusMonths(1);
    }
  }

  /** The period in which it is now. */
  LocalDate current(Period period) {
    return period.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /** How long it goes on. */
  Duration rest(Period period, LocalDate start) {
    Instant end = period.after(start).atStartOfDay().toInstant(ZoneOffset.UTC);
    Duration rest = Duration.between(clock.instant(), end);
    return rest.isNegative() ? Duration.ZERO : rest;
  }

  /** A caller's quota of one period. */
  Source of(String credential, Period period, LocalDate start, long limit) {
    return new Source() {
      @Override
      public Grant take(long wanted) {
        return Quotas.this.take(credential, period, start, limit, wanted);
      }

      @Override
      public Grant takeAlone(long wanted) {
        return new Grant(wanted, 0, Duration.ZERO);
      }

      @Override
      public void giveBack(long unused) {
        jdbc.update(
            """
            update caller_usage set used = greatest(0, used - ?)
            where credential = ? and period = ? and starts_on = ?
            """,
            unused,
            credential,
            period.name(),
            Date.valueOf(start));
      }
    };
  }

  /** How many requests of the period that it is now are given out. */
  long used(String credential, Period period) {
    return jdbc
        .queryForList(
            "select used from caller_usage where credential = ? and period = ? and starts_on = ?",
            Long.class,
            credential,
            period.name(),
            Date.valueOf(current(period)))
        .stream()
        .findFirst()
        .orElse(0L);
  }

  /** Drops, bit by bit, what began before. */
  void forgetBefore(LocalDate day) {
    int gone;
    do {
      gone =
          jdbc.update(
              """
              delete from caller_usage where (credential, period, starts_on) in (
                select credential, period, starts_on from caller_usage where starts_on < ? limit ?)
              """,
              Date.valueOf(day),
              BATCH);
    } while (gone == BATCH);
  }

  private Grant take(String credential, Period period, LocalDate start, long limit, long wanted) {
    List<Grant> granted = grant(credential, period, start, limit, wanted);
    if (granted.isEmpty()) {
      jdbc.update(
          """
          insert into caller_usage (credential, period, starts_on, used) values (?, ?, ?, 0)
          on conflict do nothing
          """,
          credential,
          period.name(),
          Date.valueOf(start));
      granted = grant(credential, period, start, limit, wanted);
    }
    return granted.isEmpty() ? new Grant(0, 0, rest(period, start)) : granted.getFirst();
  }

  private List<Grant> grant(
      String credential, Period period, LocalDate start, long limit, long wanted) {
    return jdbc.query(
        """
        with old as (
          select used from caller_usage
          where credential = ? and period = ? and starts_on = ? for update)
        update caller_usage u set used = least(old.used + ?, ?)
        from old
        where u.credential = ? and u.period = ? and u.starts_on = ? and old.used < ?
        returning u.used - old.used as granted, u.used
        """,
        (row, number) ->
            new Grant(row.getLong("granted"), limit - row.getLong("used"), Duration.ZERO),
        credential,
        period.name(),
        Date.valueOf(start),
        wanted,
        limit,
        credential,
        period.name(),
        Date.valueOf(start),
        limit);
  }
}
