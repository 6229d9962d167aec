// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import static org.awaitility.Awaitility.await;

import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.FinalityTier;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.TokenAmount;
import io.settlement.gas.Story;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.KafkaProbe;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Routes between the tests' chains as the registry tells them, and what asks for a quote. */
final class QuotedRoutes {
  /** Moves tokens; amounts up to {@link #TIER} are final after two blocks. */
  static final RouteId OPEN = route("11", "22");

  /** Suspended. */
  static final RouteId CLOSED = route("11", "33");

  /** Moves no tokens. */
  static final RouteId MESSAGES = route("33", "44");

  /** To a vault on Bitcoin; the other way round it is from there. */
  static final RouteId TO_BITCOIN =
      new RouteId(
          HandlerId.of(Story.ALPHA, new EvmAddress("0x" + "55".repeat(20))),
          new HandlerId(Story.BITCOIN, "0x" + "7b".repeat(32)));

  static final RouteId FROM_BITCOIN = new RouteId(TO_BITCOIN.to(), TO_BITCOIN.from());

  static final long TIER = 7;

  private static final EvmAddress TOKEN = new EvmAddress("0x" + "44".repeat(20));

  private QuotedRoutes() {}

  /** Tells them, once for all tests of a context, and waits until they are known. */
  static void open(KafkaProbe kafka, RegistryView registry) {
    if (registry.route(CLOSED).isEmpty()) {
      kafka.send(
          List.<RegistryEvent>of(
              chain(Story.ALPHA),
              chain(Story.BETA),
              chain(new ChainName("Unpriced")),
              ChainState.bitcoin(Story.BITCOIN, "regtest", Status.ACTIVE, Instant.EPOCH),
              handler(TO_BITCOIN.from()),
              handler(TO_BITCOIN.to()),
              new RouteState(TO_BITCOIN, Status.ACTIVE, Instant.EPOCH),
              new RouteState(FROM_BITCOIN, Status.ACTIVE, Instant.EPOCH),
              handler(OPEN.from()),
              handler(OPEN.to()),
              handler(CLOSED.to()),
              HandlerState.ofMessages(MESSAGES.from(), Status.ACTIVE, Instant.EPOCH),
              HandlerState.ofMessages(MESSAGES.to(), Status.ACTIVE, Instant.EPOCH),
              new RouteState(MESSAGES, Status.ACTIVE, Instant.EPOCH),
              new RouteState(
                  OPEN,
                  Status.ACTIVE,
                  List.of(new FinalityTier(TokenAmount.of(TIER), 2)),
                  Instant.EPOCH),
              new RouteState(CLOSED, Status.SUSPENDED, Instant.EPOCH)));
    }
    await().until(() -> registry.route(CLOSED).isPresent());
  }

  /** The body that asks for a quote; may be changed. */
  static Map<String, Object> request(RouteId route) {
    Map<String, Object> request = new HashMap<>();
    request.put("fromChain", route.from().chain().value());
    request.put("fromHandler", route.from().address());
    request.put("toChain", route.to().chain().value());
    request.put("toHandler", route.to().address());
    request.put("payloadBytes", 195);
    request.put("amount", "100000000");
    return request;
  }

  static RouteId route(String from, String to) {
    return new RouteId(
        HandlerId.of(Story.ALPHA, new EvmAddress("0x" + from.repeat(20))),
        HandlerId.of(Story.BETA, new EvmAddress("0x" + to.repeat(20))));
  }

  private static ChainState chain(ChainName name) {
    return new ChainState(
        name, Family.EVM, Profile.V2, 1, TOKEN, TOKEN, TOKEN, Status.ACTIVE, Instant.EPOCH);
  }

  private static HandlerState handler(HandlerId id) {
    return new HandlerState(
        id, TOKEN, 8, SettlementMode.MINT_BURN, "TEST", Status.ACTIVE, Instant.EPOCH);
  }
}
