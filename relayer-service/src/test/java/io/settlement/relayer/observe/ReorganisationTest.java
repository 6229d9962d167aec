// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Receipt;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.FactWithdrawn;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageObserved;
import io.settlement.events.MessageEvent.MessageOrphaned;
import io.settlement.events.MessageEvent.PaymentSeen;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.Topics;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.FinalityTier;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Reason;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.Anvil;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import io.settlement.relayer.limit.Scope;
import io.settlement.relayer.limit.Stops;
import io.settlement.relayer.world.TwoChains;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Two chains whose blocks are final when eight stand, and get reorganised. */
@SuiteTest(
    properties = {
      "settlement.relayer.roles=observer",
      "settlement.relayer.observer.first-retry=50ms",
      "settlement.relayer.observer.halted-recheck=100ms",
      "settlement.relayer.observer.reorg-confirmation=200ms"
    })
class ReorganisationTest {
  private static final TwoChains CHAINS = new TwoChains();
  private static final int CONFIRMATIONS = 8;

  @Autowired private KafkaProbe kafka;
  @Autowired private MeterRegistry meters;
  @Autowired private RegistryView registry;
  @Autowired private Stops stops;

  @DynamicPropertySource
  static void chains(DynamicPropertyRegistry properties) {
    CHAINS.register(properties, FinalityTag.FINALIZED);
    properties.add("settlement.chains[0].confirmations", () -> CONFIRMATIONS);
    properties.add("settlement.chains[1].confirmations", () -> CONFIRMATIONS);
  }

