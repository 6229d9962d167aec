// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import io.settlement.events.MessageEvent;
import io.settlement.events.Topics;
import io.settlement.kit.edge.FactEdges;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Where movements of keys and vaults come in. */
@Configuration(proxyBeanMethods = false)
class ProofEdge {
  /**
   * The most frequent of those that move no money of a vault; {@link ProofBooks} knows the others.
   */
  private static final Set<Class<? extends MessageEvent>> FREE =
      Set.of(
          MessageEvent.MessageObserved.class,
          MessageEvent.MessageFinal.class,
          MessageEvent.MessageAdmitted.class,
          MessageEvent.MessageHeld.class,
          MessageEvent.TransactionSent.class,
          MessageEvent.MessageDelivered.class,
          MessageEvent.MessageSettled.class,
          MessageEvent.AttestationRejected.class);

  @Bean
  Consumer<Message<List<byte[]>>> transactionbooks(FactEdges edges, ProofBooks books) {
    return edges.of(Topics.TRANSACTION_EVENTS, books::onTransactions);
  }

  @Bean
  Consumer<Message<List<byte[]>>> vaultbooks(FactEdges edges, ProofBooks books) {
    return edges.of(Topics.MESSAGE_EVENTS, FREE, books::onMessages);
  }
}
