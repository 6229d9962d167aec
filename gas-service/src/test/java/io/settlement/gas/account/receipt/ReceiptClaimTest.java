// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.chain.contract.GasReceipts;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.events.GasBooksEvent.ReceiptsBuilt;
import io.settlement.events.GasEvent.GasAccountClosed;
import io.settlement.events.GasEvent.RefundClaimable;
import io.settlement.events.Topics;
import io.settlement.events.TransactionEvent.ReceiptsPublished;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasTest;
import io.settlement.gas.Story;
import io.settlement.kit.test.DeployedChains;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.TableScans;
import io.settlement.kit.test.TestTokens;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vault of a real chain pays by receipts and proofs of the service. */
class ReceiptClaimTest extends GasTest {
  /** Anvil's account 4 publishes receipts, account 6 pays for others. */
  private static final String REFUNDER = "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65";

  private static final String BENEFACTOR = "0x976EA74026E726554dB657fA54763abd0C3a0aa9";
  private static final Wei PREPAID = Wei.parse("10000000000000000");
  private static final JsonMapper JSON = new JsonMapper();

  @Autowired ReceiptTrees trees;
  @Autowired Receipts receipts;
  @Autowired PlatformTransactionManager transactions;
  @Autowired KafkaProbe kafka;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  @Test
  void payersAreGivenWhatIsLeftByTheProofsOfTheService() {
    List<Story> stories = List.of(Story.begin(), Story.begin(), Story.begin());
    List<EvmAddress> payers = stories.stream().map(ReceiptClaimTest::payer).toList();
    kafka.awaitRecords(Topics.PRICES, 2);
    for (int i = 0; i < stories.size(); i++) {
      Story story = stories.get(i);
      kafka.send(List.of(story.sent(), story.prepaidThere(payers.get(i), PREPAID)));
      kafka.send(story.ended());
    }
    List<Wei> owed = stories.stream().map(story -> claimable(story.txid)).toList();
    longAgo(stories);

    trees.build();
    trees.build();

    ReceiptsBuilt built =
        kafka.await(
            Topics.GAS_BOOKS_EVENTS, ReceiptsBuilt.class, b -> b.chain().equals(Story.BETA));
    assertThat(built.count()).isGreaterThanOrEqualTo(3);
    JsonNode receipt = receipt(stories.getFirst());
    assertThat(receipt.at("/tree/root").asString()).isEqualTo(built.root().hex());
    assertThat(receipt.at("/tree/publishedAt").isNull()).isTrue();
    try (DeployedChains chains = DeployedChains.start()) {
      Vault vault = new Vault(chains);
      for (int i = 0; i < stories.size(); i++) {
        vault.send(BENEFACTOR, GasServiceAbi.prepay(stories.get(i).txid, payers.get(i)), PREPAID);
      }
      Hash tx =
          vault.send(REFUNDER, GasServiceAbi.publishReceipts(leaves(built), built.uri()), Wei.ZERO);
      for (int i = 0; i < stories.size(); i++) {
        JsonNode claim = receipt(stories.get(i)).at("/claim/data");
        vault.send(BENEFACTOR, Hex.decode(claim.asString()), Wei.ZERO);
        assertThat(vault.balanceOf(payers.get(i))).isEqualTo(owed.get(i));
      }
      kafka.send(
          List.of(
              new ReceiptsPublished(
                  Story.BETA,
                  built.vault(),
                  built.root(),
                  built.count(),
                  stories.getFirst().blockOf(Story.BETA, tx),
                  Instant.now())));
    }
    kafka.send(stories.getFirst().claimed(Story.BETA, payers.getFirst(), owed.getFirst()));
    kafka.await(
        Topics.GAS_EVENTS,
        GasAccountClosed.class,
        closed -> closed.txid().equals(stories.getFirst().txid));
    await().until(() -> receipt(stories.getFirst()).at("/tree/publishedTx").isString());
  }

  @Test
  void receiptsAreFoundWithoutReadingATableFromEndToEnd() {
    Hash root = new Hash("0x" + "ee".repeat(32));
    assertThat(
            new TableScans(jdbc, transactions)
                .after(() -> fill(root))
                .during(
                    () -> {
                      receipts.of(new TxId("0x" + "0".repeat(60) + "1234"));
                      receipts.tree(root);
                      receipts.leaves(root, "0x" + "0".repeat(60) + "1234", 10);
                      receipts.ready(1_000, Instant.EPOCH);
                    }))
        .doesNotContainKeys("gas_receipt", "gas_vault_account");
  }

