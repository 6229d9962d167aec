// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

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

/** Where it comes in what gas-service wants to have published. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.COURIER)
class PublicationsEdge {

  @Bean
  Consumer<Message<List<byte[]>>> courierPrices(FactEdges edges, Publications publications) {
    return edges.of(
        Topics.PRICE_EVENTS, Set.of(PriceEvent.PriceSampled.class), publications::onPrices);
  }

  @Bean
  Consumer<Message<List<byte[]>>> courierBooks(FactEdges edges, Publications publications) {
    return edges.of(Topics.GAS_BOOKS_EVENTS, publications::onBooks);
  }
}
