// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.Digests;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.GasEvent;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.GasPrepaid;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.Topics;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import io.settlement.kit.test.TestTokens;
import io.settlement.relayer.world.CrookedNode;
import io.settlement.relayer.world.CrookedNode.Fault;
import io.settlement.relayer.world.Submitter;
import io.settlement.relayer.world.TwoChains;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

/** Every role in one process; of the three providers of each chain, one misbehaves. */
@SuiteTest(
    properties = {
      "settlement.relayer.roles=observer,validator,courier",
      "settlement.relayer.validator.keystore=src/test/resources/keys/validator-1.json",
      "settlement.relayer.validator.password-file=src/test/resources/keys/password.txt",
      "settlement.relayer.validator.first-retry=20ms",
      "settlement.relayer.courier.poll=50ms",
      "settlement.relayer.courier.receipts=50ms",
      "settlement.relayer.courier.finality=100ms"
    })
class FaultyNodesTest {
  private static final TwoChains CHAINS = new TwoChains();
  private static final List<CrookedNode> CROOKED = new ArrayList<>();
  private static final Set<TxId> SENT = new HashSet<>();

  @Autowired private KafkaProbe kafka;
  @Autowired private RegistryView registry;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void chains(DynamicPropertyRegistry properties) {
    CHAINS.register(properties, FinalityTag.FINALIZED);
    List<String> names = List.of("Alpha", "Beta");
    for (int chain = 0; chain < names.size(); chain++) {
      String node = CHAINS.deployed().chain(names.get(chain)).rpcUrl();
      String at = "settlement.chains[" + chain + "].";
      properties.add(at + "rpc-urls", () -> "");
      for (int i = 0; i < 3; i++) {
        CrookedNode provider = new CrookedNode(node);
        CROOKED.add(provider);
        String name = i == 2 ? "crooked" : "honest-" + (i + 1);
        properties.add(at + "providers[" + i + "].name", () -> name);
        properties.add(at + "providers[" + i + "].url", provider::url);
      }
      properties.add(at + "timeout", () -> "2s");
      properties.add(at + "nodes.left-out-for", () -> "1s");
      properties.add(at + "nodes.probe-interval", () -> "200ms");
    }
    Submitter.register(properties);
  }

  @AfterAll
  static void close() {
    CROOKED.forEach(CrookedNode::close);
    CHAINS.close();
  }