  private void fill(Hash root) {
    jdbc.sql(
            """
            insert into gas_receipt_tree (root, chain, vault, leaves, uri, built_at)
            values (?, 'Alpha', '0x' || lpad('a1', 40, '0'), 20000, 'x', now())
            """)
        .param(root.hex())
        .update();
    jdbc.sql(
            """
            insert into gas_receipt (root, leaf, txid, chain, payer, prepaid, spent, refund, proof)
            select ?, '0x' || lpad(to_hex(i), 64, '0'), '0x' || lpad(to_hex(i), 64, '0'), 'Alpha',
                   '0x' || lpad('1', 40, '0'), 3, 2, 1, ''
              from generate_series(1, 20000) as i
            """)
        .param(root.hex())
        .update();
    jdbc.sql(
            """
            insert into gas_vault_account (txid, chain, payer, settled, due, way, decided_at, root)
            select txid, chain, payer, prepaid, refund, 'PUSHED', now(), root from gas_receipt
             where root = ?
            """)
        .param(root.hex())
        .update();
  }

  @Test
  void aReceiptOfAMessageThatHasNotEndedIsAProblemWithACode() {
    Story story = Story.begin();
    transaction.executeWithoutResult(
        status ->
            jdbc.sql("insert into gas_account (txid) values (?)").param(story.txid.hex()).update());

    assertThat(get("/v1/gas/" + story.txid + "/receipt").get("code").asString())
        .isEqualTo("not-ended");
    assertThat(get("/v1/gas/" + Story.begin().txid + "/receipt").get("code").asString())
        .isEqualTo("unknown-message");
    assertThat(get("/v1/receipts/0x" + "ab".repeat(32)).get("code").asString())
        .isEqualTo("unknown-receipts");
  }

  /** Reads the leaves as the world does, two at a time, and builds the tree of them again. */
  private GasReceipts leaves(ReceiptsBuilt built) {
    List<GasReceipts.Receipt> leaves = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = get("/v1/receipts/" + built.root() + "?limit=2&after=" + after);
      page.get("leaves").forEach(leaf -> leaves.add(read(leaf)));
      after = page.path("next").asString("");
    } while (!after.isEmpty());
    GasReceipts again = GasReceipts.of(leaves);
    assertThat(again.root()).isEqualTo(built.root());
    assertThat(again.count()).isEqualTo((int) built.count());
    return again;
  }

  private static GasReceipts.Receipt read(JsonNode leaf) {
    return new GasReceipts.Receipt(
        new TxId(leaf.get("txid").asString()),
        new EvmAddress(leaf.get("payer").asString()),
        Wei.parse(leaf.get("prepaid").asString()),
        Wei.parse(leaf.get("spent").asString()),
        Wei.parse(leaf.get("refund").asString()));
  }

  private Wei claimable(TxId txid) {
    return kafka
        .await(Topics.GAS_EVENTS, RefundClaimable.class, fact -> fact.txid().equals(txid))
        .amount();
  }

  /** So that they need not wait for others. */
  private void longAgo(List<Story> stories) {
    jdbc.sql(
            "update gas_vault_account set decided_at = now() - interval '1 day' where txid ="
                + " any(?)")
        .param(stories.stream().map(story -> story.txid.hex()).toArray(String[]::new))
        .update();
  }

  private JsonNode receipt(Story story) {
    return get("/v1/gas/" + story.txid + "/receipt").get("receipts").get(0);
  }

  private JsonNode get(String path) {
    byte[] body =
        RestTestClient.bindToServer()
            .baseUrl("http://localhost:" + port)
            .build()
            .get()
            .uri(path)
            .header(HttpHeaders.AUTHORIZATION, TestTokens.partner())
            .exchange()
            .expectBody()
            .returnResult()
            .getResponseBodyContent();
    return JSON.readTree(body);
  }

  /** Somebody nobody has paid yet. */
  private static EvmAddress payer(Story story) {
    return new EvmAddress("0x" + story.txid.hex().substring(26));
  }

  /** The vault of a real Beta. */
  private record Vault(DeployedChains chains) {

    Hash send(String from, byte[] data, Wei value) {
      JsonNode hash =
          rpc(
              "eth_sendTransaction",
              Map.of(
                  "from",
                  from,
                  "to",
                  chains.chain("Beta").gasService().hex(),
                  "gas",
                  "0x100000",
                  "value",
                  "0x" + value.value().toString(16),
                  "data",
                  Hex.encode(data)));
      JsonNode mined =
          await()
              .atMost(Duration.ofSeconds(10))
              .until(() -> rpc("eth_getTransactionReceipt", hash.asString()), JsonNode::isObject);
      assertThat(mined.get("status").asString()).isEqualTo("0x1");
      return new Hash(hash.asString());
    }

    Wei balanceOf(EvmAddress account) {
      String balance = rpc("eth_getBalance", account.hex(), "latest").asString();
      return new Wei(new BigInteger(balance.substring(2), 16));
    }

    private JsonNode rpc(String method, Object... params) {
      return chains.node("Beta").rpc(method, params);
    }
  }
}
