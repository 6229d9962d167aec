// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan;

import io.settlement.artifact.chain.ChainNodes;
import io.settlement.artifact.plan.track.Expected;
import io.settlement.artifact.plan.track.Expected.Due;
import io.settlement.artifact.plan.track.Fact;
import io.settlement.artifact.plan.track.Plan;
import io.settlement.chain.ChainException;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.events.value.ChainName;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What no fact brings: a step whose turn it is becomes ready, above the newest block of its chain;
 * one whose time is up fails. All of it stands in the database, so a restart forgets nothing.
 */
@Component
class PlanLook {
  private static final Logger log = LoggerFactory.getLogger(PlanLook.class);
  private static final int PAGE = 200;

  private final Expected expected;
  private final Opening opening;
  private final ChainNodes nodes;
  private final Clock clock;

  PlanLook(Expected expected, Opening opening, ChainNodes nodes, Clock clock) {
    this.expected = expected;
    this.opening = opening;
    this.nodes = nodes;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${settlement.artifact.plan.look:2s}")
  void look() {
    List<Fact> credited = expected.credited();
    if (!credited.isEmpty()) {
      opening.hear(credited);
    }
    Instant now = clock.instant();
    List<Long> expired = expected.expired(now, PAGE);
    if (!expired.isEmpty()) {
      opening.expire(expired);
    }
    open(expected.due(now, PAGE));
  }

  /** Now, instead of with the next look. */
  void open(Plan plan) {
    open(
        plan.dueStep(clock.instant())
            .map(step -> List.of(new Due(plan.number(), step.act().chain())))
            .orElse(List.of()));
  }

  /** Steps whose chain does not answer wait for the next look. */
  private void open(List<Due> due) {
    Map<ChainName, Long> heads = new HashMap<>();
    for (Due one : due) {
      heads.computeIfAbsent(one.chain(), chain -> head(chain).orElse(null));
    }
    List<Long> plans =
        due.stream().filter(one -> heads.containsKey(one.chain())).map(Due::plan).toList();
    if (!plans.isEmpty()) {
      opening.open(plans, heads);
    }
  }

  private Optional<Long> head(ChainName chain) {
    Optional<EvmReader> reader = nodes.of(chain);
    if (reader.isEmpty()) {
      return Optional.of(0L); // nothing is offered where nobody can look
    }
    try {
      return Optional.of(reader.get().head(FinalityTag.LATEST).number());
    } catch (ChainException e) {
      log.atWarn().addKeyValue("chain", chain).log("no step begins there: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
