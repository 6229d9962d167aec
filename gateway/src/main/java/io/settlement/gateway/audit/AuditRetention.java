// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.audit;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the audit bounded. */
@Component
class AuditRetention {
  private final AuditBook book;
  private final AuditSettings settings;
  private final Clock clock;

  AuditRetention(AuditBook book, AuditSettings settings, Clock clock) {
    this.book = book;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
  void round() {
    book.forgetBefore(clock.instant().minus(settings.keep()));
  }
}
