// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.MessageEvent;
import io.settlement.events.Topics;
import io.settlement.gas.quote.QuotedMessages;
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
  /** These pay and cost nothing; {@link FactSheet} knows the others. */
  private static final Set<Class<? extends MessageEvent>> FREE =
      Set.of(
          MessageEvent.MessageObserved.class,
          MessageEvent.MessageAdmitted.class,
          MessageEvent.MessageRefused.class,
          MessageEvent.MessageHeld.class,
          MessageEvent.TransactionSent.class,
          MessageEvent.MessageExpired.class,
          MessageEvent.MessageParked.class,
          MessageEvent.AttestationRejected.class);

  /** Topic settlement.messages; a poll is one transaction. Quotes hear of it first. */
  @Bean
  Consumer<Message<List<byte[]>>> messages(
      FactEdges edges, QuotedMessages quoted, GasSettlement flow) {
    return edges.of(
        Topics.MESSAGE_EVENTS,
        FREE,
        facts -> {
          quoted.hear(facts);
          flow.onMessages(facts);
        });
  }
}
