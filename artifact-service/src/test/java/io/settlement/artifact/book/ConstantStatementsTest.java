// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.artifact.ArtifactTest;
import io.settlement.artifact.Story.Route;
import io.settlement.events.MessageEvent;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.SettlementMode;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.StatementCounter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@Import(StatementCounter.class)
class ConstantStatementsTest extends ArtifactTest {
  @Autowired Bookkeeper flow;
  @Autowired RegistryView registry;
  @Autowired KafkaProbe kafka;
  @Autowired TransactionTemplate transaction;
  @Autowired StatementCounter statements;

  @Test
  void aBatchOfAnySizeCostsTheSameNumberOfStatements() {
    int forOne = statementsFor(1);

    int forMany = statementsFor(100);

    assertThat(forMany).isEqualTo(forOne).isBetween(5, 20);
  }

  private int statementsFor(int messages) {
    List<MessageEvent> facts = new ArrayList<>();
    Route route = registered();
    for (int i = 0; i < messages; i++) {
      facts.addAll(route.send(5).life(Outcome.SUCCESS));
    }
    return statements.statementsOf(
        () -> transaction.executeWithoutResult(status -> flow.onMessages(facts)));
  }

  private Route registered() {
    Route route = Route.of(SettlementMode.MINT_BURN);
    kafka.send(route.states());
    await().until(() -> registry.handler(route.source().handler()).isPresent());
    await().until(() -> registry.handler(route.target().handler()).isPresent());
    return route;
  }
}