  @BeforeEach
  void openTheRoute() {
    CHAINS.openRoute(kafka, registry);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"OMITS_LOGS", "LIES_ABOUT_RECEIPTS", "HANGS"})
  void aMessageArrivesOnceWhateverOneProviderSays(Fault fault) {
    everyThird(fault);
    CrossChainMessage message = send();

    settle(message);

    Awaitility.await().until(() -> isHeldAgainst(crooked(), fault));
    everyThird(Fault.NONE);
    assertThat(of(MessageFinal.class, message.txid())).hasSize(1);
    assertThat(of(MessageDelivered.class, message.txid()))
        .singleElement()
        .extracting(MessageDelivered::outcome)
        .isEqualTo(Outcome.SUCCESS);
    assertThat(of(MessageSettled.class, message.txid()))
        .singleElement()
        .extracting(MessageSettled::outcome)
        .isEqualTo(Outcome.SUCCESS);
    assertThat(kafka.facts(Topics.MESSAGE_EVENTS, MessageFinal.class, fact -> true))
        .extracting(MessageFinal::txid)
        .isSubsetOf(SENT);
  }

  @Test
  void whenAllProvidersDifferAboutLogsTheirReceiptsDecide() {
    CROOKED.get(1).behave(Fault.INDEXES_NO_LOGS);
    CROOKED.get(2).behave(Fault.INDEXES_ONE_LOG_LESS);
    try {
      CrossChainMessage message = send();

      await(() -> of(MessageFinal.class, message.txid()).stream());
      await(() -> of(GasPrepaid.class, message.txid()).stream());
    } finally {
      CROOKED.get(1).behave(Fault.NONE);
      CROOKED.get(2).behave(Fault.NONE);
    }
    assertThat(
            jdbc.sql(
                    """
                    SELECT sum(logs) FROM gap_certificate
                     WHERE chain = 'Alpha' AND verified = 'RECEIPTS'
                    """)
                .query(Long.class)
                .single())
        .isGreaterThan(1);
  }

  private static boolean isHeldAgainst(Map<?, ?> provider, Fault fault) {
    return fault == Fault.HANGS
        ? String.valueOf(provider.get("failures")).contains("timeout")
        : Integer.parseInt(String.valueOf(provider.get("disagreements"))) > 0;
  }

  @Test
  void theScorecardNamesProvidersAndShowsNoAddress() {
    String body = get(String.class);
    assertThat(body)
        .contains("\"chain\":\"Alpha\"", "\"quorum\":2", "\"name\":\"honest-1\"", "\"p95Millis\"")
        .doesNotContain("127.0.0.1");
  }

  /** Alpha's, which sees both the sending and the callback. */
  private Map<?, ?> crooked() {
    List<?> chains = get(List.class);
    Map<?, ?> alpha = (Map<?, ?>) chains.getFirst();
    List<?> providers = Objects.requireNonNull((List<?>) alpha.get("providers"));
    return (Map<?, ?>) providers.get(2);
  }

  private <T> T get(Class<T> type) {
    T body =
        RestClient.create("http://localhost:" + port)
            .get()
            .uri("/v1/nodes")
            .header("Authorization", TestTokens.operator())
            .retrieve()
            .body(type);
    return Objects.requireNonNull(body);
  }

  private static void everyThird(Fault fault) {
    CROOKED.get(2).behave(fault);
    CROOKED.get(5).behave(fault);
  }

  private static CrossChainMessage send() {
    Receipt receipt = CHAINS.sendAndSee(100 + SENT.size(), 5_000);
    CrossChainMessage message = TwoChains.message(receipt);
    SENT.add(message.txid());
    return message;
  }

  /** Plays the second validator and the gas service; all else is the process's own doing. */
  private void settle(CrossChainMessage message) {
    TxId txid = message.txid();
    ChainSettings beta = CHAINS.beta().settings();
    ChainSettings alpha = CHAINS.alpha().settings();
    await(() -> of(MessageFinal.class, txid).stream());
    kafka.send(new GasEvent.GasCovered(txid, Wei.ZERO, Wei.ZERO, null, Instant.EPOCH));
    second(txid, Kind.RECEIVE, Digests.receive(message, beta.chainId(), beta.settlement()));
    await(() -> of(MessageDelivered.class, txid).stream());
    Hash callback =
        Digests.callback(
            txid,
            message.to(),
            message.from(),
            Outcome.SUCCESS,
            alpha.chainId(),
            alpha.settlement());
    second(txid, Kind.CALLBACK, callback);
    await(() -> of(MessageSettled.class, txid).stream());
  }

  /** Signs what the process's own validator has signed, if it is the truth. */
  private void second(TxId txid, Kind kind, Hash digest) {
    Predicate<AttestationSigned> same =
        fact -> fact.txid().equals(txid) && fact.kind() == kind && fact.digest().equals(digest);
    await(() -> kafka.facts(Topics.ATTESTATION_EVENTS, AttestationSigned.class, same).stream());
    kafka.send(
        new AttestationSigned(
            txid,
            kind,
            digest,
            TestKeys.VALIDATOR_2.address(),
            Hex.encode(TestKeys.VALIDATOR_2.sign(digest)),
            Instant.EPOCH));
  }

  private static void await(Supplier<Stream<?>> facts) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .until(
            () -> {
              CHAINS.makeFinal();
              return facts.get().findAny().isPresent();
            });
  }

  private <E extends MessageEvent> List<E> of(Class<E> kind, TxId txid) {
    return kafka.facts(Topics.MESSAGE_EVENTS, kind, fact -> fact.txid().equals(txid));
  }
}
