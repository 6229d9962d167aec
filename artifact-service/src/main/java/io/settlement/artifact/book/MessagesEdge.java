// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import io.settlement.events.MessageEvent;
import io.settlement.events.Topics;
import io.settlement.kit.edge.FactEdges;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Where the life of messages comes in. */
@Configuration(proxyBeanMethods = false)
class MessagesEdge {
  /** Nobody here has anything to do with these. */
  private static final Set<Class<? extends MessageEvent>> UNREAD =
      Set.of(
          MessageEvent.MessageObserved.class,
          MessageEvent.GasPrepaid.class,
          MessageEvent.PaymentSeen.class,
          MessageEvent.MessageAdmitted.class,
          MessageEvent.MessageRefused.class,
          MessageEvent.MessageHeld.class,
          MessageEvent.TransactionSent.class,
          MessageEvent.MessageExpired.class,
          MessageEvent.MessageParked.class,
          MessageEvent.AttestationRejected.class,
          MessageEvent.RefundPaid.class);

  /** Topic settlement.messages; a poll is one transaction. */
  @Bean
  Consumer<Message<List<byte[]>>> messages(FactEdges edges, MessageFacts flow) {
    return edges.of(Topics.MESSAGE_EVENTS, UNREAD, flow::onMessages);
  }
}
