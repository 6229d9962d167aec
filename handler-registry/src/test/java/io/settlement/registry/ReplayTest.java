// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.EventCodec;
import io.settlement.events.Golden;
import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.ConformanceState;
import io.settlement.events.RegistryEvent.DriftState;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.LimitState;
import io.settlement.events.RegistryEvent.NodesState;
import io.settlement.events.RegistryEvent.OnboardingState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.TokenState;
import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.Topics;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.kit.test.SuiteTest;
import io.settlement.registry.Written.Effect;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The golden facts are what this service writes; saying them again changes nothing. */
@SuiteTest
class ReplayTest {
  private static final ChainState ALPHA = Golden.read(ChainState.class);
  private static final HandlerState SENDER = Golden.read(HandlerState.class);
  private static final RouteState ROUTE = Golden.read(RouteState.class);
  private static final ValidatorSetState VALIDATORS = Golden.read(ValidatorSetState.class);

  @Autowired RouteBook book;
  @Autowired Contents contents;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void emptyTheBook() {
    jdbc.sql("truncate chain, handler, route, validator_set").update();
  }

  @Test
  void sayingEveryGoldenFactTwiceChangesNothingTheSecondTime() {
    assertThat(sayEverything()).containsOnly(Effect.CREATED);
    List<RegistryEvent> before = contents.everything();

    assertThat(sayEverything()).containsOnly(Effect.UNCHANGED);

    assertThat(contents.everything()).isEqualTo(before);
    assertThat(before)
        .containsAll(
            Golden.of(Topics.REGISTRY_EVENTS).stream()
                .filter(
                    fact ->
                        !(fact instanceof OnboardingState
                            || fact instanceof DriftState
                            || fact instanceof NodesState
                            || fact instanceof LimitState
                            || fact instanceof TokenState
                            || fact instanceof ConformanceState))
                .toList());
  }

  @Test
  void theBookSpellsItsFactsAsTheGoldenFilesDo() {
    sayEverything();

    assertThat(EventCodec.encode(contents.chain(ALPHA.chain())))
        .isEqualTo(Golden.bytes("ChainState"));
    assertThat(EventCodec.encode(contents.handler(SENDER.handler())))
        .isEqualTo(Golden.bytes("HandlerState"));
    assertThat(EventCodec.encode(contents.routes().getFirst()))
        .isEqualTo(Golden.bytes("RouteState"));
    assertThat(EventCodec.encode(contents.validatorSet(VALIDATORS.chain())))
        .isEqualTo(Golden.bytes("ValidatorSetState"));
  }

  private List<Effect> sayEverything() {
    HandlerId to = ROUTE.route().to();
    return List.of(
        book.put(ALPHA).effect(),
        book.put(chain(to.chain())).effect(),
        book.put(SENDER).effect(),
        book.put(handler(to)).effect(),
        book.put(ROUTE).effect(),
        book.put(
                new ValidatorSetProposal(
                    VALIDATORS.chain(),
                    null,
                    VALIDATORS.required(),
                    VALIDATORS.validators(),
                    VALIDATORS.at()))
            .effect());
  }

  private static ChainState chain(ChainName name) {
    return new ChainState(
        name,
        ALPHA.family(),
        ALPHA.profile(),
        ALPHA.chainId() + 1,
        ALPHA.settlement(),
        ALPHA.gasService(),
        ALPHA.verifier(),
        ALPHA.status(),
        ALPHA.at());
  }

  private static HandlerState handler(HandlerId id) {
    return new HandlerState(
        id,
        new EvmAddress("0x" + "4".repeat(40)),
        SENDER.decimals(),
        SENDER.asset().orElseThrow().mode().pair(),
        SENDER.artifact(),
        SENDER.status(),
        SENDER.at());
  }
}
