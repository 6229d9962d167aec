// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.FinalityTag;
import io.settlement.events.AttestationEvent;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.GasEvent;
import io.settlement.events.GasEvent.GasCovered;
import io.settlement.events.Golden;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageAdmitted;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topics;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import io.settlement.relayer.chain.keys.TestKeys;
import io.settlement.relayer.world.Submitter;
import io.settlement.relayer.world.TwoChains;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** No lane works here: what the courier decides is all that changes. */
@SuiteTest(
    properties = {"settlement.relayer.roles=courier", "settlement.relayer.courier.batch-wait=1h"})
class ReplayTest {
  private static final TwoChains CHAINS = new TwoChains();

  @Autowired private KafkaProbe kafka;
  @Autowired private JdbcClient jdbc;
  @Autowired private RegistryView registry;
  @Autowired private Courier courier;
  @Autowired private TransactionOperations transactions;

  @DynamicPropertySource
  static void chains(DynamicPropertyRegistry properties) {
    CHAINS.register(properties, FinalityTag.FINALIZED);
    Submitter.register(properties);
  }

  @AfterAll
  static void close() {
    CHAINS.close();
  }

  @Test
  void everyGoldenFactTwiceChangesNothingTheSecondTime() {
    knowTheRegistry();
    handleAllGoldenFacts();
    List<List<String>> once = everything();
    assertThat(once.getFirst()).isNotEmpty();

    handleAllGoldenFacts();

    assertThat(everything()).isEqualTo(once);
  }

  @Test
  void factsOfAMessageLeadToTheSameInEveryOrder() {
    knowTheRegistry();
    CrossChainMessage real = CHAINS.send(5, 0);
    MessageFinal golden = Golden.read(MessageFinal.class);
    int number = 0;
    for (List<Integer> order : orders(List.of(0, 1, 2, 3))) {
      CrossChainMessage message = withTxid(real, ++number);
      List<SuiteEvent> facts =
          List.of(
              new MessageFinal(message.txid(), message, golden.ref(), golden.at()),
              covered(message.txid()),
              Signed.receive(message, CHAINS.beta().settings(), TestKeys.VALIDATOR_1),
              Signed.receive(message, CHAINS.beta().settings(), TestKeys.VALIDATOR_2));
      order.forEach(i -> handle(facts.get(i)));
      order.forEach(i -> handle(facts.get(i)));

      assertThat(rows("SELECT stage, marks FROM message WHERE txid = ?", message.txid()))
          .containsExactly("{stage=ADMITTED, marks=FINAL,COVERED,ADMITTED}");
      assertThat(rows("SELECT purpose, state FROM intent WHERE txid = ?", message.txid()))
          .containsExactly("{purpose=DELIVER, state=READY}");
      kafka.await(
          Topics.MESSAGE_EVENTS, MessageAdmitted.class, it -> it.txid().equals(message.txid()));
    }
    assertThat(number).isEqualTo(24);
    assertThat(
            jdbc.sql("SELECT count(DISTINCT work ->> 'signatures') FROM intent WHERE purpose = ?")
                .param("DELIVER")
                .query(Long.class)
                .single())
        .isEqualTo(24);
  }

  @Test
  void anAttestationThatSignsAnotherMessageIsNotKeptInPlaceOfTheRightOne() {
    knowTheRegistry();
    CrossChainMessage message = withTxid(CHAINS.send(6, 0), 99);
    for (int i = 1; i <= 9; i++) {
      Hash other = Hash.of(BigInteger.valueOf(i));
      handle(Signed.by(TestKeys.VALIDATOR_1, message.txid(), Kind.RECEIVE, other));
    }

    assertThat(rows("SELECT digest FROM attestation WHERE txid = ?", message.txid()))
        .hasSizeBetween(1, 4);
  }

  private void knowTheRegistry() {
    CHAINS.openRoute(kafka, registry);
  }

  private void handleAllGoldenFacts() {
    Golden.all().forEach(this::handle);
  }

  private void handle(SuiteEvent fact) {
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

  private List<List<String>> everything() {
    TxId txid = Golden.read(MessageFinal.class).txid();
    return List.of(
        rows("SELECT stage, reason, marks, content::text FROM message WHERE txid = ?", txid),
        rows("SELECT kind, validator, digest, verified FROM attestation WHERE txid = ?", txid),
        rows("SELECT * FROM rejected_attestation WHERE txid = ?", txid),
        rows("SELECT purpose, state, work::text FROM intent WHERE txid = ?", txid),
        said(txid));
  }

  private List<String> said(TxId txid) {
    Awaitility.await()
        .until(
            () -> jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single(),
            waiting -> waiting == 0);
    return kafka
        .facts(Topics.MESSAGE_EVENTS, MessageEvent.class, it -> it.txid().equals(txid))
        .stream()
        .map(MessageEvent::typeName)
        .toList();
  }

  private List<String> rows(String sql, TxId txid) {
    return jdbc.sql(sql).param(txid.hex()).query().listOfRows().stream()
        .map(Object::toString)
        .sorted()
        .toList();
  }

  private static GasCovered covered(TxId txid) {
    GasCovered golden = Golden.read(GasCovered.class);
    return new GasCovered(txid, golden.required(), golden.prepaid(), null, golden.at());
  }

  private static CrossChainMessage withTxid(CrossChainMessage message, int number) {
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

  private static <T> List<List<T>> orders(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> all = new ArrayList<>();
    for (T first : items) {
      List<T> rest = new ArrayList<>(items);
      rest.remove(first);
      for (List<T> order : orders(rest)) {
        List<T> one = new ArrayList<>(List.of(first));
        one.addAll(order);
        all.add(one);
      }
    }
    return all;
  }
}
