// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.probation;

import io.settlement.events.ArtifactEvent;
import io.settlement.events.ArtifactEvent.ImbalanceCleared;
import io.settlement.events.ArtifactEvent.ImbalanceRaised;
import io.settlement.events.Topics;
import io.settlement.kit.edge.FactEdges;
import io.settlement.registry.probation.Evidence.Fault;
import io.settlement.registry.probation.Evidence.Trouble;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Where it comes in what artifact-service says of the books behind routes. */
@Configuration(proxyBeanMethods = false)
class ProbationEdge {
  private static final Set<Class<?>> READ = Set.of(ImbalanceRaised.class, ImbalanceCleared.class);

  /** Everything else, most of all bookings: one and more for each message. */
  private static final Set<Class<? extends ArtifactEvent>> UNREAD =
      Arrays.stream(ArtifactEvent.class.getPermittedSubclasses())
          .filter(type -> !READ.contains(type))
          .map(type -> type.asSubclass(ArtifactEvent.class))
          .collect(Collectors.toUnmodifiableSet());

  private final Evidence evidence;
  private final Probations probations;
  private final Clock clock;

  ProbationEdge(Evidence evidence, Probations probations, Clock clock) {
    this.evidence = evidence;
    this.probations = probations;
    this.clock = clock;
  }

  /** Topic settlement.artifacts; few facts of it are read. */
  @Bean
  Consumer<Message<List<byte[]>>> probationArtifacts(FactEdges edges) {
    return edges.of(Topics.ARTIFACT_EVENTS, UNREAD, facts -> facts.forEach(this::onArtifact));
  }

  private void onArtifact(ArtifactEvent fact) {
    if (fact instanceof ImbalanceRaised raised) {
      onImbalance(raised);
    } else if (fact instanceof ImbalanceCleared cleared) {
      evidence.end(Trouble.IMBALANCE, cleared.artifact(), cleared.at());
    }
  }

  private void onImbalance(ImbalanceRaised raised) {
    if (evidence.begin(Trouble.IMBALANCE, raised.artifact(), raised.at())) {
      List<Fault> faults =
          evidence.routesOf(raised.artifact()).stream()
              .map(
                  route ->
                      new Fault(
                          route, Evidence.dayOf(raised.at()), "IMBALANCE of " + raised.artifact()))
              .toList();
      probations.failed(faults, clock.instant());
    }
  }
}
