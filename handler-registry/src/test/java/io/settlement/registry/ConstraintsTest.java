// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.kit.test.SuiteTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database refuses whoever writes to it. */
@SuiteTest
class ConstraintsTest {
  private static final String ALPHA = "Alpha:0x" + "1".repeat(40);
  private static final String BETA = "Beta:0x" + "2".repeat(40);

  private static final String VAULT = "Bitcoin:0x" + "7".repeat(64);

  @Autowired JdbcClient jdbc;

  @BeforeEach
  void startWithTwoChains() {
    jdbc.sql("truncate chain, handler, route, validator_set").update();
    chain("Alpha", 1);
    chain("Beta", 2);
  }

  @Test
  void refusesNamesThatBeginEachOther() {
    assertThatThrownBy(() -> chain("Alph", 3)).hasMessageContaining("begins another");
    assertThatThrownBy(() -> chain("Alphabet", 3)).hasMessageContaining("begins another");
  }

  @Test
  void refusesOneSettlementContractForTwoChains() {
    refused(() -> chain("Gamma", 1), "chain_settlement_taken");
  }

  @Test
  void refusesAHandlerWhoseIdNamesAnotherChain() {
    refused(() -> handler(ALPHA, "Beta", 8, "MINT_BURN"), "handler_id_spells_its_chain");
  }

  @Test
  void refusesAnActiveRouteBetweenHandlersThatDoNotFit() {
    handler(ALPHA, "Alpha", 8, "LOCK_MINT");
    handler(BETA, "Beta", 18, "BURN_UNLOCK");
    refused(() -> route(8, "LOCK_MINT", "BURN_UNLOCK"), "route_to_terms");
    refused(() -> route(18, "LOCK_MINT", "BURN_UNLOCK"), "route_from_terms");
    refused(() -> route(8, "LOCK_MINT", "LOCK_MINT"), "route_modes_pair");
  }

  @Test
  void refusesToChangeWhatAnActiveRouteReliesOn() {
    handler(ALPHA, "Alpha", 8, "LOCK_MINT");
    handler(BETA, "Beta", 8, "BURN_UNLOCK");
    route(8, "LOCK_MINT", "BURN_UNLOCK");

    refused(() -> jdbc.sql("update handler set decimals = 9").update(), "route_");
    assertThat(jdbc.sql("update handler set status = 'SUSPENDED'").update()).isEqualTo(2);
  }

  @Test
  void refusesARouteThatStaysOnItsChain() {
    handler(ALPHA, "Alpha", 8, "MINT_BURN");
    refused(
        () ->
            jdbc.sql(
                    """
                    insert into route (id, from_handler, to_handler, status, at, version)
                    values (:h || '>' || :h, :h, :h, 'SUSPENDED', now(), 0)
                    """)
                .param("h", ALPHA)
                .update(),
        "route_between_two_chains");
  }

  @Test
  void refusesAVaultThatIsNoneAndAStrangerAtAVault() {
    jdbc.sql(
            """
            insert into chain
            select 'Bitcoin', 'BITCOIN', 'V2', 0, zero, zero, zero, 'ACTIVE', now(), 0, 'regtest'
              from (select '0x' || repeat('0', 40) as zero) as one
            """)
        .update();
    refused(() -> jdbc.sql("update chain set family = 'BITCOIN'").update(), "chain_family_terms");
    refused(
        () -> handler("Bitcoin:0x" + "7".repeat(40), "Bitcoin", 8, "LOCK_MINT"), "of_its_family");
    refused(() -> handler(VAULT, "Bitcoin", 8, "LOCK_MINT"), "handler_is_of_its_family");
    jdbc.sql(
            "insert into handler values (?, 'Bitcoin', ?, 8, 'LOCK_MINT', 'TEST-BTC', 'ACTIVE',"
                + " now(), 0)")
        .params(VAULT, "0x" + "0".repeat(40))
        .update();
    handler(ALPHA, "Alpha", 8, "BURN_UNLOCK");
    handler(BETA, "Beta", 8, "BURN_UNLOCK");
    route(VAULT, ALPHA);
    route(ALPHA, VAULT);
    refused(() -> route(VAULT, BETA), "with a stranger");
    refused(() -> route(BETA, VAULT), "with a stranger");
    refused(() -> route(ALPHA, BETA), "with a stranger");
  }

  private void route(String from, String to) {
    jdbc.sql(
            """
            insert into route (id, from_handler, to_handler, status, at, version)
            values (?, ?, ?, 'SUSPENDED', now(), 0)
            """)
        .params(from + ">" + to, from, to)
        .update();
  }

  @Test
  void refusesAValidatorSetThatCannotWork() {
    String one = "0x" + "a".repeat(40);
    refused(() -> validators(0, one), "validator_set_threshold");
    refused(() -> validators(2, one), "validator_set_threshold");
    refused(() -> validators(1, one, one), "validator_set_distinct");
    refused(() -> validators(1, "0x12"), "validator_set_addresses");
  }

  private static void refused(Runnable write, String constraint) {
    assertThatThrownBy(write::run)
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining(constraint);
  }

  private void chain(String name, int id) {
    jdbc.sql(
            """
            insert into chain
            values (?, 'EVM', 'V2', ?, ?, ?, ?, 'ACTIVE', now(), 0)
            """)
        .params(name, id, "0x" + "a0".repeat(20), "0x" + "a1".repeat(20), "0x" + "a2".repeat(20))
        .update();
  }

  private void handler(String id, String chain, int decimals, String mode) {
    jdbc.sql("insert into handler values (?, ?, ?, ?, ?, 'TEST-BTC', 'ACTIVE', now(), 0)")
        .params(id, chain, "0x" + "3".repeat(40), decimals, mode)
        .update();
  }

  private void route(int decimals, String fromMode, String toMode) {
    jdbc.sql("insert into route values (?, ?, ?, 'ACTIVE', 'TEST-BTC', ?, ?, ?, now(), 0)")
        .params(ALPHA + ">" + BETA, ALPHA, BETA, decimals, fromMode, toMode)
        .update();
  }

  private void validators(int required, String... addresses) {
    jdbc.sql("insert into validator_set values ('Beta', 1, ?, ?, now(), 0)")
        .params(required, addresses)
        .update();
  }
}
