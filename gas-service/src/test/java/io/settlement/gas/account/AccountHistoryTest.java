// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.MessageEvent;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasTest;
import io.settlement.gas.Story;
import io.settlement.kit.test.TableScans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The books keep everything; who works with them does not read it. */
class AccountHistoryTest extends GasTest {
  @Autowired GasSettlement flow;
  @Autowired Accounts accounts;
  @Autowired Ledger ledger;
  @Autowired EndedMessages ended;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void closedAccountsAndTheirEntriesAreNotReadFromEndToEnd() {
    assertThat(
            new TableScans(jdbc, transactions)
                .after(this::fill)
                .during(
                    () -> {
                      Story story = Story.begin();
                      flow.onMessages(life(story));
                      ledger.entries(story.txid);
                      ended.find(story.txid);
                      flow.onMessages(List.of(story.withdrawn(story.sent(), story.block())));
                      accounts.priceable(Instant.EPOCH, 500);
                    }))
        .doesNotContainKeys(
            "gas_account", "gas_entry", "leg_sample", "gas_fact", "gas_vault_account");
  }

  private static List<MessageEvent> life(Story story) {
    List<MessageEvent> facts = new ArrayList<>();
    facts.add(story.sent());
    facts.add(story.prepaid(Wei.parse("10000000000000000")));
    facts.addAll(story.ended());
    facts.add(story.refunded(Wei.of(1), 1, 1));
    return facts;
  }

  private void fill() {
    jdbc.sql(
            """
            insert into gas_account (txid, state, route, refund_to, refund_due, locked, rate_source)
            select '0x' || lpad(to_hex(i), 64, '0'), 'CLOSED', 'Alpha:0x1>Beta:0x2', '0x1', 0, true, 1
              from generate_series(1, 20000) as i
            """)
        .update();
    jdbc.sql(
            """
            insert into gas_entry (txid, cause, account, chain, party, amount)
            select txid, 'DELIVERY', side.account, 'Alpha', '', side.amount
              from gas_account, (values ('PREPAYMENT', -5), ('DELIVERY', 5)) as side (account, amount)
             where refund_to = '0x1'
            """)
        .update();
    jdbc.sql(
            """
            insert into gas_fact (txid, kind, chain, block_number, block_hash, block_time, tx_hash,
                                  log_index, party, amount)
            select txid, 'PREPAID', 'Alpha', 1, txid, now(), txid, 1, '0x1', 5
              from gas_account where refund_to = '0x1'
            """)
        .update();
    jdbc.sql(
            """
            insert into gas_vault_account (txid, chain, payer, settled, due, way, decided_at, root)
            select txid, 'Alpha', '0x1', 5, 1, 'PUSHED', now(), 'x'
              from gas_account where refund_to = '0x1'
            """)
        .update();
    jdbc.sql(
            """
            insert into leg_sample (txid, leg, route, gas_used)
            select txid, 'DELIVERY', 'Alpha:0x' || substr(txid, 60) || '>Beta:0x2', 100000
              from gas_account where refund_to = '0x1'
            """)
        .update();
  }
}
