// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What each caller may ask: what is said of him, the usual where nothing is. */
@Repository
class CallerLimits {
  private static final int MOST_CACHED = 10_000;

  private final JdbcTemplate jdbc;
  private final Limit usual;
  private final Clock clock;
  private final LoadingCache<String, Limit> known;

  CallerLimits(JdbcTemplate jdbc, LimitSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.usual = settings.usual();
    this.clock = clock;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(MOST_CACHED)
            .refreshAfterWrite(settings.refresh())
            .expireAfterAccess(settings.refresh().multipliedBy(20))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build(this::read);
  }

  /**
   * What is said of one caller; null is the usual.
   *
   * @param requestsPerSecond in the long run
   * @param burst at once
   * @param perDay 0 is no quota
   * @param perMonth 0 is no quota
   */
  record Own(
      @Nullable Integer requestsPerSecond,
      @Nullable Integer burst,
      @Nullable Long perDay,
      @Nullable Long perMonth) {}

  /** What holds now, within seconds; the usual while the database is away. */
  Limit of(String credential) {
    try {
      return known.get(credential);
    } catch (DataAccessException e) {
      return usual;
    }
  }

  void put(String credential, Own own, String by) {
    jdbc.update(
        """
        insert into caller_limit
          (credential, per_second, burst, per_day, per_month, changed_at, changed_by)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (credential) do update set
          (per_second, burst, per_day, per_month, changed_at, changed_by) =
          (excluded.per_second, excluded.burst, excluded.per_day, excluded.per_month,
           excluded.changed_at, excluded.changed_by)
        """,
        credential,
        own.requestsPerSecond(),
        own.burst(),
        own.perDay(),
        own.perMonth(),
        Timestamp.from(clock.instant()),
        by);
    known.invalidate(credential);
  }

  private Limit read(String credential) {
    return jdbc
        .query(
            "select per_second, burst, per_day, per_month from caller_limit where credential = ?",
            this::row,
            credential)
        .stream()
        .findFirst()
        .orElse(usual);
  }

  private Limit row(ResultSet row, int number) throws SQLException {
    Integer perSecond = row.getObject("per_second", Integer.class);
    Integer burst = row.getObject("burst", Integer.class);
    Long perDay = row.getObject("per_day", Long.class);
    Long perMonth = row.getObject("per_month", Long.class);
    return new Limit(
        perSecond == null ? usual.requestsPerSecond() : perSecond,
        burst == null ? usual.burst() : burst,
        perDay == null ? usual.perDay() : perDay,
        perMonth == null ? usual.perMonth() : perMonth);
  }
}
