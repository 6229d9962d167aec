// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.Golden;
import io.settlement.events.MessageEvent;
import io.settlement.events.Topics;
import io.settlement.events.TransactionEvent.TransactionPaid;
import io.settlement.gas.GasTest;
import io.settlement.kit.test.KafkaProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ReplayTest extends GasTest {
  @Autowired GasSettlement flow;
  @Autowired KafkaProbe kafka;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void everyGoldenFactTwiceChangesNothingMore() {
    List<MessageEvent> golden = Golden.of(Topics.MESSAGE_EVENTS);
    kafka.awaitRecords(Topics.PRICES, 2);
    golden.forEach(fact -> hear(List.of(fact)));
    failed();
    Map<String, List<Map<String, Object>>> once = rows();

    failed();
    golden.reversed().forEach(fact -> hear(List.of(fact)));
    List<MessageEvent> twice = new ArrayList<>(golden);
    twice.addAll(golden);
    hear(twice);

    assertThat(rows()).isEqualTo(once);
    assertThat(once.get("gas_account")).extracting("state").contains("CLOSED");
  }

  /** The golden transaction, reverted. */
  private void failed() {
    TransactionPaid paid = Golden.read(TransactionPaid.class);
    TransactionPaid failed =
        new TransactionPaid(
            paid.chain(),
            paid.account(),
            paid.txHash(),
            paid.nonce(),
            paid.purpose(),
            false,
            paid.gasUsed(),
            paid.gasPrice(),
            paid.dataFee(),
            paid.fee(),
            paid.value(),
            paid.to(),
            paid.members(),
            paid.blockNumber(),
            paid.blockHash(),
            paid.blockTime(),
            paid.at());
    transaction.executeWithoutResult(status -> flow.onFailures(List.of(failed)));
  }

  private void hear(List<MessageEvent> facts) {
    transaction.executeWithoutResult(status -> flow.onMessages(facts));
  }

  private Map<String, List<Map<String, Object>>> rows() {
    String txid = Golden.of(Topics.MESSAGE_EVENTS).getFirst().key();
    return Map.of(
        "gas_account",
        jdbc.sql("select * from gas_account where txid = ?").param(txid).query().listOfRows(),
        "gas_fact",
        jdbc.sql("select * from gas_fact where txid = ? order by id")
            .param(txid)
            .query()
            .listOfRows(),
        "gas_vault_account",
        jdbc.sql("select * from gas_vault_account where txid = ?").param(txid).query().listOfRows(),
        "gas_withdrawal",
        jdbc.sql("select * from gas_withdrawal where txid = ?").param(txid).query().listOfRows(),
        "gas_entry",
        jdbc.sql("select * from gas_entry where txid = ? order by id")
            .param(txid)
            .query()
            .listOfRows(),
        "leg_sample",
        jdbc.sql("select * from leg_sample where txid = ? order by id")
            .param(txid)
            .query()
            .listOfRows());
  }
}
