// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.GasPrepaid;
import io.settlement.events.PriceEvent.PriceSampled;
import io.settlement.events.Topics;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasTest;
import io.settlement.gas.Story;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.StatementCounter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@Import(StatementCounter.class)
class ConstantStatementsTest extends GasTest {
  @Autowired GasSettlement flow;
  @Autowired TransactionTemplate transaction;
  @Autowired StatementCounter statements;
  @Autowired KafkaProbe kafka;

  @Test
  void aBatchOfAnySizeCostsTheSameNumberOfStatements() {
    awaitPrice("Alpha");
    awaitPrice("Beta");
    int forOne = statementsFor(1);

    int forMany = statementsFor(100);

    assertThat(forMany).isEqualTo(forOne).isBetween(5, 20);
  }

  /** What cannot be priced yet costs fewer. */
  private void awaitPrice(String chain) {
    kafka.await(
        Topics.PRICE_EVENTS, PriceSampled.class, p -> p.chain().equals(new ChainName(chain)));
  }

  private int statementsFor(int messages) {
    List<MessageEvent> facts = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      Story story = Story.begin();
      facts.add(story.sent());
      facts.add(story.prepaid(Wei.parse("10000000000000000")));
      facts.addAll(story.ended());
      GasPrepaid another = story.prepaidThere(Story.USER, Wei.of(9));
      facts.add(another);
      facts.add(story.withdrawn(another, another.ref()));
      facts.add(story.refunded(Wei.of(1), 1, 1));
    }
    return statements.statementsOf(
        () -> transaction.executeWithoutResult(status -> flow.onMessages(facts)));
  }
}
