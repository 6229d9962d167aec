// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.events.Topics;
import io.settlement.kit.edge.FactEdges;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Where it comes in what became of guardians' orders. */
@Configuration(proxyBeanMethods = false)
class PausesEdge {

  @Bean
  Consumer<Message<List<byte[]>>> pauses(FactEdges edges, PauseReports reports) {
    return edges.of(Topics.PAUSE_EVENTS, reports::keep);
  }
}
