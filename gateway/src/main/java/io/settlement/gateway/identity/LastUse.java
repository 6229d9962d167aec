// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import jakarta.annotation.PreDestroy;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * When keys were used last, written for all of them at once and at most once a minute for each. No
 * request waits for it.
 */
@Component
class LastUse {
  private static final Logger log = LoggerFactory.getLogger(LastUse.class);

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final Map<String, Instant> used = new ConcurrentHashMap<>();

  LastUse(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A key that is in the database has opened. */
  void of(String id) {
    used.put(id, clock.instant());
  }

  @Scheduled(
      fixedDelayString = "${settlement.gateway.keys.write-used:1m}",
      initialDelayString = "${settlement.gateway.keys.write-used:1m}")
  @PreDestroy
  void write() {
    Map<String, Instant> taken = new HashMap<>(used);
    taken.forEach(used::remove);
    if (taken.isEmpty()) {
      return;
    }
    try {
      jdbc.update(
          """
          update api_key k set last_used_at = u.at
          from unnest(?::text[], ?::timestamptz[]) as u(id, at)
          where k.id = u.id
            and (k.last_used_at is null or k.last_used_at <= u.at - interval '1 minute')
          """,
          taken.keySet().toArray(String[]::new),
          taken.values().stream().map(Timestamp::from).toArray(Timestamp[]::new));
    } catch (DataAccessException e) {
      taken.forEach(used::putIfAbsent);
      log.atWarn().addKeyValue("cause", e.toString()).log("the last use of keys waits");
    }
  }
}
