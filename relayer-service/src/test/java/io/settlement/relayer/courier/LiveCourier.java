// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.GasEvent;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.relayer.world.TwoChains;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A courier whose lanes send. Each class has chains of its own: the couriers of all of them live as
 * long as the tests, with the same submitters.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LiveCourier {
  private final TwoChains chains;

  @Autowired KafkaProbe kafka;
  @Autowired JdbcClient jdbc;
  @Autowired RegistryView registry;

  LiveCourier(TwoChains chains) {
    this.chains = chains;
  }

  @BeforeEach
  void openTheRoute() {
    chains.openRoute(kafka, registry);
  }

  @AfterAll
  void closeTheChains() {
    chains.close();
  }

  static GasEvent covered(TxId txid) {
    return new GasEvent.GasCovered(txid, Wei.ZERO, Wei.ZERO, null, Instant.EPOCH);
  }

  void awaitStage(TxId txid, String stage) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql("SELECT stage FROM message WHERE txid = ?")
                            .param(txid.hex())
                            .query(String.class)
                            .optional())
                    .contains(stage));
  }

  /** Where each of a message's works stands, by purpose. */
  Map<String, String> intents(TxId txid) {
    Map<String, String> states = new HashMap<>();
    jdbc.sql("SELECT purpose, state FROM intent WHERE txid = ?")
        .param(txid.hex())
        .query(
            (RowCallbackHandler)
                row -> states.put(row.getString("purpose"), row.getString("state")));
    return states;
  }
}
