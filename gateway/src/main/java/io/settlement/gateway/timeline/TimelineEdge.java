// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import io.settlement.events.ArtifactEvent;
import io.settlement.events.Topics;
import io.settlement.kit.edge.FactEdges;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Where facts come in from Kafka. */
@Configuration(proxyBeanMethods = false)
class TimelineEdge {

  @Bean
  Consumer<Message<List<byte[]>>> onMessages(FactEdges edges, Timeline timeline) {
    return edges.of(Topics.MESSAGE_EVENTS, timeline::record);
  }

  @Bean
  Consumer<Message<List<byte[]>>> onAttestations(FactEdges edges, Timeline timeline) {
    return edges.of(Topics.ATTESTATION_EVENTS, timeline::record);
  }

  @Bean
  Consumer<Message<List<byte[]>>> onGas(FactEdges edges, Timeline timeline) {
    return edges.of(Topics.GAS_EVENTS, timeline::record);
  }

  @Bean
  Consumer<Message<List<byte[]>>> onArtifacts(FactEdges edges, ArtifactEvents artifacts) {
    return edges.of(
        Topics.ARTIFACT_EVENTS, Set.of(ArtifactEvent.PlanChanged.class), artifacts::record);
  }
}
