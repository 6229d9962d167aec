// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.chain.BlockRef;
import io.settlement.chain.ChainLog;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.events.GasBooksEvent.GasMismatchCleared;
import io.settlement.events.GasBooksEvent.GasMismatchRaised;
import io.settlement.events.MessageEvent;
import io.settlement.events.RegistryEvent;
import io.settlement.events.Topics;
import io.settlement.events.TransactionEvent;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.price.ChainNodes;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.Anvil;
import io.settlement.kit.test.DeployedChains;
import io.settlement.kit.test.DeployedChains.DeployedChain;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import io.settlement.kit.test.TestTokens;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real vaults and keys on a real node; the facts are what an honest relayer would tell of them. */
@SuiteTest(
    properties = {
      "settlement.gas.sample-interval=1h",
      "settlement.gas.rates.Alpha=2000.00",
      "settlement.gas.admission.chains=Beta",
      "settlement.gas.proof.interval=200ms",
      "settlement.gas.proof.patience=6s",
      "settlement.gas.proof.ledger-interval=200ms"
    })
class ProofTest {
  private static final DeployedChains CHAINS = DeployedChains.start();
  private static final Anvil NODE = CHAINS.node("Alpha");
  private static final ChainName ALPHA = new ChainName("Alpha");
  private static final ChainName BETA = new ChainName("Beta");

  /** Anvil's account 6. */
  private static final EvmAddress KEY =
      new EvmAddress("0x976EA74026E726554dB657fA54763abd0C3a0aa9");

  /** Anvil's account 9. */
  private static final EvmAddress OUTSIDER =
      new EvmAddress("0xa0Ee7A142d267C1f36714E4a8F75612F20a79720");

  @Autowired private KafkaProbe kafka;
  @Autowired private ChainNodes nodes;
  @Autowired private RegistryView registry;
  @Autowired private MeterRegistry meters;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void chain(DynamicPropertyRegistry properties) {
    DeployedChain alpha = CHAINS.chain("Alpha");
    String at = "settlement.chains[0].";
    properties.add(at + "name", () -> "Alpha");
    properties.add(at + "chain-id", alpha::chainId);
    properties.add(at + "rpc-urls[0]", alpha::rpcUrl);
    properties.add(at + "settlement", alpha.settlement()::hex);
    properties.add(at + "gas-service", alpha.gasService()::hex);
    properties.add(at + "verifier", alpha.verifier()::hex);
  }

  @AfterAll
  static void close() {
    CHAINS.close();
  }

  @Test
  void whatIsBookedIsProvedAndWhatIsNotIsNamedUntilItIsExplainedOrGone() {
    openBooksOfTheKey();
    Receipt first = prepay(1, 1_000);
    tell(first, 1_000);
    NODE.mine(3);
    awaitAgreement(vault(), first.blockNumber());
    awaitAgreement(KEY, first.blockNumber());
    assertThat(proofOf(vault(), "COLLECTABLE").get("onChain").asString()).isEqualTo("0");

    NODE.rpc("anvil_setBalance", vault().hex(), "0x4d2");
    NODE.mine(3);
    GasMismatchRaised tooMuch = awaitRaised(vault(), 1);
    assertThat(tooMuch.expected()).isEqualTo(1_000);
    assertThat(tooMuch.found()).isEqualTo(1_234);
    assertThat(tooMuch.detail()).startsWith("BALANCE: the chain has +234 wei since block ");
    assertThat(proofOf(vault(), "BALANCE").get("difference").asString()).isEqualTo("234");
    assertThat(proofOf(vault(), "BALANCE").get("agrees").asBoolean()).isFalse();
    await().until(() -> mismatches() == 1);

    NODE.rpc("anvil_setBalance", vault().hex(), "0x3e8");
    NODE.mine(3);
    awaitCleared(vault(), 1);
    await().until(() -> mismatches() == 0);

    Receipt untold = prepay(2, 500);
    NODE.mine(3);
    GasMismatchRaised missing = awaitRaised(vault(), 2);
    assertThat(missing.detail()).contains("no entry for log", untold.txHash().hex());
    tell(untold, 500);
    awaitCleared(vault(), 2);
    awaitAgreement(vault(), untold.blockNumber());
    awaitAgreement(KEY, untold.blockNumber());

    Hash filledUp = send(OUTSIDER, KEY, new byte[0], 77).txHash();
    NODE.mine(3);
    assertThat(awaitRaised(KEY, 1).detail()).contains("+77 wei", "nothing is booked");
    book(filledUp).expectStatus().isNoContent();
    awaitCleared(KEY, 1);
    book(first.txHash()).expectStatus().is4xxClientError();

    post("ROGUE", 5);
    GasMismatchRaised rogue = awaitRaised(vault(), 3);
    assertThat(rogue.detail()).startsWith("LEDGER: message " + txid(1).hex());
    assertThat(rogue.detail()).contains("1000 wei in the vault, 1005 in the ledger");
    post("REVERSED", -5);
    awaitCleared(vault(), 3);

    JsonNode then = json("/v1/gas-proof?chain=Alpha&block=" + first.blockNumber());
    assertThat(then.findValuesAsString("books")).contains("1000");
    assertThat(then.findValues("agrees")).allMatch(JsonNode::asBoolean);
    assertThat(kafka.facts(Topics.GAS_BOOKS_EVENTS, GasMismatchRaised.class, any -> true))
        .as("nothing else ever differed")
        .hasSize(4);
  }

