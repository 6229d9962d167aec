// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.SuiteEvent;
import io.settlement.events.value.TxId;
import io.settlement.gateway.GatewayWorld;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class ConstantStatementsTest extends GatewayWorld {
  @Autowired DataSource database;
  @Autowired JsonMapper json;
  @Autowired TransactionTemplate transaction;

  @Test
  void anyNumberOfFactsCostsTheSameNumberOfStatements() {
    assertThat(statementsFor(1)).isEqualTo(6);
    assertThat(statementsFor(100)).isEqualTo(6);
    assertThat(statementsFor(100)).as("told before").isEqualTo(2);
  }

  private int statementsFor(int messages) {
    AtomicInteger statements = new AtomicInteger();
    JdbcTemplate counting =
        new JdbcTemplate(database) {
          @Override
          protected PreparedStatementSetter newArgPreparedStatementSetter(
              @Nullable Object @Nullable [] values) {
            statements.incrementAndGet();
            return super.newArgPreparedStatementSetter(values);
          }
        };
    Timeline timeline = new Timeline(new Messages(counting, json), new Entries(counting, json));
    List<SuiteEvent> facts =
        IntStream.rangeClosed(1, messages)
            .mapToObj(i -> Life.of(TxId.of(BigInteger.valueOf(messages * 1_000L + i))))
            .flatMap(List::stream)
            .toList();
    transaction.executeWithoutResult(status -> timeline.record(facts));
    return statements.get();
  }
}
