// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.events.MessageEvent;
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

/** Where messages come in. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.VALIDATOR)
class AttestEdge {
  /** Nobody signs these; {@link Claim} knows the others, and what has settled needs nobody. */
  private static final Set<Class<? extends MessageEvent>> UNATTESTED =
      Set.of(
          MessageEvent.MessageObserved.class,
          MessageEvent.MessageOrphaned.class,
          MessageEvent.GasPrepaid.class,
          MessageEvent.PaymentSeen.class,
          MessageEvent.MessageAdmitted.class,
          MessageEvent.MessageRefused.class,
          MessageEvent.MessageHeld.class,
          MessageEvent.TransactionSent.class,
          MessageEvent.MessageParked.class,
          MessageEvent.AttestationRejected.class,
          MessageEvent.RefundPaid.class);

  @Bean
  Consumer<Message<List<byte[]>>> attest(FactEdges edges, Attester attester) {
    return edges.of(Topics.MESSAGE_EVENTS, UNATTESTED, attester::onMessages);
  }
}
