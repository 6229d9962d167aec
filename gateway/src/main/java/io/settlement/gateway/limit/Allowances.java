// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The allowances of those who call at present. */
@Component
class Allowances {
  private static final int MOST = 10_000;

  private final CallerLimits limits;
  private final Buckets buckets;
  private final Quotas quotas;
  private final LimitSettings settings;
  private final Cache<String, Allowance> current =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterAccess(Duration.ofMinutes(10))
          .removalListener(
              (@Nullable String credential, @Nullable Allowance gone, RemovalCause why) -> {
                if (gone != null) {
                  gone.settle();
                }
              })
          .build();

  Allowances(CallerLimits limits, Buckets buckets, Quotas quotas, LimitSettings settings) {
    this.limits = limits;
    this.buckets = buckets;
    this.quotas = quotas;
    this.settings = settings;
  }

  Allowance of(String credential) {
    Limit limit = limits.of(credential);
    Allowance allowance = current.getIfPresent(credential);
    if (allowance != null && allowance.isOf(limit)) {
      return allowance;
    }
    return current
        .asMap()
        .compute(
            credential,
            (id, old) ->
                old != null && old.isOf(limit)
                    ? old
                    : new Allowance(credential, limit, buckets, quotas));
  }

  @Scheduled(fixedDelay = 1_000)
  void settle() {
    current.asMap().values().forEach(Allowance::settle);
  }

  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
  void forgetOld() {
    buckets.forgetFull();
    quotas.forgetBefore(quotas.current(Quotas.Period.DAY).minusDays(settings.keep().toDays()));
  }
}
