// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.ProviderReport;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.GasPrepaid;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageObserved;
import io.settlement.events.MessageEvent.MessageOrphaned;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.MessageEvent.RefundPaid;
import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.NodeAddress;
import io.settlement.events.RegistryEvent.NodesState;
import io.settlement.events.ServiceLevelEvent.Breach;
import io.settlement.events.ServiceLevelEvent.Level;
import io.settlement.events.ServiceLevelEvent.ProviderStanding;
import io.settlement.events.Topics;
import io.settlement.events.TransactionEvent.ReceiptsPublished;
import io.settlement.events.TransactionEvent.Role;
import io.settlement.events.TransactionEvent.VaultClaimed;
import io.settlement.events.TransactionEvent.VaultCollected;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.ProviderId;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.test.Anvil;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import io.settlement.relayer.account.OperatorAccounts;
import io.settlement.relayer.loop.ChainLoop;
import io.settlement.relayer.nodes.Nodes;
import io.settlement.relayer.world.Accounts;
import io.settlement.relayer.world.TwoChains;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SuiteTest(
    properties = {
      "settlement.relayer.roles=observer",
      "settlement.relayer.admission.chains=Epsilon",
      "settlement.relayer.observer.first-retry=50ms"
    })
class ObserverTest {
  private static final TwoChains CHAINS = new TwoChains();

  @Autowired private KafkaProbe kafka;
  @Autowired private JdbcClient jdbc;
  @Autowired private MeterRegistry meters;
  @Autowired private Nodes nodes;
  @Autowired private Observers observers;
  @Autowired private ObserverStore store;
  @Autowired private OperatorAccounts accounts;

  @DynamicPropertySource
  static void chains(DynamicPropertyRegistry properties) {
    CHAINS.register(properties, FinalityTag.FINALIZED);
  }

  @AfterAll
  static void close() {
    CHAINS.close();
  }

