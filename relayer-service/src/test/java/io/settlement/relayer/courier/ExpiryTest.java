// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.Call;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.Digests;
import io.settlement.chain.contract.Erc20Abi;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.GasEvent;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageExpired;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.MessageEvent.TransactionSent;
import io.settlement.events.Topics;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.test.SuiteTest;
import io.settlement.relayer.world.Accounts;
import io.settlement.relayer.world.Facts;
import io.settlement.relayer.world.Submitter;
import io.settlement.relayer.world.TwoChains;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * What becomes of messages that were not received in time, with observer, courier and the first
 * validator at work; the second validator is the test. Beta's clock decides.
 */
@SuiteTest(
    properties = {
      "settlement.relayer.roles=observer,validator,courier",
      "settlement.relayer.validator.keystore=src/test/resources/keys/validator-1.json",
      "settlement.relayer.validator.password-file=src/test/resources/keys/password.txt",
      "settlement.relayer.validator.last-retry=200ms",
      "settlement.relayer.deadlines.look=100ms",
      "settlement.relayer.courier.poll=50ms",
      "settlement.relayer.courier.receipts=50ms",
      "settlement.relayer.courier.finality=100ms"
    })
class ExpiryTest extends LiveCourier {
  private static final TwoChains CHAINS = new TwoChains();
  private static final Duration BEYOND_EVERY_DEADLINE = Duration.ofDays(8);

  ExpiryTest() {
    super(CHAINS);
  }

  @DynamicPropertySource
  static void chains(DynamicPropertyRegistry properties) {
    CHAINS.register(properties, FinalityTag.FINALIZED);
    Submitter.register(properties);
  }

  @Test
  void aMessageThatNobodyPaidForComesHomeAsFailedAfterItsDeadline() {
    TokenAmount before = holdings();
    CrossChainMessage message = CHAINS.send(71, 0);
    CHAINS.makeFinal();
    awaitStage(message.txid(), "FINAL");

    pass("Beta");
    CHAINS.makeFinal();

    comesHome(message);
    assertThat(holdings()).isEqualTo(before);
    assertThat(intents(message.txid())).containsOnlyKeys("EXPIRE", "CALL_BACK");
    pass("Alpha");
  }

  @Test
  void aDeliveryThatWouldComeTooLateIsNotSentAndTheMessageComesHome() {
    TokenAmount before = holdings();
    CrossChainMessage message = CHAINS.send(72, 0);
    // Past the deadline in Beta's newest block, not yet in its final one: nobody has noticed.
    pass("Beta");
    CHAINS.deployed().node("Alpha").mine(3);
    kafka.send(new GasEvent.GasCovered(message.txid(), Wei.ZERO, Wei.ZERO, null, Instant.EPOCH));
    kafka.send(Signed.receive(message, CHAINS.beta().settings(), TestKeys.VALIDATOR_2));

    await()
        .untilAsserted(
            () -> assertThat(intents(message.txid())).containsEntry("DELIVER", "TOO_LATE"));
    CHAINS.makeFinal();

    comesHome(message);
    assertThat(holdings()).isEqualTo(before);
    assertThat(
            kafka.facts(
                Topics.MESSAGE_EVENTS,
                TransactionSent.class,
                it -> it.txid().equals(message.txid()) && it.purpose().equals("DELIVER")))
        .isEmpty();
    pass("Alpha");
  }

  @Test
  void noValidatorLetsAMessageExpireBeforeItsTimeOrOneThatWasReceived() {
    MessageFinal early = Facts.sent(CHAINS.alpha(), CHAINS.sendAndSee(73, 0));
    MessageFinal received = Facts.sent(CHAINS.alpha(), CHAINS.sendAndSee(74, 0));
    CHAINS.deliver(List.of(received.message()));
    CHAINS.makeFinal();

    kafka.send(overdue(early));
    kafka.send(overdue(received));
    await().until(() -> claim(early.txid()).equals("PENDING"));
    await().until(() -> claim(received.txid()).equals("PENDING"));
    pass("Beta");
    CHAINS.makeFinal();

    await().until(() -> claim(early.txid()).equals("SIGNED"));
    await().until(() -> claim(received.txid()).equals("REFUSED RECEIVED"));
    assertThat(
            kafka.facts(
                Topics.ATTESTATION_EVENTS,
                AttestationSigned.class,
                it -> it.txid().equals(received.txid()) && it.kind() == Kind.EXPIRE))
        .isEmpty();
    pass("Alpha");
  }

  /** Expired on Beta and settled on Alpha, by the first validator and the test. */
  private void comesHome(CrossChainMessage message) {
    TxId txid = message.txid();
    fact(MessageExpired.class, txid);
    awaitStage(txid, "EXPIRED");
    AttestationSigned first =
        kafka.await(
            Topics.ATTESTATION_EVENTS,
            AttestationSigned.class,
            it -> it.txid().equals(txid) && it.kind() == Kind.EXPIRE);
    ChainSettings beta = CHAINS.beta().settings();
    assertThat(first.validator()).isEqualTo(TestKeys.VALIDATOR_1.address());
    assertThat(first.digest())
        .isEqualTo(Digests.expire(message, beta.chainId(), beta.settlement()));
    kafka.send(Signed.by(TestKeys.VALIDATOR_2, txid, Kind.EXPIRE, first.digest()));

    await().until(() -> "MINED".equals(intents(txid).get("EXPIRE")));
    CHAINS.makeFinal();
    assertThat(fact(MessageDelivered.class, txid).outcome()).isEqualTo(Outcome.FAILED);
    kafka.send(
        Signed.callback(message, Outcome.FAILED, CHAINS.alpha().settings(), TestKeys.VALIDATOR_2));

    await().until(() -> "MINED".equals(intents(txid).get("CALL_BACK")));
    CHAINS.makeFinal();
    assertThat(fact(MessageSettled.class, txid).outcome()).isEqualTo(Outcome.FAILED);
    awaitStage(txid, "SETTLED");
    await().until(() -> "DONE".equals(intents(txid).get("CALL_BACK")));
    assertThat(intents(txid)).containsEntry("EXPIRE", "DONE");
  }

  private static MessageExpired overdue(MessageFinal sent) {
    return new MessageExpired(sent.txid(), sent.message(), sent.ref(), Instant.now());
  }

  /** Days pass on a chain; its next block shows it. */
  private static void pass(String chain) {
    CHAINS.deployed().node(chain).rpc("evm_increaseTime", BEYOND_EVERY_DEADLINE.toSeconds());
    CHAINS.deployed().node(chain).mine(1);
  }

  private <F extends MessageEvent> F fact(Class<F> type, TxId txid) {
    return kafka.await(Topics.MESSAGE_EVENTS, type, it -> it.txid().equals(txid));
  }

  /** How the validator stands to the claim that a message has expired. */
  private String claim(TxId txid) {
    return jdbc.sql(
            """
            SELECT concat_ws(' ', state, refusal) FROM to_attest
             WHERE txid = ? AND kind = 'EXPIRE'
            """)
        .param(txid.hex())
        .query(String.class)
        .optional()
        .orElse("");
  }

  /** What the holder has on Alpha. */
  private static TokenAmount holdings() {
    byte[] question = Erc20Abi.balanceOfCall(Accounts.HOLDER);
    return Erc20Abi.balance(
        CHAINS
            .alpha()
            .call(Call.view(CHAINS.handler("Alpha").token(), question), FinalityTag.LATEST));
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(30));
  }
}
