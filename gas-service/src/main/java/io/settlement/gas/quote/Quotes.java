// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.gas.GasSettings;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The quotes that were given. */
@Repository
class Quotes {
  private final EntityManager entities;
  private final GasSettings.Quotes settings;
  private final Clock clock;

  Quotes(EntityManager entities, GasSettings settings, Clock clock) {
    this.entities = entities;
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

  /** What nobody can honour or ask for any more. */
  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
  @Transactional
  void forgetExpired() {
    entities
        .createQuery("delete from Quote where expiresAt < :limit")
        .setParameter("limit", clock.instant().minus(settings.retention()))
        .executeUpdate();
  }
}
