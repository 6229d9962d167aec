// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.chain.bitcoin.BitcoinRegtest;
import io.settlement.chain.bitcoin.Outpoint;
import io.settlement.chain.contract.BtcPayload;
import io.settlement.chain.contract.MessageV1;
import io.settlement.chain.contract.TxIds;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageObserved;
import io.settlement.events.MessageEvent.MessageOrphaned;
import io.settlement.events.Topics;
import io.settlement.events.VaultEvent.AddressAssigned;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.PayloadType;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import io.settlement.kit.test.TestTokens;
import io.settlement.relayer.bitcoin.Vault;
import io.settlement.relayer.bitcoin.Vaults;
import io.settlement.relayer.bitcoin.deposit.Deposit.State;
import io.settlement.relayer.bitcoin.deposit.VaultAddress.Owner;
import io.settlement.relayer.bitcoin.wallet.TestVault;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A vault on a real node; small amounts are final with two blocks, larger ones with four. */
@SuiteTest(properties = {"settlement.relayer.roles=observer,courier"})
class DepositTest {
  private static final BitcoinRegtest NODE = BitcoinRegtest.start();
  private static final TestVault VAULT = TestVault.of(2, 3);
  private static final HandlerId HANDLER = HandlerId.parse("Alpha:0x" + "22".repeat(20));
  private static final long SMALL = 1_000_000;

  @Autowired private KafkaProbe kafka;
  @Autowired private Vaults vaults;
  @Autowired private AddressBook addresses;
  @Autowired private AddressTable scripts;
  @Autowired private DepositTable deposits;
  @Autowired private BitcoinReader reader;
  @LocalServerPort private int port;

  private Vault vault;

  @DynamicPropertySource
  static void bitcoin(DynamicPropertyRegistry properties) {
    settings(properties);
  }

  private static void settings(DynamicPropertyRegistry properties) {
    properties.add("settlement.bitcoin.network", () -> "REGTEST");
    properties.add("settlement.bitcoin.poll-interval", () -> "100ms");
    properties.add("settlement.bitcoin.providers[0].url", NODE::url);
    properties.add("settlement.bitcoin.providers[0].user", () -> BitcoinRegtest.USER);
    properties.add("settlement.bitcoin.providers[0].password", () -> BitcoinRegtest.PASSWORD);
    String vault = "settlement.relayer.bitcoin.vaults[0].";
    properties.add(vault + "descriptor", () -> VAULT.descriptor().text());
    properties.add(vault + "handler", HANDLER::toString);
    properties.add(vault + "start-block", () -> "90");
    properties.add(vault + "confirmations", () -> "4");
    properties.add(vault + "tiers[0].up-to", () -> Long.toString(SMALL));
    properties.add(vault + "tiers[0].confirmations", () -> "2");
  }

  @AfterAll
  static void close() {
    NODE.close();
  }

  @BeforeEach
  void upToDate() {
    vault = vaults.all().iterator().next();
    NODE.mine(1);
    awaitRead();
  }