  @Test
  void whatWasPaidBeforeAChainsNodesWereToldIsInItsBooks() {
    DeployedChain beta = CHAINS.chain("Beta");
    EvmReader early =
        EvmReader.connect(
            ChainSettings.of(
                BETA,
                beta.chainId(),
                List.of(URI.create(beta.rpcUrl())),
                beta.settlement(),
                beta.gasService(),
                beta.verifier()),
            new SimpleMeterRegistry());
    kafka.send(
        new RegistryEvent.ChainState(
            BETA,
            RegistryEvent.Family.EVM,
            RegistryEvent.Profile.V2,
            beta.chainId(),
            beta.settlement(),
            beta.gasService(),
            beta.verifier(),
            RegistryEvent.Status.ACTIVE,
            Instant.EPOCH));
    await().until(() -> registry.chain(BETA).isPresent());
    byte[] prepay = GasServiceAbi.prepay(txid(3), KEY);
    Receipt paid = send(early, CHAINS.node("Beta"), KEY, beta.gasService(), prepay, 700);
    tellPrepaid(early, paid);
    await().until(() -> entriesOf(BETA) == 1);
    assertThat(nodes.of(BETA)).isEmpty();

    kafka.send(
        new RegistryEvent.NodesState(
            BETA, List.of(new RegistryEvent.NodeAddress(beta.rpcUrl(), null)), 0, Instant.EPOCH));
    CHAINS.node("Beta").mine(3);

    awaitAgreement(BETA, beta.gasService(), paid.blockNumber());
    assertThat(proofOf(BETA, beta.gasService(), "BALANCE").get("books").asString())
        .isEqualTo("700");
    assertThat(
            kafka.facts(
                Topics.GAS_BOOKS_EVENTS, GasMismatchRaised.class, it -> it.chain().equals(BETA)))
        .isEmpty();
    early.close();
  }

  private long entriesOf(ChainName chain) {
    return jdbc.sql("select count(*) from proof_entry where chain = ?")
        .param(chain.value())
        .query(Long.class)
        .single();
  }

  /** A posting that no fact caused. */
  private void post(String cause, long amount) {
    jdbc.sql(
            """
            insert into gas_entry (txid, cause, account, chain, party, amount)
            values (:txid, :cause, 'PAYER', 'Alpha', :payer, -(:amount)),
                   (:txid, :cause, 'PREPAYMENT', 'Alpha', :payer, :amount)
            """)
        .param("txid", txid(1).hex())
        .param("cause", cause)
        .param("payer", KEY.hex())
        .param("amount", amount)
        .update();
  }

  private static TxId txid(long message) {
    return TxId.of(BigInteger.valueOf(message));
  }

  private void openBooksOfTheKey() {
    NODE.mine(3);
    BlockRef block = reader().head(FinalityTag.FINALIZED);
    kafka.send(
        new TransactionEvent.AccountOpened(
            ALPHA,
            KEY,
            TransactionEvent.Role.SUBMITTER,
            reader().balanceAt(KEY, block.number()),
            reader().transactionCountAt(KEY, block.number()),
            block.number(),
            block.hash(),
            Instant.EPOCH));
  }

  private Receipt prepay(long message, long amount) {
    return send(KEY, vault(), GasServiceAbi.prepay(txid(message), KEY), amount);
  }

  private Receipt send(EvmAddress from, EvmAddress to, byte[] data, long value) {
    return send(reader(), NODE, from, to, data, value);
  }

