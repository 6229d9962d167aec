// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.demo;

import io.settlement.events.GasEvent;
import io.settlement.events.Topics;
import io.settlement.kit.edge.FactEdges;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Where the demo's facts come in. */
@Configuration(proxyBeanMethods = false)
class DemoEdge {

  @Bean
  Consumer<Message<List<byte[]>>> gas(FactEdges edges, DemoFlow flow) {
    return edges.of(Topics.GAS_EVENTS, Set.of(GasEvent.RefundDue.class), flow::handle);
  }

  @Bean
  Consumer<Message<List<byte[]>>> prices(FactEdges edges, DemoFlow flow) {
    return edges.of(Topics.PRICE_EVENTS, flow::handle);
  }
}
