// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.FinalityTag;
import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.Golden;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.Topics;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import io.settlement.relayer.world.Facts;
import io.settlement.relayer.world.TwoChains;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SuiteTest(
    properties = {
      "settlement.relayer.roles=validator",
      "settlement.relayer.validator.keystore=src/test/resources/keys/validator-1.json",
      "settlement.relayer.validator.password-file=src/test/resources/keys/password.txt",
      "settlement.relayer.validator.first-retry=20ms",
      "settlement.relayer.validator.doubts=2"
    })
class ReplayTest {
  private static final TwoChains CHAINS = new TwoChains();

  @Autowired private KafkaProbe kafka;
  @Autowired private JdbcClient jdbc;

  @DynamicPropertySource
  static void chains(DynamicPropertyRegistry properties) {
    CHAINS.register(properties, FinalityTag.FINALIZED);
  }

  @AfterAll
  static void close() {
    CHAINS.close();
  }

  @Test
  void everyGoldenFactTwiceLeavesTheSameClaimsAndSignsNothing() {
    kafka.send(Golden.all());
    kafka.send(CHAINS.registry());
    tellSomethingRealAndAwaitItsSignature();
    List<String> once = claimsOfGoldenFacts();
    assertThat(once).hasSize(4);

    kafka.send(Golden.all());
    tellSomethingRealAndAwaitItsSignature();

    assertThat(claimsOfGoldenFacts()).isEqualTo(once);
    List<AttestationSigned> ours =
        kafka.facts(
            Topics.ATTESTATION_EVENTS,
            AttestationSigned.class,
            one -> !Golden.of(Topics.ATTESTATION_EVENTS).contains(one));
    assertThat(ours).hasSize(2).extracting(AttestationSigned::txid).doesNotHaveDuplicates();
  }

  private void tellSomethingRealAndAwaitItsSignature() {
    MessageFinal real = Facts.sent(CHAINS.alpha(), CHAINS.sendAndSee(1, 0));
    CHAINS.makeFinal();
    kafka.send(real);
    kafka.await(
        Topics.ATTESTATION_EVENTS,
        AttestationSigned.class,
        signed -> signed.txid().equals(real.txid()));
  }

  private List<String> claimsOfGoldenFacts() {
    return jdbc.sql(
            """
            SELECT concat_ws(' ', claim_id, txid, kind, told_at) FROM to_attest
             WHERE txid = ? ORDER BY 1\
            """)
        .param(Golden.read(MessageFinal.class).txid().hex())
        .query((row, at) -> row.getString(1))
        .list();
  }
}
