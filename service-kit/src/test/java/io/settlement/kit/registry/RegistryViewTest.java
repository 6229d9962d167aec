// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.events.Golden;
import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.Topics;
import io.settlement.kit.demo.DemoTest;
import io.settlement.kit.follow.TopicFollower;
import io.settlement.kit.kafka.KafkaClients;
import io.settlement.kit.test.KafkaProbe;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DemoTest
class RegistryViewTest {
  private static final ChainState CHAIN = Golden.read(ChainState.class);
  private static final HandlerState HANDLER = Golden.read(HandlerState.class);
  private static final RouteState ROUTE = Golden.read(RouteState.class);
  private static final ValidatorSetState VALIDATORS = Golden.read(ValidatorSetState.class);

  @Autowired private KafkaProbe kafka;
  @Autowired private KafkaClients clients;
  @Autowired private RegistryView viewOfTheService;

  @Test
  void theViewIsLoadedBeforeTheServiceIsReady() {
    assertThat(viewOfTheService.isLoaded()).isTrue();
  }

  @Test
  void aViewStartedLaterReadsEverythingFromTheBeginningAndThenFollows() {
    kafka.send(suspended());
    kafka.send(Golden.of(Topics.REGISTRY_EVENTS));
    kafka.sendRaw(Topics.REGISTRY, "noise", "nonsense".getBytes(UTF_8));
    RegistryView view = new RegistryView();
    TopicFollower<RegistryEvent> follower =
        new TopicFollower<>(clients, Topics.REGISTRY_EVENTS, view, Duration.ofSeconds(20));
    follower.start();
    try {
      assertThat(view.isLoaded()).isTrue();
      assertThat(view.chain(CHAIN.chain())).contains(CHAIN);
      assertThat(view.chains()).containsExactly(CHAIN);
      assertThat(view.handler(HANDLER.handler())).contains(HANDLER);
      assertThat(view.route(ROUTE.route())).contains(ROUTE);
      assertThat(view.validators(VALIDATORS.chain())).contains(VALIDATORS);

      List<RegistryEvent> changes = new CopyOnWriteArrayList<>();
      view.onChange(changes::add);
      kafka.send(suspended());

      await().untilAsserted(() -> assertThat(changes).containsExactly(suspended()));
      assertThat(view.chain(CHAIN.chain())).contains(suspended());
      await().until(() -> viewOfTheService.chain(CHAIN.chain()).equals(view.chain(CHAIN.chain())));
    } finally {
      follower.stop();
    }
    assertThat(follower.isRunning()).isFalse();
  }

  private static ChainState suspended() {
    return new ChainState(
        CHAIN.chain(),
        CHAIN.family(),
        CHAIN.profile(),
        CHAIN.chainId(),
        CHAIN.settlement(),
        CHAIN.gasService(),
        CHAIN.verifier(),
        Status.SUSPENDED,
        CHAIN.at());
  }
}
