// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.ChainLog;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.VerifierAbi;
import io.settlement.chain.keys.KeystoreKey;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.MessageEvent.AttestationWanted;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.TransactionSent;
import io.settlement.events.Topics;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.kit.test.Anvil;
import io.settlement.kit.test.SuiteTest;
import io.settlement.relayer.world.Accounts;
import io.settlement.relayer.world.Facts;
import io.settlement.relayer.world.Submitter;
import io.settlement.relayer.world.TwoChains;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Beta's validators are replaced while messages are on their way; nobody tells the registry. */
@SuiteTest(
    properties = {
      "settlement.relayer.roles=courier",
      "settlement.relayer.signature-patience.first=300ms",
      "settlement.relayer.signature-patience.verifiers=200ms",
      "settlement.relayer.courier.poll=50ms",
      "settlement.relayer.courier.receipts=50ms",
      "settlement.relayer.courier.finality=100ms"
    })
class RotationTest extends LiveCourier {
  private static final TwoChains CHAINS = new TwoChains();
  private static final Duration DELAY_AND_OVERLAP = Duration.ofDays(1);
  private static final List<KeystoreKey> FORMER =
      List.of(TestKeys.VALIDATOR_1, TestKeys.VALIDATOR_2);
  private static final List<KeystoreKey> TODAY = List.of(TestKeys.VALIDATOR_3, TestKeys.NEWCOMER);

  RotationTest() {
    super(CHAINS);
  }

  @DynamicPropertySource
  static void chains(DynamicPropertyRegistry properties) {
    CHAINS.register(properties, FinalityTag.FINALIZED);
    Submitter.register(properties);
  }

  @Test
  void everyMessageArrivesWhenTheSetIsReplacedMidStream() {
    MessageFinal signedBefore = sent(1);
    FORMER.forEach(key -> sign(signedBefore, key));
    MessageFinal unsigned = sent(2);
    sign(unsigned, TestKeys.VALIDATOR_1);

    rotate();
    cover(signedBefore);
    awaitMined(signedBefore);

    MessageFinal onItsWay = sent(3);
    Anvil beta = CHAINS.deployed().node("Beta");
    beta.rpc("evm_setAutomine", false);
    cover(onItsWay);
    FORMER.forEach(key -> sign(onItsWay, key));
    kafka.await(
        Topics.MESSAGE_EVENTS, TransactionSent.class, it -> it.txid().equals(onItsWay.txid()));
    beta.rpc("evm_increaseTime", DELAY_AND_OVERLAP.plusMinutes(10).toSeconds());
    beta.rpc("evm_setAutomine", true);
    beta.mine(1);

    cover(unsigned);
    for (MessageFinal open : List.of(onItsWay, unsigned)) {
      awaitAsked(open.txid());
      TODAY.forEach(key -> sign(open, key));
    }
    awaitMined(onItsWay);
    awaitMined(unsigned);
  }

  private static void rotate() {
    EvmReader beta = CHAINS.beta();
    Anvil node = CHAINS.deployed().node("Beta");
    EvmAddress verifier = beta.settings().verifier();
    EvmAddress manager = manager(beta);
    node.rpc("anvil_impersonateAccount", manager.hex());
    node.rpc("anvil_setBalance", manager.hex(), "0xde0b6b3a7640000");
    Instant due =
        beta.head(FinalityTag.LATEST).time().plus(DELAY_AND_OVERLAP).plus(Duration.ofMinutes(10));
    List<EvmAddress> ascending =
        Stream.of(TestKeys.VALIDATOR_3, TestKeys.NEWCOMER)
            .map(KeystoreKey::address)
            .sorted(Comparator.comparing(EvmAddress::toBigInteger))
            .toList();
    CHAINS.transact("Beta", manager, verifier, VerifierAbi.schedule(ascending, 2, due), 0);
    node.rpc("evm_increaseTime", DELAY_AND_OVERLAP.plusMinutes(20).toSeconds());
    node.mine(1);
    CHAINS.transact("Beta", Accounts.STRANGER, verifier, VerifierAbi.activate(), 0);
  }

  /** Who was given the managers' role when the verifier was deployed. */
  private static EvmAddress manager(EvmReader beta) {
    // keccak256("RoleGranted(bytes32,address,address)") and keccak256("MANAGER_ROLE")
    Hash granted = new Hash("0x2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d");
    Hash role = new Hash("0x241ecf16d79d0f8dbfb92cbc07fe17840425976cf0667f022fe9877caa831b08");
    return beta
        .logs(
            0,
            beta.head(FinalityTag.LATEST).number(),
            List.of(beta.settings().verifier()),
            List.of(granted))
        .stream()
        .map(ChainLog::topics)
        .filter(topics -> topics.get(1).equals(role))
        .map(topics -> new EvmAddress("0x" + topics.get(2).hex().substring(26)))
        .findFirst()
        .orElseThrow();
  }

  private MessageFinal sent(long amount) {
    MessageFinal sent = Facts.sent(CHAINS.alpha(), CHAINS.sendAndSee(amount, 0));
    kafka.send(sent);
    return sent;
  }

  private void sign(MessageFinal sent, KeystoreKey key) {
    ChainSettings beta = CHAINS.beta().settings();
    kafka.send(Signed.receive(sent.message(), beta, key));
  }

  private void cover(MessageFinal sent) {
    kafka.send(covered(sent.txid()));
  }

  /** Asked since the set was replaced: the former validators cannot answer any more. */
  private void awaitAsked(TxId txid) {
    int before = asked(txid);
    await().until(() -> asked(txid) > before);
  }

  private int asked(TxId txid) {
    return kafka
        .facts(
            Topics.MESSAGE_EVENTS,
            AttestationWanted.class,
            it -> it.txid().equals(txid) && it.kind() == Kind.RECEIVE)
        .size();
  }

  private void awaitMined(MessageFinal sent) {
    await()
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql("SELECT state FROM intent WHERE txid = ?")
                            .param(sent.txid().hex())
                            .query(String.class)
                            .optional())
                    .hasValueSatisfying(state -> assertThat(state).isIn("MINED", "DONE")));
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(100));
  }
}
