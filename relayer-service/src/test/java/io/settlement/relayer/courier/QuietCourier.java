// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.FinalityTag;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.AttestationEvent;
import io.settlement.events.GasEvent;
import io.settlement.events.GasEvent.GasCovered;
import io.settlement.events.Golden;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topics;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.TxId;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import io.settlement.kit.test.TestTokens;
import io.settlement.relayer.world.Submitter;
import io.settlement.relayer.world.TwoChains;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.client.RestClient;

/**
 * A courier whose lanes send nothing, so that what it decides is all that changes. Its tests share
 * one context and two chains, and each has messages of its own.
 */
@SuiteTest(
    properties = {
      "settlement.relayer.roles=courier",
      "settlement.relayer.courier.batch-wait=1h",
      "settlement.relayer.guardians.look=100ms",
      "settlement.relayer.limits.look=100ms",
      "settlement.relayer.retention.look=100ms"
    })
abstract class QuietCourier {
  static final TwoChains CHAINS = new TwoChains();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Autowired KafkaProbe kafka;
  @Autowired JdbcClient jdbc;
  @Autowired RegistryView registry;
  @Autowired Courier courier;
  @Autowired TransactionOperations transactions;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void chains(DynamicPropertyRegistry properties) {
    CHAINS.register(properties, FinalityTag.FINALIZED);
    Submitter.register(properties);
  }

  void knowTheRegistry() {
    CHAINS.openRoute(kafka, registry);
  }

  /** A message that nobody has sent before, like one that was. */
  CrossChainMessage another(CrossChainMessage like) {
    return withTxid(like, NUMBER.incrementAndGet());
  }

  /** Everything it needs to be delivered. */
  List<SuiteEvent> deliverable(CrossChainMessage message) {
    MessageFinal golden = Golden.read(MessageFinal.class);
    return List.of(
        new MessageFinal(message.txid(), message, golden.ref(), golden.at()),
        covered(message.txid()),
        Signed.receive(message, CHAINS.beta().settings(), TestKeys.VALIDATOR_1),
        Signed.receive(message, CHAINS.beta().settings(), TestKeys.VALIDATOR_2));
  }

  void handle(List<SuiteEvent> facts) {
    facts.forEach(this::handle);
  }

  void handle(SuiteEvent fact) {
    transactions.executeWithoutResult(
        status -> {
          switch (fact) {
            case MessageEvent it -> courier.onMessages(List.of(it));
            case AttestationEvent it -> courier.onAttestations(List.of(it));
            case GasEvent it -> courier.onGas(List.of(it));
            default -> {}
          }
        });
  }

  /** Stage and reason as the table has them. */
  String standing(TxId txid) {
    return jdbc.sql("SELECT concat_ws(' ', stage, reason) FROM message WHERE txid = ?")
        .param(txid.hex())
        .query(String.class)
        .optional()
        .orElse("");
  }

  void awaitStanding(TxId txid, String standing) {
    await().until(() -> standing(txid), standing::equals);
  }

  List<String> rows(String sql, TxId txid) {
    return jdbc.sql(sql).param(txid.hex()).query().listOfRows().stream()
        .map(Object::toString)
        .sorted()
        .toList();
  }

  /** The facts of a kind that were said about a message, once everything said has arrived. */
  <F extends MessageEvent> List<F> said(Class<F> type, TxId txid) {
    await().until(() -> jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single() == 0);
    return kafka.facts(Topics.MESSAGE_EVENTS, type, it -> it.txid().equals(txid));
  }

  /** A request by whoever the token belongs to. */
  ResponseEntity<String> request(String method, String uri, String token, Object... body) {
    RestClient.RequestBodySpec request =
        RestClient.create("http://localhost:" + port)
            .method(org.springframework.http.HttpMethod.valueOf(method))
            .uri(java.net.URI.create("http://localhost:" + port + uri))
            .header("Authorization", token);
    if (body.length > 0) {
      request.body(body[0]);
    }
    return request
        .retrieve()
        .onStatus(HttpStatusCode::isError, (sent, response) -> {})
        .toEntity(String.class);
  }

  /** Drops all limits as an operator does, so that this instance knows of it at once. */
  void dropLimits() {
    for (Long id : jdbc.sql("SELECT id FROM limit_policy").query(Long.class).list()) {
      ResponseEntity<String> dropped =
          request("DELETE", "/v1/limits/" + id + "?because=over", TestTokens.operator());
      if (dropped.getStatusCode() == HttpStatus.ACCEPTED) {
        dropped =
            request(
                "POST",
                approval(dropped),
                TestTokens.of("second-operator", "operator"),
                Map.of("because", "over"));
      }
      assertThat(dropped.getStatusCode().is2xxSuccessful()).isTrue();
    }
  }

  /** Where another operator agrees to what was asked for. */
  static String approval(ResponseEntity<String> asked) {
    return "/v1/approvals/"
        + String.valueOf(asked.getBody()).replaceAll(".*\"approval\":(\\d+).*", "$1");
  }

  static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
  }

  static GasCovered covered(TxId txid) {
    GasCovered golden = Golden.read(GasCovered.class);
    return new GasCovered(txid, golden.required(), golden.prepaid(), null, golden.at());
  }

  static CrossChainMessage withTxid(CrossChainMessage message, int number) {
    return new CrossChainMessage(
        TxId.of(BigInteger.valueOf(number)),
        message.from(),
        message.to(),
        message.sender(),
        message.nonce(),
        message.payloadType(),
        message.payload(),
        message.transfer(),
        message.terms());
  }
}
