// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.ContractDialect;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.GasEvent.GasCovered;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.AttestationWanted;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.RegistryEvent.NodeAddress;
import io.settlement.events.RegistryEvent.NodesState;
import io.settlement.events.Topics;
import io.settlement.events.TransactionEvent;
import io.settlement.events.TransactionEvent.AccountOpened;
import io.settlement.events.TransactionEvent.TransactionPaid;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.test.Databases;
import io.settlement.kit.test.KafkaBroker;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.TestTokens;
import io.settlement.relayer.world.Accounts;
import io.settlement.relayer.world.Submitter;
import io.settlement.relayer.world.TwoChains;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/**
 * One process observes and carries, another is one of two validators; the second validator is the
 * test. Both know Alpha when they start. Beta comes later.
 */
class ToldChainTest {
  private static final ChainName BETA = new ChainName("Beta");
  private static final int CONFIRMATIONS = 2;

  private static final TwoChains CHAINS = new TwoChains();
  private static final KafkaBroker BROKER = KafkaBroker.start();
  private static final KafkaProbe KAFKA = new KafkaProbe(BROKER.address());
  private static final Relayer CARRIER =
      new Relayer(
          "observer,courier",
          properties -> {
            Submitter.register((name, value) -> properties.put(name, value.get()), "Alpha");
            Submitter.registerForAnyChain((name, value) -> properties.put(name, value.get()));
            properties.put("settlement.relayer.admission.chains", "*");
            properties.put("settlement.relayer.courier.poll", "50ms");
            properties.put("settlement.relayer.courier.receipts", "50ms");
            properties.put("settlement.relayer.courier.finality", "100ms");
            properties.put("settlement.relayer.courier.patience.balance", "200ms");
            properties.put("settlement.relayer.accounts.look", "200ms");
            properties.put("settlement.relayer.signature-patience.first", "300ms");
          });
  private static final Relayer VALIDATOR =
      new Relayer(
          "validator",
          properties -> {
            String keys = "src/test/resources/keys/";
            properties.put("settlement.relayer.validator.keystore", keys + "validator-1.json");
            properties.put("settlement.relayer.validator.password-file", keys + "password.txt");
            properties.put("settlement.relayer.validator.first-retry", "20ms");
          });

  @AfterAll
  static void close() {
    stopBoth();
    KAFKA.close();
    BROKER.close();
    CHAINS.close();
  }

  @Test
  void aChainThatComesWhileTheyRunIsServedBothWaysOnceItsValidatorsOwnOperatorSaysSo() {
    startBoth();
    KAFKA.send(CHAINS.registry());
    CrossChainMessage there = send("Alpha", "Beta", 101);
    CHAINS.deployed().node("Beta").rpc("anvil_setBalance", Accounts.REFUNDER.hex(), "0x0");

    await(() -> refusals(there.txid()).contains("CHAIN_UNKNOWN"));
    KAFKA.send(nodes());
    await(() -> CARRIER.get("/v1/lanes").contains("KEY_WITHOUT_FUNDS"));
    assertThat(CARRIER.get("/v1/nodes")).contains("\"Beta\"");
    await(() -> !facts(AttestationWanted.class, there.txid()).isEmpty());
    CrossChainMessage early = send("Beta", "Alpha", 103);
    await(() -> refusals(early.txid()).contains("CHAIN_UNKNOWN"));
    assertThat(KAFKA.facts(Topics.ATTESTATION_EVENTS)).isEmpty();
    assertThat(VALIDATOR.get("/v1/validator/chains")).contains("Alpha").doesNotContain("Beta");

    onlyItsOperatorTellsItTheTruth();
    CHAINS
        .deployed()
        .node("Beta")
        .rpc("anvil_setBalance", Accounts.REFUNDER.hex(), "0x21e19e0c9bab2400000");
    settle(there);
    settle(early);
    everyNonceOnBetaIsOnTheBooks();

    stopBoth();
    CrossChainMessage back = send("Beta", "Alpha", 102);
    startBoth();
    settle(back);
    assertThat(VALIDATOR.get("/v1/validator/chains"))
        .contains("\"toldBy\":\"test-operator\"", "\"confirmations\":2")
        .doesNotContain("http");
  }

