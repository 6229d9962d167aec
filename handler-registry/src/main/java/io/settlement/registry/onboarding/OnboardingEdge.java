// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.MessageEvent;
import io.settlement.events.Topics;
import io.settlement.kit.edge.FactEdges;
import io.settlement.registry.MessageFollower;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Where it comes in what the relayer sees of chains that are on their way in. */
@Configuration(proxyBeanMethods = false)
class OnboardingEdge {
  /** Nothing of a test follows from these, and nothing of a route. */
  private static final Set<Class<? extends MessageEvent>> UNREAD =
      Set.of(
          MessageEvent.PaymentSeen.class,
          MessageEvent.MessageAdmitted.class,
          MessageEvent.MessageRefused.class,
          MessageEvent.MessageHeld.class,
          MessageEvent.MessageReleased.class,
          MessageEvent.MessageWouldBeHeld.class,
          MessageEvent.TransactionSent.class,
          MessageEvent.AttestationWanted.class,
          MessageEvent.AttestationRejected.class,
          MessageEvent.RefundPaid.class,
          MessageEvent.QuotePaid.class);

  /** Topic settlement.messages; a poll is one transaction of at most ten statements. */
  @Bean
  Consumer<Message<List<byte[]>>> onboardingMessages(
      FactEdges edges, List<MessageFollower> followers) {
    return edges.of(
        Topics.MESSAGE_EVENTS,
        UNREAD,
        facts -> followers.forEach(follower -> follower.onMessages(facts)));
  }

  /** Topic settlement.attestations; a poll is one statement. */
  @Bean
  Consumer<Message<List<byte[]>>> onboardingSignatures(FactEdges edges, TestMessages messages) {
    return edges.of(Topics.ATTESTATION_EVENTS, messages::onSignatures);
  }
}