  @Test
  void aChainThatComesIntoTheBookIsReadThroughItsAdmittedNodesFromThenOn() {
    ChainName epsilon = new ChainName("Epsilon");
    try (Anvil node = Anvil.start(Anvil.Options.of(31339))) {
      node.mine(10);
      kafka.send(
          new NodesState(epsilon, List.of(new NodeAddress(node.rpcUrl(), null)), 2, Instant.EPOCH));
      kafka.send(
          new NodesState(
              new ChainName("Delta"),
              List.of(new NodeAddress(node.rpcUrl(), null)),
              2,
              Instant.EPOCH));
      kafka.send(chain(epsilon));
      kafka.send(chain(new ChainName("Delta")));
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(
                          jdbc.sql(
                                  "select final_number from observer_checkpoint where chain ="
                                      + " 'Epsilon'")
                              .query(Long.class)
                              .optional())
                      .hasValue(9L));
      node.mine(1);
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(
                          jdbc.sql(
                                  "select final_number from observer_checkpoint where chain ="
                                      + " 'Epsilon'")
                              .query(Long.class)
                              .single())
                      .isEqualTo(10L));
      assertThat(observers.loops()).extracting(ChainLoop::chain).contains(epsilon);
      assertThat(observers.loops()).extracting(one -> one.chain().value()).doesNotContain("Delta");
      observers.loops().stream()
          .filter(loop -> loop.chain().equals(epsilon))
          .forEach(ChainLoop::stop);
    }
  }

  @Test
  void theWeightOfAProviderFollowsItsServiceLevels() {
    ChainSettings alpha = CHAINS.alpha().settings();
    ProviderId provider = ProviderId.of(alpha.chainId(), alpha.providers().getFirst().url());
    Breach late = new Breach(Level.LAG, "at most 30 s behind", "95 s behind", Instant.EPOCH);
    kafka.send(standing(provider, alpha, List.of(late)));
    Awaitility.await().until(() -> weightOnAlpha().percent() == 25);
    assertThat(weightOnAlpha().why()).isEqualTo("LAG since 1970-01-01T00:00:00Z: 95 s behind");
    assertThat(
            meters
                .get("settlement.rpc.provider.weight")
                .tag("chain", alpha.name().value())
                .gauge()
                .value())
        .isEqualTo(0.25);
    kafka.send(standing(provider, alpha, List.of()));
    Awaitility.await().until(() -> weightOnAlpha().percent() == 100);
  }

  private static ProviderStanding standing(
      ProviderId provider, ChainSettings chain, List<Breach> breached) {
    return new ProviderStanding(
        provider, chain.name(), chain.chainId(), "node", true, breached, Instant.EPOCH);
  }

  private ProviderReport.Weight weightOnAlpha() {
    return nodes
        .reader(CHAINS.alpha().settings().name())
        .orElseThrow()
        .providers()
        .getFirst()
        .weight();
  }

  private static ChainState chain(ChainName name) {
    EvmAddress contract = new EvmAddress("0x" + "c0".repeat(20));
    return new ChainState(
        name,
        RegistryEvent.Family.EVM,
        RegistryEvent.Profile.V2,
        31339,
        contract,
        contract,
        contract,
        RegistryEvent.Status.ACTIVE,
        Instant.EPOCH);
  }

  @Test
  void tellsTheWholeLifeOfARealTransferWithItsCosts() {
    CrossChainMessage message = CHAINS.send(100, 5_000);
    TxId txid = message.txid();

    MessageObserved observed = await(MessageObserved.class, txid);
    assertThat(observed.message()).isEqualTo(message);
    assertThat(facts(MessageFinal.class, txid)).isEmpty();

    CHAINS.makeFinal();
    assertThat(await(MessageFinal.class, txid).ref()).isEqualTo(observed.ref());
    assertThat(await(GasPrepaid.class, txid).amount()).isEqualTo(Wei.of(5_000));
    assertThat(await(GasPrepaid.class, txid).refundTo()).isEqualTo(Accounts.HOLDER);

    Receipt delivery = CHAINS.deliver(List.of(message));
    CHAINS.makeFinal();
    MessageDelivered delivered = await(MessageDelivered.class, txid);
    assertThat(delivered.outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(delivered.ref().chain()).isEqualTo(message.to().chain());
    assertIsAllOf(delivered.cost(), delivery);

    Receipt callback = CHAINS.callBack(txid, Outcome.SUCCESS);
    CHAINS.makeFinal();
    assertIsAllOf(await(MessageSettled.class, txid).cost(), callback);

    Receipt refund = CHAINS.refund(txid, Accounts.HOLDER, Wei.of(4_000));
    CHAINS.makeFinal();
    RefundPaid paid = await(RefundPaid.class, txid);
    assertThat(paid.amount()).isEqualTo(Wei.of(4_000));
    assertIsAllOf(paid.cost(), refund);

    assertThat(typesOf(txid))
        .containsExactly(
            "MessageObserved",
            "GasPrepaid",
            "MessageFinal",
            "MessageDelivered",
            "MessageSettled",
            "RefundPaid");
  }

  @Test
  void tellsWhatTheVaultPaysAndWhatWaitsInIt() {
    ChainName beta = new ChainName("Beta");
    EvmAddress vault = CHAINS.beta().settings().gasService();
    EvmAddress unwilling = CHAINS.beta().settings().settlement();
    EvmAddress multisig = CHAINS.deployed().chain("Beta").multisig();
    TxId txid = TxId.of(BigInteger.valueOf(4711));
    CHAINS.transact("Beta", Accounts.STRANGER, vault, GasServiceAbi.prepay(txid, unwilling), 900);
    pay(Accounts.REFUNDER, GasServiceAbi.refundBatch(List.of(refund(txid, unwilling, 600))));
    Hash root = new Hash("0x" + "42".repeat(32));
    pay(Accounts.REFUNDER, GasServiceAbi.publishReceipts(root, 2, "https://example.org/r"));
    pay(impersonated(multisig), GasServiceAbi.collect(Accounts.HOLDER, Wei.of(300)));
    pay(impersonated(unwilling), GasServiceAbi.claim(Accounts.HOLDER));
    CHAINS.makeFinal();

    assertThat(await(GasPrepaid.class, txid).ref().chain()).as("paid elsewhere").isEqualTo(beta);
    RefundPaid refund = await(RefundPaid.class, txid);
    assertThat(refund.waiting()).isTrue();
    assertThat(refund.cost().stranger()).as("nobody is known here").isFalse();
    VaultClaimed claimed =
        kafka.await(Topics.TRANSACTION_EVENTS, VaultClaimed.class, it -> it.chain().equals(beta));
    assertThat(claimed.owner()).isEqualTo(unwilling);
    assertThat(claimed.amount()).isEqualTo(Wei.of(600));
    VaultCollected collected =
        kafka.await(Topics.TRANSACTION_EVENTS, VaultCollected.class, it -> it.chain().equals(beta));
    assertThat(collected.account()).isEqualTo(vault);
    assertThat(collected.amount()).isEqualTo(Wei.of(300));
    ReceiptsPublished published =
        kafka.await(
            Topics.TRANSACTION_EVENTS, ReceiptsPublished.class, it -> it.root().equals(root));
    assertThat(published.count()).isEqualTo(2);
  }

  @Test
  void whoeverIsNoAccountOfTheOperatorIsAStranger() {
    accounts.join(new ChainName("Beta"), Accounts.REFUNDER, Role.SUBMITTER);
    CrossChainMessage message = CHAINS.send(11, 0);
    CHAINS.deliver(List.of(message));
    CHAINS.makeFinal();

    ExecutionCost cost = await(MessageDelivered.class, message.txid()).cost();
    assertThat(cost.submitter()).isEqualTo(Accounts.STRANGER);
    assertThat(cost.stranger()).isTrue();
    jdbc.sql("DELETE FROM operator_account").update();
  }

  private static void pay(EvmAddress from, byte[] call) {
    CHAINS.transact("Beta", from, CHAINS.beta().settings().gasService(), call, 0);
  }

  private static GasServiceAbi.Refund refund(TxId txid, EvmAddress to, long amount) {
    return new GasServiceAbi.Refund(txid, to, Wei.of(amount));
  }

  private static EvmAddress impersonated(EvmAddress contract) {
    Anvil node = CHAINS.deployed().node("Beta");
    node.rpc("anvil_setBalance", contract.hex(), "0xde0b6b3a7640000");
    node.rpc("anvil_impersonateAccount", contract.hex());
    return contract;
  }

  @Test
  void sharesTheCostOfABatchExactly() {
    List<CrossChainMessage> messages = List.of(CHAINS.send(1, 0), CHAINS.send(2, 0));
    Receipt delivery = CHAINS.deliver(messages);
    CHAINS.makeFinal();

    long shares =
        messages.stream()
            .map(message -> await(MessageDelivered.class, message.txid()))
            .mapToLong(delivered -> delivered.cost().gasUsed().units())
            .sum();

    assertThat(shares).isEqualTo(delivery.gasUsed().units());
    assertThat(facts(GasPrepaid.class, messages.getFirst().txid())).isEmpty();
  }

  @Test
  void takesAMessageBackWhenItsBlockIsReplacedAndObservesItAgainInAnother() {
    CrossChainMessage message = CHAINS.send(7, 0);
    MessageObserved first = await(MessageObserved.class, message.txid());
    String transaction =
        CHAINS
            .deployed()
            .node("Alpha")
            .rpc("eth_getRawTransactionByHash", first.ref().txHash().hex())
            .asString();

    CHAINS.deployed().node("Alpha").rpc("anvil_reorg", 1, List.of());
    CHAINS.deployed().node("Alpha").mine(1);
    MessageOrphaned orphaned = await(MessageOrphaned.class, message.txid());
    assertThat(orphaned.ref()).isEqualTo(first.ref());

    CHAINS.deployed().node("Alpha").rpc("eth_sendRawTransaction", transaction);
    List<MessageObserved> again =
        kafka.await(
            Topics.MESSAGE_EVENTS,
            MessageObserved.class,
            fact -> fact.txid().equals(message.txid()),
            2);
    CHAINS.makeFinal();

    assertThat(again.getLast().ref().blockHash()).isNotEqualTo(first.ref().blockHash());
    assertThat(await(MessageFinal.class, message.txid()).ref()).isEqualTo(again.getLast().ref());
    assertThat(typesOf(message.txid()))
        .containsExactly("MessageObserved", "MessageOrphaned", "MessageObserved", "MessageFinal");
  }

  @Test
  void takesAMessageThatIsFinalInOneBlockBackFromEveryOther() {
    CrossChainMessage message = CHAINS.send(8, 0);
    await(MessageObserved.class, message.txid());
    String elsewhere = "0x" + "33".repeat(32);
    jdbc.sql("INSERT INTO observation VALUES ('Alpha', ?, 0, 1000000, now(), ?, ?)")
        .params(elsewhere, elsewhere, message.txid().hex())
        .update();

    CHAINS.makeFinal();
    await(MessageFinal.class, message.txid());

    assertThat(typesOf(message.txid()))
        .containsExactly("MessageObserved", "MessageOrphaned", "MessageFinal");
    assertThat(await(MessageOrphaned.class, message.txid()).ref().blockHash().hex())
        .isEqualTo(elsewhere);
  }

  @Test
  void goesOnAtTheCheckpointAfterARestart() {
    CrossChainMessage before = CHAINS.send(3, 0);
    CHAINS.makeFinal();
    await(MessageFinal.class, before.txid());

    observers.stop();
    CrossChainMessage meanwhile = CHAINS.send(4, 0);
    CHAINS.makeFinal();
    observers.start();
    await(MessageFinal.class, meanwhile.txid());

    assertThat(typesOf(before.txid())).containsExactly("MessageObserved", "MessageFinal");
    assertThat(typesOf(meanwhile.txid())).containsExactly("MessageObserved", "MessageFinal");
    assertThat(
            jdbc.sql("SELECT count(*) FROM observation WHERE txid = ?")
                .param(meanwhile.txid().hex())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void whoLosesTheRaceForARangeStoresNothing() {
    CrossChainMessage message = CHAINS.send(9, 0);
    MessageObserved real = await(MessageObserved.class, message.txid());
    Checkpoint loaded = store.load(new ChainName("Gamma"), 0);
    store.observed(loaded.withHead(new Point(5, null)), List.of());

    assertThatThrownBy(
            () ->
                store.observed(loaded.withHead(new Point(6, null)), List.of(new Sighting(real, 0))))
        .isInstanceOf(ChainMoved.class);

    assertThat(store.load(new ChainName("Gamma"), 0).head().number()).isEqualTo(5);
    assertThat(store.open(new ChainName("Gamma"))).isEmpty();
  }

  @Test
  void countsFactsAndShowsHowFarEachChainWasRead() {
    CrossChainMessage message = CHAINS.send(5, 0);
    CHAINS.makeFinal();
    await(MessageFinal.class, message.txid());

    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> gauge("settlement.observer.lag") == 0);
    assertThat(gauge("settlement.observer.head")).isPositive();
    assertThat(gauge("settlement.observer.finalized"))
        .isEqualTo(gauge("settlement.observer.head") - 2);
    assertThat(
            meters
                .get("settlement.observer.facts")
                .tags("chain", "Alpha", "type", "MessageFinal")
                .counter()
                .count())
        .isPositive();
  }

  private double gauge(String name) {
    return meters.get(name).tag("chain", "Alpha").gauge().value();
  }

  private <F extends MessageEvent> F await(Class<F> type, TxId txid) {
    return kafka.await(Topics.MESSAGE_EVENTS, type, fact -> fact.txid().equals(txid));
  }

  private <F extends MessageEvent> List<F> facts(Class<F> type, TxId txid) {
    return kafka.facts(Topics.MESSAGE_EVENTS, type, fact -> fact.txid().equals(txid));
  }

  private List<String> typesOf(TxId txid) {
    return facts(MessageEvent.class, txid).stream().map(MessageEvent::typeName).toList();
  }

  private static void assertIsAllOf(ExecutionCost cost, Receipt receipt) {
    assertThat(cost.txHash()).isEqualTo(receipt.txHash());
    assertThat(cost.submitter()).isEqualTo(receipt.from());
    assertThat(cost.gasUsed()).isEqualTo(receipt.gasUsed());
    assertThat(cost.fee()).isEqualTo(receipt.gasUsed().at(receipt.effectiveGasPrice()));
  }
}