  private static void onlyItsOperatorTellsItTheTruth() {
    Map<String, Object> beta = beta();
    String address = CHAINS.beta().settings().gasService().hex();
    assertThat(tell(TestTokens.partner(), beta).getStatusCode().value()).isEqualTo(403);
    refused(with(beta, "settlement", address), 422, "contracts-differ");
    refused(with(beta, "verifier", address), 422, "contracts-differ");
    refused(with(beta, "chainId", 31339), 422, "node-of-another-chain");
    refused(with(beta, "chainId", 31337), 409, "chain-id-taken");
    refused(
        with(beta, "providers", List.of(Map.of("url", "http://127.0.0.1:9"))), 503, "node-silent");
    assertThat(KAFKA.facts(Topics.ATTESTATION_EVENTS)).isEmpty();

    assertThat(tell(TestTokens.operator(), beta).getStatusCode().value()).isEqualTo(200);
    assertThat(tell(TestTokens.operator(), beta).getStatusCode().value()).isEqualTo(200);
    refused(with(beta, "confirmations", 1), 409, "chain-told-otherwise");
    assertThat(
            VALIDATOR
                .jdbc()
                .sql("SELECT actor || ' ' || subject FROM audit WHERE action = 'TELL_CHAIN'")
                .query(String.class)
                .list())
        .containsExactly("test-operator Beta");
  }

  private static void refused(Map<String, Object> chain, int status, String problem) {
    ResponseEntity<String> answer = tell(TestTokens.operator(), chain);
    assertThat(answer.getStatusCode().value()).isEqualTo(status);
    assertThat(answer.getBody()).contains(problem);
  }

  private static Map<String, Object> beta() {
    ChainSettings beta = CHAINS.beta().settings();
    return Map.of(
        "chainId", beta.chainId(),
        "providers", List.of(Map.of("url", beta.rpcUrls().getFirst().toString())),
        "confirmations", CONFIRMATIONS,
        "settlement", beta.settlement().hex(),
        "gasService", beta.gasService().hex(),
        "verifier", beta.verifier().hex());
  }

  private static Map<String, Object> with(Map<String, Object> chain, String what, Object value) {
    Map<String, Object> other = new HashMap<>(chain);
    other.put(what, value);
    return other;
  }

  private static ResponseEntity<String> tell(String caller, Map<String, Object> chain) {
    return VALIDATOR
        .rest()
        .put()
        .uri("/v1/validator/chains/Beta")
        .header("Authorization", caller)
        .body(chain)
        .retrieve()
        .onStatus(HttpStatusCode::isError, (sent, answer) -> {})
        .toEntity(String.class);
  }

  private static NodesState nodes() {
    String url = CHAINS.beta().settings().rpcUrls().getFirst().toString();
    return new NodesState(BETA, List.of(new NodeAddress(url, null)), CONFIRMATIONS, Instant.EPOCH);
  }

  private static CrossChainMessage send(String from, String to, long amount) {
    return TwoChains.message(CHAINS.sendAndSee(from, to, amount, 5_000));
  }

  /** Plays the second validator and the gas service; all else is the processes' own doing. */
  private static void settle(CrossChainMessage message) {
    TxId txid = message.txid();
    KAFKA.send(new GasCovered(txid, Wei.ZERO, Wei.ZERO, null, Instant.EPOCH));
    await(() -> !facts(MessageFinal.class, txid).isEmpty());
    ContractDialect destination = ContractDialect.of(chain(message.to().chain()).settings());
    second(txid, Kind.RECEIVE, destination.receiveDigest(message));
    await(() -> !facts(MessageDelivered.class, txid).isEmpty());
    ContractDialect source = ContractDialect.of(chain(message.from().chain()).settings());
    second(
        txid,
        Kind.CALLBACK,
        source.callbackDigest(txid, message.to(), message.from(), Outcome.SUCCESS));
    await(() -> !facts(MessageSettled.class, txid).isEmpty());
    assertThat(facts(MessageSettled.class, txid))
        .singleElement()
        .returns(Outcome.SUCCESS, MessageSettled::outcome);
  }

