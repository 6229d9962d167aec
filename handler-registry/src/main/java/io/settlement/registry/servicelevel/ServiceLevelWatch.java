// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import io.settlement.registry.onboarding.NamedProviders;
import io.settlement.registry.onboarding.NamedProviders.NamedProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Each minute one replica looks once at every provider. Nodes are asked outside of transactions;
 * what they said is written down by one.
 */
@Component
class ServiceLevelWatch {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final NamedProviders providers;
  private final Turns turns;
  private final FinalBlocks finals;
  private final Rounds rounds;
  private final RoundBook book;
  private final ServiceLevelMeters meters;

  ServiceLevelWatch(
      NamedProviders providers,
      Turns turns,
      FinalBlocks finals,
      Rounds rounds,
      RoundBook book,
      ServiceLevelMeters meters) {
    this.providers = providers;
    this.turns = turns;
    this.finals = finals;
    this.rounds = rounds;
    this.book = book;
    this.meters = meters;
  }

  /**
   * Looks, when this minute is nobody's yet.
   *
   * @return whether it did
   */
  boolean look(Instant now) throws InterruptedException {
    if (!turns.take("probes", now, MINUTE)) {
      return false;
    }
    List<NamedProvider> named = providers.all();
    List<Look> looks = rounds.look(named, finals.again(), now);
    book.keep(named, looks, now);
    meters.round(named.size(), looks);
    return true;
  }

  /** The rhythm: a look at the clock every few seconds, so that a replica's end costs one round. */
  @Component
  static class Rhythm {
    private final ServiceLevelWatch watch;
    private final Bursts bursts;
    private final ServiceLevelSettings settings;
    private final Clock clock;

    Rhythm(ServiceLevelWatch watch, Bursts bursts, ServiceLevelSettings settings, Clock clock) {
      this.watch = watch;
      this.bursts = bursts;
      this.settings = settings;
      this.clock = clock;
    }

    // At a rate: each look is a thread of its own, and a slow round delays nothing else.
    @Scheduled(fixedRateString = "${settlement.service-level.look-interval:5s}")
    void look() throws InterruptedException {
      if (settings.enabled()) {
        watch.look(clock.instant());
      }
    }

    @Scheduled(fixedRateString = "${settlement.service-level.look-interval:5s}")
    void burst() throws InterruptedException {
      if (settings.enabled()) {
        bursts.run(clock.instant());
      }
    }
  }
}
