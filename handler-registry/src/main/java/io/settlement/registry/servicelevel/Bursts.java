// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import io.settlement.conformance.Check;
import io.settlement.conformance.Declaration;
import io.settlement.conformance.Node;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Subject;
import io.settlement.conformance.check.Catalogue;
import io.settlement.conformance.check.Demands;
import io.settlement.registry.onboarding.NamedProviders;
import io.settlement.registry.onboarding.NamedProviders.NamedProvider;
import io.settlement.registry.servicelevel.ServiceLevelSettings.Burst;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Short loads, by the check of the conformance suite that measures throughput: one provider after
 * another, so that the stated load is all there is.
 */
@Component
class Bursts {
  private static final Logger log = LoggerFactory.getLogger(Bursts.class);
  private static final String THROUGHPUT = "SLA-02";

  private final NamedProviders providers;
  private final Turns turns;
  private final ProbedNodes nodes;
  private final Hours hours;
  private final Burst settings;
  private final Check throughput;

  Bursts(
      NamedProviders providers,
      Turns turns,
      ProbedNodes nodes,
      Hours hours,
      ServiceLevelSettings settings) {
    this.providers = providers;
    this.turns = turns;
    this.nodes = nodes;
    this.hours = hours;
    this.settings = settings.burst();
    this.throughput = throughput(this.settings);
  }

  private static Check throughput(Burst burst) {
    return Catalogue.all(Demands.polite().with(burst.perSecond(), burst.lasts())).stream()
        .filter(check -> check.requirement().id().equals(THROUGHPUT))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Loads every provider, when it is time and nobody else does.
   *
   * @return whether it did
   */
  boolean run(Instant now) throws InterruptedException {
    if (!settings.isOn() || !turns.take("bursts", now, settings.every())) {
      return false;
    }
    for (NamedProvider provider : providers.all()) {
      run(provider, now);
    }
    return true;
  }

  private void run(NamedProvider provider, Instant now) throws InterruptedException {
    Node node = nodes.of(provider);
    Declaration declared = Declaration.ofProviders(List.of(provider.url()));
    Outcome outcome = throughput.look(Subject.of(List.of(node), declared));
    Optional<Long> rate =
        Optional.ofNullable(outcome.figures().get("per-second " + node.name())).map(Long::valueOf);
    rate.ifPresent(perSecond -> hours.burst(provider.id().value(), now, perSecond));
    log.atInfo()
        .addKeyValue("provider", provider.id())
        .addKeyValue("chain", provider.chain())
        .addKeyValue("perSecond", rate.orElse(0L))
        .log(
            "a burst of {}/s for {}: {}", settings.perSecond(), settings.lasts(), outcome.reason());
  }
}
