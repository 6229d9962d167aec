// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.keys.TestKeys;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.Golden;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageAdmitted;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topics;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ReplayTest extends QuietCourier {

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
    Set<String> certificates = new HashSet<>();
    for (List<Integer> order : orders(List.of(0, 1, 2, 3))) {
      CrossChainMessage message = another(real);
      List<SuiteEvent> facts = deliverable(message);
      order.forEach(i -> handle(facts.get(i)));
      order.forEach(i -> handle(facts.get(i)));

      assertThat(rows("SELECT stage, marks FROM message WHERE txid = ?", message.txid()))
          .containsExactly("{stage=ADMITTED, marks=FINAL,COVERED,ADMITTED}");
      assertThat(rows("SELECT purpose, state FROM intent WHERE txid = ?", message.txid()))
          .containsExactly("{purpose=DELIVER, state=READY}");
      certificates.addAll(
          rows("SELECT work ->> 'signatures' FROM intent WHERE txid = ?", message.txid()));
      kafka.await(
          Topics.MESSAGE_EVENTS, MessageAdmitted.class, it -> it.txid().equals(message.txid()));
    }
    assertThat(certificates).hasSize(24);
  }

  @Test
  void anAttestationThatSignsAnotherMessageIsNotKeptInPlaceOfTheRightOne() {
    knowTheRegistry();
    CrossChainMessage message = another(CHAINS.send(6, 0));
    for (int i = 1; i <= 9; i++) {
      Hash other = Hash.of(BigInteger.valueOf(i));
      handle(Signed.by(TestKeys.VALIDATOR_1, message.txid(), Kind.RECEIVE, other));
    }

    assertThat(rows("SELECT digest FROM attestation WHERE txid = ?", message.txid()))
        .hasSizeBetween(1, 4);
  }

  private void handleAllGoldenFacts() {
    Golden.all().forEach(this::handle);
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