  @AfterAll
  static void close() {
    CHAINS.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void aMessageIsTakenBackAndToldOnceMoreWhereItIsMinedAgain(int depth) {
    Anvil alpha = CHAINS.deployed().node("Alpha");
    CrossChainMessage message = CHAINS.send(depth, 0);
    alpha.mine(depth - 1);
    MessageObserved first = await(MessageObserved.class, message.txid());
    String transaction = raw(alpha, first.ref().txHash());

    alpha.rpc("anvil_reorg", depth, List.of());
    alpha.mine(1);
    assertThat(await(MessageOrphaned.class, message.txid()).ref()).isEqualTo(first.ref());
    alpha.rpc("eth_sendRawTransaction", transaction);
    alpha.mine(CONFIRMATIONS);

    MessageFinal last = await(MessageFinal.class, message.txid());
    assertThat(last.ref().blockHash()).isNotEqualTo(first.ref().blockHash());
    assertThat(typesOf(message.txid()))
        .containsExactly("MessageObserved", "MessageOrphaned", "MessageObserved", "MessageFinal");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void anOutcomeThatIsReorganisedAwayIsToldOnlyOnceItStands(int depth) {
    Anvil beta = CHAINS.deployed().node("Beta");
    CrossChainMessage message = CHAINS.send(10 + depth, 0);
    Receipt delivery = CHAINS.deliver(List.of(message));
    beta.mine(depth - 1);
    String transaction = raw(beta, delivery.txHash());

    beta.rpc("anvil_reorg", depth, List.of());
    beta.mine(CONFIRMATIONS);
    beta.rpc("eth_sendRawTransaction", transaction);
    beta.mine(CONFIRMATIONS);

    MessageDelivered told = await(MessageDelivered.class, message.txid());
    assertThat(told.ref().blockHash()).isNotEqualTo(delivery.blockHash());
    assertThat(facts(MessageDelivered.class, message.txid())).hasSize(1);
  }

  @Test
  void aSmallMessageIsFinalByItsTierAndTakenBackWhenItIsReorganisedAwayAfterAll() {
    tiers(new FinalityTier(TokenAmount.of(500), 2));
    Anvil alpha = CHAINS.deployed().node("Alpha");
    CrossChainMessage small = CHAINS.send(500, 3_000);
    CrossChainMessage large = CHAINS.send(501, 0);
    alpha.mine(1);

    MessageFinal early = await(MessageFinal.class, small.txid());
    assertThat(await(PaymentSeen.class, small.txid()).amount()).isEqualTo(Wei.of(3_000));
    assertThat(facts(MessageFinal.class, large.txid())).isEmpty();
    alpha.mine(CONFIRMATIONS);
    await(MessageFinal.class, large.txid());
    kafka.await(
        Topics.MESSAGE_EVENTS,
        MessageEvent.GasPrepaid.class,
        fact -> fact.txid().equals(small.txid()));
    assertThat(facts(MessageFinal.class, small.txid())).containsExactly(early);

    CrossChainMessage lost = CHAINS.send(499, 0);
    alpha.mine(1);
    MessageFinal told = await(MessageFinal.class, lost.txid());
    alpha.rpc("anvil_reorg", 3, List.of());
    alpha.mine(1);
    assertThat(await(MessageOrphaned.class, lost.txid()).ref()).isEqualTo(told.ref());
    Awaitility.await()
        .until(
            () ->
                meters.get("settlement.observer.early.lost").tag("chain", "Alpha").counter().count()
                    == 1);
    tiers();
  }

  @Test
  void aReorganisationBelowFinalityStopsTheChainUntilAnOperatorEndsIt() {
    Anvil beta = CHAINS.deployed().node("Beta");
    CrossChainMessage message = CHAINS.send(20, 0);
    Receipt delivery = CHAINS.deliver(List.of(message));
    beta.mine(CONFIRMATIONS);
    await(MessageDelivered.class, message.txid());
    String transaction = raw(beta, delivery.txHash());

    beta.rpc("anvil_reorg", CONFIRMATIONS + 2, List.of());
    beta.mine(1);

    ChainName name = new ChainName("Beta");
    Awaitility.await().until(() -> stops.now().everything(name).isPresent());
    awaitHalted(1);
    beta.rpc("eth_sendRawTransaction", transaction);
    beta.mine(CONFIRMATIONS);
    stops.resume(Scope.CHAIN, "Beta", Reason.REORG, "delivered again", "test");

    List<MessageDelivered> both =
        kafka.await(
            Topics.MESSAGE_EVENTS,
            MessageDelivered.class,
            fact -> fact.txid().equals(message.txid()),
            2);
    assertThat(both.getLast().ref().blockHash()).isNotEqualTo(delivery.blockHash());
    assertThat(facts(FactWithdrawn.class, message.txid()))
        .as("taken back once, before it was told again")
        .singleElement()
        .satisfies(
            gone -> {
              assertThat(gone.fact()).isEqualTo("MessageDelivered");
              assertThat(gone.ref()).isEqualTo(both.getFirst().ref());
            });
    assertThat(typesOf(message.txid()))
        .as("in this order; the source's facts come from another chain's loop, at any time")
        .containsSubsequence("MessageDelivered", "FactWithdrawn", "MessageDelivered");
    awaitHalted(0);
  }

  /** The stop is kept before the meter tells it. */
  private void awaitHalted(int expected) {
    Awaitility.await()
        .until(
            () ->
                meters.get("settlement.observer.halted").tag("chain", "Beta").gauge().value()
                    == expected);
  }

  private void tiers(FinalityTier... tiers) {
    kafka.send(new RouteState(CHAINS.route(), Status.ACTIVE, List.of(tiers), Instant.EPOCH));
    Awaitility.await()
        .until(
            () ->
                registry
                    .route(CHAINS.route())
                    .filter(route -> route.finality().equals(List.of(tiers)))
                    .isPresent());
  }

  private static String raw(Anvil node, Hash transaction) {
    return node.rpc("eth_getRawTransactionByHash", transaction.hex()).asString();
  }

  private <F extends MessageEvent> F await(Class<F> type, TxId txid) {
    return kafka.await(Topics.MESSAGE_EVENTS, type, fact -> fact.txid().equals(txid));
  }

  private <F extends MessageEvent> List<F> facts(Class<F> type, TxId txid) {
    return kafka.facts(Topics.MESSAGE_EVENTS, type, fact -> fact.txid().equals(txid));
  }

  private List<String> typesOf(TxId txid) {
    return facts(MessageEvent.class, txid).stream().map(MessageEvent::typeName).toList();
  }
}
