// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.coin;

import io.settlement.events.PsbtEvent;
import io.settlement.events.Topics;
import io.settlement.kit.edge.FactEdges;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Where it comes in what vaults paid on Bitcoin. */
@Configuration(proxyBeanMethods = false)
class PaymentsEdge {

  /** Topic settlement.psbt; a poll is one transaction. */
  @Bean
  Consumer<Message<List<byte[]>>> payments(FactEdges edges, PaymentKeeper payments) {
    return edges.of(
        Topics.PSBT_EVENTS,
        Set.of(PsbtEvent.PsbtSigned.class, PsbtEvent.PsbtRefused.class),
        payments::onPayments);
  }
}