  private static Receipt send(
      EvmReader reader, Anvil node, EvmAddress from, EvmAddress to, byte[] data, long value) {
    Hash hash =
        new Hash(
            node.rpc(
                    "eth_sendTransaction",
                    Map.of(
                        "from", from.hex(),
                        "to", to.hex(),
                        "data", Hex.encode(data),
                        "value", "0x" + Long.toHexString(value)))
                .asString());
    Map<Hash, Receipt> receipts =
        await().until(() -> reader.receipts(List.of(hash)), found -> !found.isEmpty());
    return Objects.requireNonNull(receipts.get(hash));
  }

  /** What the relayer tells of a payment that the key made into the vault. */
  private void tell(Receipt receipt, long value) {
    BlockRef block = reader().blocks(List.of(receipt.blockNumber())).getFirst();
    kafka.send(
        new TransactionEvent.TransactionPaid(
            ALPHA,
            KEY,
            receipt.txHash(),
            reader().transactionCountAt(KEY, block.number()) - 1,
            TransactionEvent.Purpose.FOREIGN,
            true,
            receipt.gasUsed(),
            receipt.effectiveGasPrice(),
            receipt.dataFee(),
            receipt.fee(),
            Wei.of(value),
            vault(),
            List.of(),
            block.number(),
            block.hash(),
            block.time(),
            Instant.EPOCH));
    tellPrepaid(reader(), receipt);
  }

  /** What the relayer tells of the payment itself. */
  private void tellPrepaid(EvmReader reader, Receipt receipt) {
    BlockRef block = reader.blocks(List.of(receipt.blockNumber())).getFirst();
    ChainLog log =
        receipt.logs().stream()
            .filter(one -> one.topics().getFirst().equals(GasServiceAbi.PREPAID))
            .findFirst()
            .orElseThrow();
    GasServiceAbi.Prepaid paid = GasServiceAbi.prepaid(log);
    kafka.send(
        new MessageEvent.GasPrepaid(
            paid.txid(),
            paid.payer(),
            paid.refundTo(),
            paid.amount(),
            new LogRef(
                reader.settings().name(),
                block.number(),
                block.hash(),
                block.time(),
                log.txHash(),
                log.logIndex()),
            Instant.EPOCH));
  }

  private GasMismatchRaised awaitRaised(EvmAddress account, int count) {
    return kafka
        .await(
            Topics.GAS_BOOKS_EVENTS,
            GasMismatchRaised.class,
            it -> it.account().equals(account),
            count)
        .getLast();
  }

  private void awaitCleared(EvmAddress account, int count) {
    kafka.await(
        Topics.GAS_BOOKS_EVENTS,
        GasMismatchCleared.class,
        it -> it.account().equals(account),
        count);
  }

  private void awaitAgreement(EvmAddress account, long block) {
    awaitAgreement(ALPHA, account, block);
  }

  private void awaitAgreement(ChainName chain, EvmAddress account, long block) {
    await()
        .untilAsserted(
            () -> {
              JsonNode proof = proofOf(chain, account, "BALANCE");
              assertThat(proof.path("block").asLong()).isGreaterThanOrEqualTo(block);
              assertThat(proof.path("agrees").asBoolean()).isTrue();
            });
  }

  private JsonNode proofOf(EvmAddress account, String subject) {
    return proofOf(ALPHA, account, subject);
  }

  /** Contracts have the same addresses on both chains. */
  private JsonNode proofOf(ChainName chain, EvmAddress account, String subject) {
    for (JsonNode proof : json("/v1/gas-proof?chain=" + chain)) {
      if (proof.get("account").asString().equals(account.hex())
          && proof.get("subject").asString().equals(subject)) {
        return proof;
      }
    }
    return new JsonMapper().createObjectNode();
  }

  private JsonNode json(String path) {
    byte[] body =
        client()
            .get()
            .uri(path)
            .header(HttpHeaders.AUTHORIZATION, TestTokens.partner())
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBodyContent();
    return new JsonMapper().readTree(body);
  }

  private RestTestClient.ResponseSpec book(Hash transaction) {
    return client()
        .post()
        .uri("/v1/gas-proof/deposits")
        .header(HttpHeaders.AUTHORIZATION, TestTokens.operator())
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("chain", "Alpha", "txHash", transaction.hex()))
        .exchange();
  }

  private double mismatches() {
    return meters.get("settlement.gas.proof.mismatches").tag("chain", "Alpha").gauge().value();
  }

  private RestTestClient client() {
    return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
  }

  private EvmAddress vault() {
    return CHAINS.chain("Alpha").gasService();
  }

  private EvmReader reader() {
    return nodes.of(ALPHA).orElseThrow();
  }
}
