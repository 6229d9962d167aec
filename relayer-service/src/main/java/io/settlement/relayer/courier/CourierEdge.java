// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.MessageEvent;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topics;
import io.settlement.kit.edge.FactEdges;
import io.settlement.kit.edge.FactHandler;
import io.settlement.kit.failure.TransientFailure;
import io.settlement.kit.registry.RegistryView;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Where the courier's facts come in. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.COURIER)
class CourierEdge {
  /** Prepayments and the courier's own decisions tell it nothing new; {@link Notes} says so too. */
  private static final Set<Class<? extends MessageEvent>> OWN_WORDS =
      Set.of(
          MessageEvent.GasPrepaid.class,
          MessageEvent.PaymentSeen.class,
          MessageEvent.MessageAdmitted.class,
          MessageEvent.MessageRefused.class,
          MessageEvent.MessageHeld.class,
          MessageEvent.MessageReleased.class,
          MessageEvent.MessageWouldBeHeld.class,
          MessageEvent.MessageExpired.class,
          MessageEvent.AttestationWanted.class,
          MessageEvent.AttestationRejected.class);

  @Bean
  Consumer<Message<List<byte[]>>> courierMessages(
      FactEdges edges, Courier courier, RegistryView registry) {
    return edges.of(Topics.MESSAGE_EVENTS, OWN_WORDS, onceRead(registry, courier::onMessages));
  }

  @Bean
  Consumer<Message<List<byte[]>>> courierAttestations(
      FactEdges edges, Courier courier, RegistryView registry) {
    return edges.of(Topics.ATTESTATION_EVENTS, onceRead(registry, courier::onAttestations));
  }

  @Bean
  Consumer<Message<List<byte[]>>> courierGas(
      FactEdges edges, Courier courier, RegistryView registry) {
    return edges.of(Topics.GAS_EVENTS, onceRead(registry, courier::onGas));
  }

  @Bean
  TransientFailure registryNotReadPasses() {
    return cause -> cause instanceof RegistryNotRead;
  }

  /** An empty registry would refuse every route: nothing is judged before it was read. */
  private static <E extends SuiteEvent> FactHandler<E> onceRead(
      RegistryView registry, FactHandler<E> handler) {
    return facts -> {
      if (!registry.isLoaded()) {
        throw new RegistryNotRead();
      }
      handler.handle(facts);
    };
  }
}
