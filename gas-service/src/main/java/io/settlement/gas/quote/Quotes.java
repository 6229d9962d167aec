// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.gas.GasSettings;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The quotes that were given. */
@Repository
class Quotes {
  private static final int FORGOTTEN_AT_ONCE = 1_000;

  private final EntityManager entities;
  private final JdbcClient jdbc;
  private final GasSettings.Quotes settings;
  private final Clock clock;

  Quotes(EntityManager entities, JdbcClient jdbc, GasSettings settings, Clock clock) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.settings = settings.quotes();
    this.clock = clock;
  }

  @Transactional
  void add(Quote quote) {
    entities.persist(quote);
  }

  @Transactional(readOnly = true)
  Optional<Quote> find(UUID id) {
    return Optional.ofNullable(entities.find(Quote.class, id));
  }

  /** What nobody can honour or ask for any more, in small transactions. */
  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
  void forgetExpired() {
    Timestamp limit = Timestamp.from(clock.instant().minus(settings.retention()));
    int forgotten;
    do {
      forgotten =
          jdbc.sql(
                  """
                  delete from quote where id = any(array(
                    select id from quote where expires_at < ?
                     order by expires_at limit ? for update skip locked))
                  """)
              .params(limit, FORGOTTEN_AT_ONCE)
              .update();
    } while (forgotten == FORGOTTEN_AT_ONCE);
  }
}
