// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.probation;

import io.settlement.events.RegistryEvent.DriftState;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.value.RouteId;
import io.settlement.registry.ChangeLog.Change;
import io.settlement.registry.Contents;
import io.settlement.registry.probation.Evidence.Trouble;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What begins a probation, sets it back and lets it grow: new routes, drift, and days that end.
 * Changes of the book are heard in the transaction that makes them.
 */
@Component
class ProbationWatch {
  private final Probations probations;
  private final Evidence evidence;
  private final Contents book;
  private final Stages stages;
  private final Clock clock;

  ProbationWatch(
      Probations probations, Evidence evidence, Contents book, Stages stages, Clock clock) {
    this.probations = probations;
    this.evidence = evidence;
    this.book = book;
    this.stages = stages;
    this.clock = clock;
  }

  @EventListener
  void changed(Change change) {
    if (change.state() instanceof RouteState route && change.isNew()) {
      begin(route.route());
    } else if (change.state() instanceof DriftState drift) {
      drift(drift);
    }
  }

  private void begin(RouteId route) {
    book.findHandler(route.from())
        .flatMap(HandlerState::asset)
        .flatMap(asset -> stages.usual(route, asset, clock.instant()))
        .ifPresent(wanted -> probations.put(wanted, "registry", "new in the book"));
  }

  private void drift(DriftState drift) {
    String subject = drift.subject();
    Instant now = clock.instant();
    if (drift.drifted().isEmpty()) {
      evidence.end(Trouble.DRIFT, subject, now);
      return;
    }
    evidence.begin(Trouble.DRIFT, subject, now);
    String what = drift.drifted().getFirst().what();
    probations.drifted(
        route -> names(route).contains(subject), "%s of %s drifted".formatted(what, subject), now);
  }

  private static Set<String> names(RouteId route) {
    return Set.copyOf(
        Stream.of(route.from(), route.to())
            .flatMap(handler -> Stream.of(handler.toString(), handler.chain().value()))
            .toList());
  }

  @Scheduled(fixedDelayString = "${settlement.probation.look-interval:1m}")
  void look() {
    probations.judge(clock.instant());
  }
}