  /** Signs what the validator has signed, if it is the truth. */
  private static void second(TxId txid, Kind kind, Hash digest) {
    await(
        () ->
            !KAFKA
                .facts(
                    Topics.ATTESTATION_EVENTS,
                    AttestationSigned.class,
                    fact -> fact.txid().equals(txid) && fact.digest().equals(digest))
                .isEmpty());
    KAFKA.send(
        new AttestationSigned(
            txid,
            kind,
            digest,
            TestKeys.VALIDATOR_2.address(),
            Hex.encode(TestKeys.VALIDATOR_2.sign(digest)),
            Instant.EPOCH));
  }

  private static EvmReader chain(ChainName name) {
    return name.equals(BETA) ? CHAINS.beta() : CHAINS.alpha();
  }

  /** Its books begin before its first transaction, and leave none out. */
  private static void everyNonceOnBetaIsOnTheBooks() {
    long used = CHAINS.beta().transactionCount(Accounts.REFUNDER, false);
    await(() -> paidOnBeta().stream().anyMatch(paid -> paid.nonce() == used - 1));
    AccountOpened opened =
        KAFKA.await(
            Topics.TRANSACTION_EVENTS,
            AccountOpened.class,
            fact -> fact.chain().equals(BETA) && fact.account().equals(Accounts.REFUNDER));
    assertThat(opened.nonce()).isZero();
    assertThat(opened.balance()).isEqualTo(Wei.ZERO);
    assertThat(paidOnBeta().getFirst())
        .returns(0L, TransactionPaid::nonce)
        .returns(TransactionEvent.Purpose.DELIVER, TransactionPaid::purpose);
  }

  private static List<TransactionPaid> paidOnBeta() {
    return KAFKA.facts(
        Topics.TRANSACTION_EVENTS, TransactionPaid.class, fact -> fact.chain().equals(BETA));
  }

  private static List<String> refusals(TxId txid) {
    return VALIDATOR
        .jdbc()
        .sql("SELECT refusal FROM to_attest WHERE txid = ? AND state = 'REFUSED'")
        .param(txid.hex())
        .query((row, n) -> row.getString("refusal"))
        .list();
  }

  private static <E extends MessageEvent> List<E> facts(Class<E> kind, TxId txid) {
    return KAFKA.facts(Topics.MESSAGE_EVENTS, kind, fact -> fact.txid().equals(txid));
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              CHAINS.makeFinal();
              return condition.call();
            });
  }

  private static void startBoth() {
    atOnce(CARRIER::start, VALIDATOR::start);
  }

  private static void stopBoth() {
    atOnce(CARRIER::stop, VALIDATOR::stop);
  }

  private static void atOnce(Runnable one, Runnable other) {
    CompletableFuture.allOf(CompletableFuture.runAsync(one), CompletableFuture.runAsync(other))
        .join();
  }

  /** A relayer with a database of its own, which outlives it. */
  private static final class Relayer {
    private final Map<String, Object> settings = new HashMap<>();
    private @Nullable ConfigurableApplicationContext running;

    Relayer(String roles, Consumer<Map<String, Object>> more) {
      settings.put("settlement.relayer.roles", roles);
      settings.put("server.port", 0);
      settings.put("spring.datasource.url", Databases.fresh());
      settings.put("spring.datasource.username", "postgres");
      settings.put("spring.datasource.password", "postgres");
      settings.put("spring.kafka.bootstrap-servers", BROKER.address());
      settings.put("settlement.security.internal-key-file", TestTokens.keyFile());
      TwoChains.register(
          (name, value) -> settings.put(name, value.get()),
          FinalityTag.FINALIZED,
          List.of(CHAINS.alpha().settings()));
      more.accept(settings);
    }

    void start() {
      List<String> arguments = new ArrayList<>();
      settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
      running =
          new SpringApplicationBuilder(RelayerApplication.class)
              .run(arguments.toArray(String[]::new));
    }

    void stop() {
      running().close();
    }

    private ConfigurableApplicationContext running() {
      return Objects.requireNonNull(running);
    }

    JdbcClient jdbc() {
      return running().getBean(JdbcClient.class);
    }

    RestClient rest() {
      return RestClient.create(
          "http://localhost:" + running().getEnvironment().getProperty("local.server.port"));
    }

    String get(String path) {
      return Objects.requireNonNull(
          rest()
              .get()
              .uri(path)
              .header("Authorization", TestTokens.operator())
              .retrieve()
              .body(String.class));
    }
  }
}
