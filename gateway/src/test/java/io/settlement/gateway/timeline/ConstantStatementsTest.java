// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.SuiteEvent;
import io.settlement.events.value.TxId;
import io.settlement.gateway.GatewayWorld;
import io.settlement.kit.test.StatementCounter;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@Import(StatementCounter.class)
class ConstantStatementsTest extends GatewayWorld {
  @Autowired Timeline timeline;
  @Autowired StatementCounter statements;
  @Autowired TransactionTemplate transaction;

  @Test
  void anyNumberOfFactsCostsTheSameNumberOfStatements() {
    assertThat(statementsFor(1)).isEqualTo(8);
    assertThat(statementsFor(100)).isEqualTo(8);
    assertThat(statementsFor(100)).as("told before").isEqualTo(3);
  }

  @Test
  void webhooksCostOneStatementMoreForAnyNumberOfFacts() {
    jdbc.sql(
            """
            insert into webhook (id, owner, url, description, types, handler, state, secret, created_at)
            values ('wh_1', 'acme', 'https://localhost', '', '{}', ?, 'ACTIVE', '', now())
            """)
        .param(Life.OBSERVED.message().to().toString())
        .update();
    try {
      assertThat(statementsFor(1)).isEqualTo(9);
      assertThat(statementsFor(100)).isEqualTo(9);
      assertThat(statementsFor(100)).as("told before").isEqualTo(3);
    } finally {
      jdbc.sql("delete from webhook_delivery").update();
      jdbc.sql("delete from webhook").update();
    }
  }

  private int statementsFor(int messages) {
    List<SuiteEvent> facts =
        IntStream.rangeClosed(1, messages)
            .mapToObj(i -> Life.of(TxId.of(BigInteger.valueOf(messages * 1_000L + i))))
            .flatMap(List::stream)
            .toList();
    return statements.statementsOf(
        () -> transaction.executeWithoutResult(status -> timeline.record(facts)));
  }
}