  private void awaitRead() {
    Hash head = NODE.blockAt(NODE.height());
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> deposits.tip().filter(tip -> tip.hash().equals(head)).isPresent());
  }

  @Test
  void aDepositIsToldWhenItIsSeenAndFinalOnceItsAmountsBlocksStand() {
    EvmAddress recipient = recipient(1);
    VaultAddress address = addresses.assign(vault, new Owner(HANDLER, recipient));
    Hash small = NODE.pay(address.address(), SMALL);
    Hash large = NODE.pay(address.address(), SMALL + 1);
    Hash block = NODE.mine(1);

    CrossChainMessage message = observed(small).message();
    BtcPayload payload = payload(message);
    assertThat(message.from()).isEqualTo(vault.id());
    assertThat(message.from().toBigInteger()).isEqualTo(VAULT.descriptor().id());
    assertThat(message.to()).isEqualTo(HANDLER);
    assertThat(message.txid())
        .isEqualTo(TxIds.derive(vaults.chain(), HANDLER, message.terms().sequence()));
    assertThat(message.payloadType()).isEqualTo(PayloadType.BTC_DEPOSIT);
    assertThat(message.terms().handlerGas()).isEqualTo(new Gas(200_000));
    assertThat(message.terms().deadline())
        .isEqualTo(reader.header(block).medianTime().plus(Duration.ofDays(30)));
    assertThat(payload.btcTxid()).isEqualTo(small);
    assertThat(payload.account()).isEqualTo(recipient);
    assertThat(payload.amount().value()).isEqualTo(BigInteger.valueOf(SMALL));
    assertThat(payload.btcAddress()).startsWith("bcrt1");
    assertThat(observed(small).ref().blockHash()).isEqualTo(block);
    assertThat(observed(small).ref().logIndex()).isEqualTo(payload.index().longValueExact());
    awaitRead();
    assertThat(finals(small)).isEmpty();

    NODE.mine(1);
    awaitFinal(small);
    awaitRead();
    assertThat(finals(large)).isEmpty();
    NODE.mine(2);
    awaitFinal(large);
    NODE.mine(2);
    awaitRead();
    assertThat(finals(small)).singleElement().extracting(MessageFinal::message).isEqualTo(message);
    assertThat(finals(large)).hasSize(1);
  }

  @Test
  void aReorganisationOfTwoBlocksTakesADepositBackAndItIsAnotherMessageWhereItIsMinedAgain() {
    VaultAddress address = addresses.assign(vault, new Owner(HANDLER, recipient(2)));
    Hash paid = NODE.pay(address.address(), SMALL + 1);
    NODE.mine(2);
    MessageObserved first = observed(paid);

    NODE.replaceWithEmptyBlocks(2);
    MessageOrphaned gone =
        kafka.await(
            Topics.MESSAGE_EVENTS, MessageOrphaned.class, one -> one.txid().equals(first.txid()));
    assertThat(gone.ref()).isEqualTo(first.ref());
    assertThat(finals(paid)).isEmpty();

    NODE.mine(4);
    awaitFinal(paid);
    MessageFinal last = finals(paid).getFirst();
    assertThat(last.txid()).isNotEqualTo(first.txid());
    assertThat(payload(last.message()).outpoint()).isEqualTo(payload(first.message()).outpoint());
    assertThat(types(first.txid().hex())).containsExactly("MessageObserved", "MessageOrphaned");
    assertThat(types(last.txid().hex())).containsExactly("MessageObserved", "MessageFinal");
  }

  @Test
  void aDepositThatIsSpentOtherwiseInAnotherBlockIsOnlyEverOrphaned() {
    VaultAddress address = addresses.assign(vault, new Owner(HANDLER, recipient(3)));
    Outpoint coin = NODE.coin(10 * SMALL);
    byte[] elsewhere = NODE.sign(coin, NODE.newAddress(), 4 * SMALL);
    Hash paid = NODE.send(NODE.sign(coin, address.address(), 5 * SMALL));
    NODE.mineOnly(paid);
    NODE.mineOnly();
    MessageObserved first = observed(paid);

    NODE.undo(2);
    Hash other = NODE.send(elsewhere);
    NODE.mineOnly(other);
    NODE.mine(5);
    awaitRead();

    assertThat(types(first.txid().hex())).containsExactly("MessageObserved", "MessageOrphaned");
    assertThat(finals(paid)).isEmpty();
    assertThat(reader.unspent(new Outpoint(paid, 0), true)).isEmpty();
  }

  @Test
  void whatPaysAnAddressNobodyWasGivenIsKeptAndNobodyIsGivenThatAddressLater() {
    long before = deposits.count(State.UNASSIGNED);
    VaultAddress next = scripts.free(vault).orElseThrow();
    Hash paid = NODE.pay(next.address(), SMALL);
    NODE.mine(3);
    awaitRead();

    assertThat(deposits.count(State.UNASSIGNED)).isEqualTo(before + 1);
    assertThat(told(paid)).isEmpty();
    VaultAddress given = addresses.assign(vault, new Owner(HANDLER, recipient(4)));
    assertThat(given.index()).isGreaterThan(next.index());
  }

  @Test
  void whatIsBelowTheMinimumIsKeptAndToldToNobody() {
    long before = deposits.count(State.TOO_SMALL);
    VaultAddress address = addresses.assign(vault, new Owner(HANDLER, recipient(5)));
    Hash paid = NODE.pay(address.address(), vault.settings().minimum() - 1);
    NODE.mine(3);
    awaitRead();
    assertThat(deposits.count(State.TOO_SMALL)).isEqualTo(before + 1);
    assertThat(told(paid)).isEmpty();
  }

  @Test
  void aRecipientGetsTheSameAddressHoweverOftenHeAsksAndItIsTold() throws Exception {
    EvmAddress recipient = recipient(6);
    HttpResponse<String> first = ask(vault.id().toString(), HANDLER.toString(), recipient);
    HttpResponse<String> second = ask(vault.id().toString(), HANDLER.toString(), recipient);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body()).contains("bcrt1q", recipient.hex());
    AddressAssigned fact =
        kafka.await(
            Topics.VAULT_EVENTS, AddressAssigned.class, one -> one.recipient().equals(recipient));
    assertThat(first.body()).contains(fact.address());
    assertThat(scripts.derive(vault, fact.index()).address()).isEqualTo(fact.address());
    assertThat(ask("Bitcoin:0x" + "01".repeat(32), HANDLER.toString(), recipient).statusCode())
        .isEqualTo(404);
    assertThat(ask(vault.id().toString(), "Beta:0x" + "22".repeat(20), recipient).statusCode())
        .isEqualTo(422);
    EvmAddress nobody = new EvmAddress("0x" + "0".repeat(40));
    assertThat(ask(vault.id().toString(), HANDLER.toString(), nobody).statusCode()).isEqualTo(422);
  }

  @Test
  void anAddressThatIsNotTheDescriptorsIsNotTakenWhoeverTellsIt() {
    long index = scripts.free(vault).orElseThrow().index() + 5;
    String own = scripts.derive(vault, index).address();
    String foreign = scripts.derive(vault, index + 1).address();
    Owner owner = new Owner(HANDLER, recipient(7));

    addresses.onVaults(List.of(assigned(index, owner, foreign)));
    assertThat(scripts.of(vault, owner)).isEmpty();
    addresses.onVaults(List.of(assigned(index, owner, own)));
    addresses.onVaults(List.of(assigned(index, owner, own)));
    assertThat(scripts.of(vault, owner)).map(VaultAddress::index).contains(index);
    Owner thief = new Owner(HANDLER, recipient(8));
    addresses.onVaults(List.of(assigned(index, thief, own)));
    assertThat(scripts.of(vault, thief)).isEmpty();
  }

  private AddressAssigned assigned(long index, Owner owner, String address) {
    return new AddressAssigned(
        vault.id(), index, owner.handler(), owner.recipient(), address, Instant.EPOCH);
  }

  private HttpResponse<String> ask(String vaultId, String handler, EvmAddress recipient)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/v1/vaults/" + vaultId + "/addresses"))
            .header("Authorization", TestTokens.partner())
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"handler\":\"%s\",\"recipient\":\"%s\"}".formatted(handler, recipient)))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static EvmAddress recipient(int number) {
    return EvmAddress.of(BigInteger.valueOf(0xabcd00 + number));
  }

  private MessageObserved observed(Hash paid) {
    return kafka.await(
        Topics.MESSAGE_EVENTS, MessageObserved.class, one -> one.ref().txHash().equals(paid));
  }

  private void awaitFinal(Hash paid) {
    MessageFinal told =
        kafka.await(
            Topics.MESSAGE_EVENTS, MessageFinal.class, one -> one.ref().txHash().equals(paid));
    assertThat(told.ref().chain()).isEqualTo(vaults.chain());
  }

  private List<MessageFinal> finals(Hash paid) {
    return kafka.facts(
        Topics.MESSAGE_EVENTS, MessageFinal.class, one -> one.ref().txHash().equals(paid));
  }

  private List<MessageObserved> told(Hash paid) {
    return kafka.facts(
        Topics.MESSAGE_EVENTS, MessageObserved.class, one -> one.ref().txHash().equals(paid));
  }

  private List<String> types(String txid) {
    return kafka
        .facts(Topics.MESSAGE_EVENTS, MessageEvent.class, one -> one.txid().hex().equals(txid))
        .stream()
        .filter(one -> one.typeName().matches("MessageObserved|MessageFinal|MessageOrphaned"))
        .map(MessageEvent::typeName)
        .toList();
  }

  private static BtcPayload payload(CrossChainMessage message) {
    return BtcPayload.decode(MessageV1.decode(Hex.decode(message.payload())).payload());
  }
}
