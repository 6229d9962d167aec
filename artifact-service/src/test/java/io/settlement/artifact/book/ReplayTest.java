// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.artifact.ArtifactTest;
import io.settlement.events.Golden;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.Topics;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.TokenTransfer;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.KafkaProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ReplayTest extends ArtifactTest {
  @Autowired Bookkeeper flow;
  @Autowired RegistryView registry;
  @Autowired KafkaProbe kafka;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void everyGoldenFactTwiceChangesNothingMore() {
    registerBothHandlers();
    List<MessageEvent> golden = Golden.of(Topics.MESSAGE_EVENTS);
    golden.forEach(fact -> hear(List.of(fact)));
    List<List<Map<String, Object>>> once = rows();

    golden.reversed().forEach(fact -> hear(List.of(fact)));
    List<MessageEvent> twice = new ArrayList<>(golden);
    twice.addAll(golden);
    hear(twice);

    assertThat(rows()).isEqualTo(once);
    assertThat(once.get(1)).extracting("movement").containsExactly("BURN", "ESCROW", "MINT");
  }

  private void registerBothHandlers() {
    HandlerState source = Golden.read(HandlerState.class);
    MessageFinal message = Golden.read(MessageFinal.class);
    TokenTransfer tokens = Objects.requireNonNull(message.message().transfer());
    HandlerId to = message.message().to();
    kafka.send(
        List.of(
            source,
            new HandlerState(
                to,
                tokens.toToken(),
                source.decimals(),
                source.asset().orElseThrow().mode().pair(),
                source.artifact(),
                source.status(),
                source.at())));
    await().until(() -> registry.handler(to).isPresent());
  }

  private void hear(List<MessageEvent> facts) {
    transaction.executeWithoutResult(status -> flow.onMessages(facts));
  }

  private List<List<Map<String, Object>>> rows() {
    return List.of(
        jdbc.sql("select * from transfer").query().listOfRows(),
        jdbc.sql("select * from booking where artifact = 'TEST-BTC' order by cause, movement")
            .query()
            .listOfRows(),
        jdbc.sql("select * from entry order by cause, movement, chain, account")
            .query()
            .listOfRows(),
        jdbc.sql("select * from balance order by artifact, chain, account").query().listOfRows());
  }
}
