// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.ArtifactEvent;
import io.settlement.events.PriceEvent;
import io.settlement.events.Topics;
import io.settlement.kit.edge.FactEdges;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Where it comes in what other services want to have said to contracts. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.COURIER)
class PublicationsEdge {
  private static final Set<Class<? extends ArtifactEvent>> NOT_FOR_GUARDIANS =
      Set.of(
          ArtifactEvent.ArtifactBooked.class,
          ArtifactEvent.PositionBooked.class,
          ArtifactEvent.ReserveReported.class,
          ArtifactEvent.ImbalanceRaised.class,
          ArtifactEvent.PrimitiveChanged.class,
          ArtifactEvent.StatementSigned.class);

  @Bean
  Consumer<Message<List<byte[]>>> courierPrices(FactEdges edges, Publications publications) {
    return edges.of(
        Topics.PRICE_EVENTS, Set.of(PriceEvent.PriceSampled.class), publications::onPrices);
  }

  @Bean
  Consumer<Message<List<byte[]>>> courierBooks(FactEdges edges, Publications publications) {
    return edges.of(Topics.GAS_BOOKS_EVENTS, publications::onBooks);
  }

  @Bean
  Consumer<Message<List<byte[]>>> courierArtifacts(FactEdges edges, Pauses pauses) {
    return edges.of(Topics.ARTIFACT_EVENTS, NOT_FOR_GUARDIANS, pauses::onArtifacts);
  }
}
