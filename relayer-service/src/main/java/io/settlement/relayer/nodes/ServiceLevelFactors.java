// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.nodes;

import io.settlement.chain.WeightFactor;
import io.settlement.chain.WeightFactors;
import io.settlement.events.ServiceLevelEvent;
import io.settlement.events.ServiceLevelEvent.Breach;
import io.settlement.events.ServiceLevelEvent.Level;
import io.settlement.events.ServiceLevelEvent.ProviderStanding;
import io.settlement.events.value.ProviderId;
import io.settlement.kit.follow.TopicFollower;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scales weights by what handler-registry said of providers' service levels. It only ever lowers,
 * and never to nothing: who is dead is left out by this process's own experience with it.
 */
final class ServiceLevelFactors implements WeightFactors, TopicFollower.View<ServiceLevelEvent> {
  private static final Logger log = LoggerFactory.getLogger(ServiceLevelFactors.class);

  private final Map<ProviderId, WeightFactor> lowered = new ConcurrentHashMap<>();
  private final int leastPercent;

  /**
   * @param leastPercent below which nobody is scaled
   */
  ServiceLevelFactors(int leastPercent) {
    this.leastPercent = leastPercent;
  }

  @Override
  public WeightFactor of(ProviderId provider) {
    return lowered.getOrDefault(provider, WeightFactor.WHOLE);
  }

  @Override
  public void apply(ServiceLevelEvent fact) {
    switch (fact) {
      case ProviderStanding standing -> stands(standing);
    }
  }

  private void stands(ProviderStanding standing) {
    List<Breach> breached = standing.watched() ? standing.breached() : List.of();
    WeightFactor now =
        breached.stream()
            .min(Comparator.comparingInt(breach -> percent(breach.level())))
            .map(this::factor)
            .orElse(WeightFactor.WHOLE);
    WeightFactor before = of(standing.provider());
    if (now.equals(WeightFactor.WHOLE)) {
      lowered.remove(standing.provider());
    } else {
      lowered.put(standing.provider(), now);
    }
    if (now.percent() != before.percent()) {
      log.atInfo()
          .addKeyValue("chain", standing.chain())
          .addKeyValue("provider", standing.provider())
          .addKeyValue("host", standing.name())
          .log("by its service levels {} % of its weight count: {}", now.percent(), now.why());
    }
  }

  private WeightFactor factor(Breach worst) {
    return new WeightFactor(
        Math.max(leastPercent, percent(worst.level())),
        "%s since %s: %s".formatted(worst.level(), worst.since(), worst.found()));
  }

  /** What may be wrong costs more than what is slow. */
  private static int percent(Level level) {
    return switch (level) {
      case ANSWERS, AGREEMENT, LOGS -> 10;
      case LAG -> 25;
      case LATENCY, UPTIME -> 50;
    };
  }

  @Override
  public void loaded() {
    log.atInfo().log("{} providers do not keep their service levels", lowered.size());
  }
}
