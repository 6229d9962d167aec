// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.bitcoin.BitcoinAddresses;
import io.settlement.chain.bitcoin.BitcoinBroadcast;
import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.chain.bitcoin.BitcoinRegtest;
import io.settlement.chain.bitcoin.FeeRate;
import io.settlement.chain.bitcoin.Outpoint;
import io.settlement.chain.contract.BtcHandlerAbi.DepositStatus;
import io.settlement.chain.contract.BtcPayload;
import io.settlement.chain.contract.MessageV1;
import io.settlement.chain.contract.TxIds;
import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.Golden;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageObserved;
import io.settlement.events.MessageEvent.MessageOrphaned;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.Topics;
import io.settlement.events.VaultEvent.AddressAssigned;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.Terms;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.kit.outbox.Outbox;
import io.settlement.kit.problem.Problem;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.SuiteTest;
import io.settlement.kit.test.TestTokens;
import io.settlement.relayer.bitcoin.BitcoinWitness;
import io.settlement.relayer.bitcoin.BitcoinWitness.Testimony;
import io.settlement.relayer.bitcoin.TestVaults;
import io.settlement.relayer.bitcoin.Vault;
import io.settlement.relayer.bitcoin.VaultSettings;
import io.settlement.relayer.bitcoin.Vaults;
import io.settlement.relayer.bitcoin.Withdrawals;
import io.settlement.relayer.bitcoin.deposit.Deposit.State;
import io.settlement.relayer.bitcoin.deposit.VaultAddress.Owner;
import io.settlement.relayer.bitcoin.wallet.Coin;
import io.settlement.relayer.bitcoin.wallet.Destination;
import io.settlement.relayer.bitcoin.wallet.PayoutOrder;
import io.settlement.relayer.bitcoin.wallet.Spend;
import io.settlement.relayer.bitcoin.wallet.TestVault;
import io.settlement.relayer.bitcoin.wallet.VaultDescriptor;
import io.settlement.relayer.bitcoin.wallet.VaultPsbt;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.WalletUtils;
import org.web3j.crypto.exception.CipherException;

/** A vault on a real node; small amounts are final with two blocks, larger ones with four. */
@SuiteTest(
    properties = {
      "settlement.relayer.roles=observer,courier,validator",
      "settlement.relayer.validator.keystore=src/test/resources/keys/validator-1.json",
      "settlement.relayer.validator.password-file=src/test/resources/keys/password.txt",
      "settlement.relayer.validator.first-retry=20ms",
      "settlement.relayer.validator.last-retry=200ms",
      "settlement.relayer.validator.doubts=4",
      "settlement.relayer.lanes[0].chain=Alpha",
      "settlement.relayer.lanes[0].keystore=src/test/resources/keys/validator-2.json",
      "settlement.relayer.lanes[0].password-file=src/test/resources/keys/password.txt",
      "settlement.chains[0].name=Alpha",
      "settlement.chains[0].chain-id=31337",
      "settlement.chains[0].rpc-urls=http://127.0.0.1:9",
      "settlement.chains[0].settlement=0x1111111111111111111111111111111111111111",
      "settlement.chains[0].gas-service=0x1212121212121212121212121212121212121212",
      "settlement.chains[0].verifier=0x1313131313131313131313131313131313131313"
    })
class DepositTest {
  private static final BitcoinRegtest NODE = BitcoinRegtest.start();
  private static final TestVault VAULT = TestVault.of(2, 3);
  private static final HandlerId HANDLER = HandlerId.parse("Alpha:0x" + "22".repeat(20));
  private static final String REFUSED = "REFUSED:";
  private static final int REST = 6;
  private static final TestVault LOCKED = TestVault.timeLocked(REST, 2, 3, 40);
  private static final HandlerId LOCKED_HANDLER = HandlerId.parse("Alpha:0x" + "33".repeat(20));
  private static final long SMALL = 1_000_000;
  private static final TxId NOBODYS = TxId.of(BigInteger.TWO);

  @Autowired private KafkaProbe kafka;
  @Autowired private Vaults vaults;
  @Autowired private AddressBook addresses;
  @Autowired private AddressTable scripts;
  @Autowired private DepositTable deposits;
  @Autowired private BitcoinReader reader;
  @Autowired private BitcoinWitness witness;
  @Autowired private ScriptedHandler handler;
  @Autowired private RegistryView registry;
  @Autowired private JdbcClient jdbc;
  @Autowired private Withdrawals checked;
  @Autowired private Outbox outbox;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private MeterRegistry meters;
  @LocalServerPort private int port;

  private Vault vault;
  private @Nullable String lastPayout;

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
    String locked = "settlement.relayer.bitcoin.vaults[1].";
    properties.add(locked + "descriptor", () -> LOCKED.descriptor().text());
    properties.add(locked + "handler", LOCKED_HANDLER::toString);
    properties.add(locked + "confirmations", () -> "2");
    Path keys = cosigner();
    String cosigner = "settlement.relayer.bitcoin.cosigner.";
    properties.add(cosigner + "keystore", () -> keys.resolve("cosigner.json").toString());
    properties.add(cosigner + "password-file", () -> keys.resolve("password.txt").toString());
  }

  /** This validator has a key of the locked vault, and none of the other. */
  private static Path cosigner() {
    try {
      Path folder = Files.createTempDirectory("cosigner");
      Files.writeString(folder.resolve("password.txt"), "test");
      String file =
          WalletUtils.generateWalletFile(
              "test",
              ECKeyPair.create(new BigInteger(1, TestVault.seed(40))),
              folder.toFile(),
              false);
      Files.move(folder.resolve(file), folder.resolve("cosigner.json"));
      return folder;
    } catch (IOException | CipherException e) {
      throw new IllegalStateException(e);
    }
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
    pairTheVault();
  }

  private void pairTheVault() {
    RouteId back = new RouteId(HANDLER, vault.id());
    if (registry.route(back).isPresent()) {
      return;
    }
    kafka.send(Golden.read(ChainState.class));
    kafka.send(ChainState.bitcoin(vaults.chain(), "regtest", Status.ACTIVE, Instant.EPOCH));
    for (HandlerId handler : List.of(HANDLER, vault.id())) {
      kafka.send(
          new HandlerState(
              handler,
              new EvmAddress("0x" + "00".repeat(20)),
              8,
              SettlementMode.LOCK_MINT,
              "BTC",
              Status.ACTIVE,
              Instant.EPOCH));
    }
    kafka.send(new RouteState(new RouteId(vault.id(), HANDLER), Status.ACTIVE, Instant.EPOCH));
    kafka.send(new RouteState(back, Status.ACTIVE, Instant.EPOCH));
    await().until(() -> registry.route(back).isPresent());
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

  /** The contract is the subject of other tests: here a test says what it knows. */
  static final class ScriptedHandler implements CreditedDeposits {
    private volatile DepositStatus known = DepositStatus.UNKNOWN;

    @Override
    public DepositStatus status(HandlerId handler, Hash outpoint) {
      return known;
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Handlers {
    @Bean
    @Primary
    ScriptedHandler scriptedHandler() {
      return new ScriptedHandler();
    }
  }

  @Test
  void aDepositWhoseMessageFailedForWhatCanBeRepairedIsToldAgainAndSigned() throws Exception {
    VaultAddress address = addresses.assign(vault, new Owner(HANDLER, recipient(13)));
    Hash paid = NODE.pay(address.address(), SMALL);
    NODE.mine(2);
    awaitFinal(paid);
    MessageFinal first = finals(paid).getFirst();
    String path =
        "/v1/deposits/" + paid.hex().substring(2) + ":" + payload(first.message()).index();
    String again = path + "/tell-again";
    String because = "{\"because\":\"the handler is registered now\"}";
    String operator = TestTokens.operator();
    assertThat(post(again, TestTokens.partner(), because).statusCode()).isEqualTo(403);
    assertThat(post(again, operator, because).body()).contains("deposit-not-ended");

    MessageDelivered golden = Golden.read(MessageDelivered.class);
    kafka.send(
        new MessageDelivered(
            first.txid(), Outcome.FAILED, golden.ref(), golden.cost(), Instant.EPOCH));
    await().until(() -> get(path, operator).body().contains("\"outcome\":\"FAILED\""));
    handler.known = DepositStatus.CREDITED;
    assertThat(post(again, operator, because).body()).contains("deposit-stands");
    handler.known = DepositStatus.REJECTED;
    assertThat(post(again, operator, because).body()).contains("deposit-given-up");
    assertThat(finals(paid)).hasSize(1);
    handler.known = DepositStatus.UNKNOWN;
    HttpResponse<String> done = post(again, operator, because);
    assertThat(done.statusCode()).isEqualTo(202);
    assertThat(done.body()).contains("\"round\":1", "the handler is registered now");
    assertThat(post(again, operator, because).body()).contains("deposit-not-ended");

    MessageFinal second =
        kafka.await(
            Topics.MESSAGE_EVENTS,
            MessageFinal.class,
            one -> one.ref().equals(first.ref()) && !one.txid().equals(first.txid()));
    assertThat(second.message().payload()).isEqualTo(first.message().payload());
    assertThat(second.message().terms())
        .isEqualTo(
            new Terms(
                first.message().terms().sequence() + 1,
                new Gas(400_000),
                first.message().terms().deadline().plus(Duration.ofDays(30))));
    AttestationSigned signed =
        kafka.await(
            Topics.ATTESTATION_EVENTS,
            AttestationSigned.class,
            one -> one.txid().equals(second.txid()));
    assertThat(signed.kind()).isEqualTo(Kind.RECEIVE);
    assertThat(get("/v1/deposits?state=FINAL&limit=500", operator).body())
        .contains(second.txid().hex())
        .doesNotContain(first.txid().hex());
    assertThat(get("/v1/deposits/7:x", operator).body()).contains("invalid-output");
  }

  @Test
  void anOperatorSeesWithdrawalsThatAreHeldAndGivesOneUp() throws Exception {
    String txid = "0x" + "5a".repeat(32);
    jdbc.sql(
            """
            INSERT INTO payout (txid, vault, address, sats, deadline, state, reason, queued_at)
            VALUES (?, ?, 'bcrt1q', 70000, now() + interval '2 days', 'HELD', 'TOO_LATE', now())
            """)
        .params(txid, vault.id().toString())
        .update();
    HttpResponse<String> list = get("/v1/withdrawals?limit=1", TestTokens.operator());
    assertThat(list.body()).contains(txid, "\"state\":\"HELD\"", "\"next\":\"");
    assertThat(get("/v1/withdrawals", TestTokens.partner()).statusCode()).isEqualTo(403);
    assertThat(get("/v1/withdrawals?after=x", TestTokens.operator()).body())
        .contains("invalid-after");
    assertThat(get("/v1/withdrawals/" + txid, TestTokens.partner()).body())
        .contains("\"amount\":70000", "\"steps\":[]");
    assertThat(get("/v1/withdrawals/0x" + "5b".repeat(32), TestTokens.partner()).body())
        .contains("unknown-withdrawal");

    String fail = "/v1/withdrawals/" + txid + "/fail";
    String because = "{\"because\":\"its holder asked for it\"}";
    assertThat(post(fail, TestTokens.partner(), because).statusCode()).isEqualTo(403);
    assertThat(post(fail, TestTokens.operator(), because).body())
        .contains("\"state\":\"FAILED\"", "BY_OPERATOR");
    assertThat(post(fail, TestTokens.operator(), because).body()).contains("withdrawal-not-held");
    kafka.await(
        Topics.MESSAGE_EVENTS, MessageDelivered.class, one -> one.txid().hex().equals(txid));
    assertThat(
            jdbc.sql("SELECT action || ' ' || reason FROM audit WHERE subject = ?")
                .param(txid)
                .query(String.class)
                .list())
        .containsExactly("PAYOUT_FAIL its holder asked for it");
  }

  @Test
  void anOperatorShowsACosignerThatWhatItSignedCanNeverBeMined() throws Exception {
    HandlerId locked =
        vaults.all().stream()
            .filter(one -> one.settings().handler().equals(LOCKED_HANDLER))
            .findFirst()
            .orElseThrow()
            .id();
    CrossChainMessage asked = withdrawal(40, locked, NODE.newAddress(), SMALL);
    String path = "/v1/validator/withdrawals/" + asked.txid();
    String operator = TestTokens.operator();
    assertThat(get(path + "/signed", operator).body()).contains("unknown-withdrawal");
    LogRef ref = Golden.read(MessageFinal.class).ref();
    checked.add(List.of(new MessageFinal(asked.txid(), asked, ref, Instant.EPOCH)), Instant.EPOCH);
    Hash spender = NODE.pay(NODE.newAddress(), 50_000);
    NODE.mine(2);
    long height = NODE.height() - 1;
    Hash signed = new Hash("0x" + "7c".repeat(32));
    signs(asked.txid(), signed, spentBy(spender, height));

    String spent =
        "{\"transaction\":\"%s\",\"height\":%d,\"because\":\"its batch was let go\"}"
            .formatted(spender, height);
    assertThat(get(path + "/signed", operator).body()).contains(signed.hex(), "\"spentBy\":null");
    assertThat(post(path + "/spent", TestTokens.partner(), spent).statusCode()).isEqualTo(403);
    assertThat(post(path + "/spent", operator, "{\"height\":1}").statusCode()).isEqualTo(400);
    assertThat(post(path + "/spent", operator, spent).body())
        .contains(signed.hex(), "\"spentBy\":\"" + spender + "\"");
    assertThat(
            jdbc.sql("SELECT action || ' ' || reason || ' ' || result FROM audit WHERE subject = ?")
                .param(asked.txid().hex())
                .query(String.class)
                .list())
        .containsExactly("PAYMENT_DEAD its batch was let go " + spender);
  }

  private String spentBy(Hash transaction, long height) {
    return reader
        .transactionIn(reader.hashAt(height).orElseThrow(), transaction)
        .orElseThrow()
        .inputs()
        .getFirst()
        .spends()
        .toString();
  }

  private void signs(TxId withdrawal, Hash transaction, String input) {
    jdbc.sql("INSERT INTO cosigned (tx_hash, inputs, signed_at) VALUES (?, ARRAY[?], now())")
        .params(transaction.hex(), input)
        .update();
    jdbc.sql("INSERT INTO cosigned_payout (txid, tx_hash) VALUES (?, ?)")
        .params(withdrawal.hex(), transaction.hex())
        .update();
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    return send(path, token, HttpRequest.newBuilder().GET());
  }

  private HttpResponse<String> post(String path, String token, String body) throws Exception {
    return send(
        path, token, HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(String path, String token, HttpRequest.Builder request)
      throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          request
              .uri(URI.create("http://localhost:" + port + path))
              .header("Authorization", token)
              .header("Content-Type", "application/json")
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void noAddressIsGivenOutBeyondWhereNodesLookForCoins() {
    VaultSettings settings =
        new VaultSettings(TestVault.of(2, 3, 50).descriptor().text(), HANDLER, 0, 1, 1, List.of());
    Vaults small = TestVaults.of(vaults.chain(), 1, settings);
    AddressBook book =
        new AddressBook(
            small,
            scripts,
            outbox,
            new TransactionTemplate(transactions),
            meters,
            Clock.systemUTC());
    Vault one = small.all().iterator().next();

    for (int index = 0; index < 2; index++) {
      assertThat(book.assign(one, new Owner(HANDLER, recipient(60 + index))).index())
          .isEqualTo(index);
      assertThat(left(one)).isEqualTo(1 - index);
    }
    assertThatThrownBy(() -> book.assign(one, new Owner(HANDLER, recipient(62))))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status().value()).isEqualTo(503);
              assertThat(problem.code()).isEqualTo("addresses-exhausted");
            })
        .hasMessageContaining("settlement.relayer.bitcoin.last-index");
    assertThat(book.assign(one, new Owner(HANDLER, recipient(61))).index()).isEqualTo(1);
  }

  private double left(Vault one) {
    return meters
        .get("settlement.vault.addresses.left")
        .tag("vault", one.id().toString())
        .gauge()
        .value();
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

  @Test
  void aValidatorSignsTheDepositItsOwnNodeShowsAndNothingThatSomebodyMadeOfIt() {
    VaultAddress address = addresses.assign(vault, new Owner(HANDLER, recipient(9)));
    Hash paid = NODE.pay(address.address(), SMALL);
    NODE.mine(2);
    awaitFinal(paid);
    MessageFinal real = finals(paid).getFirst();
    AttestationSigned signed =
        kafka.await(
            Topics.ATTESTATION_EVENTS,
            AttestationSigned.class,
            one -> one.txid().equals(real.txid()));
    assertThat(signed.kind()).isEqualTo(Kind.RECEIVE);

    MessageFinal richer = paying(real, recipient(9), SMALL + 1, real.ref());
    MessageFinal another = paying(real, recipient(10), SMALL, real.ref());
    LogRef nowhere = at(real.ref(), Golden.read(MessageFinal.class).ref().txHash());
    MessageFinal invented = paying(real, recipient(11), SMALL, nowhere);
    kafka.send(List.of(richer, another, invented));

    assertThat(refusal(richer)).isEqualTo("CONTENT_DIFFERS");
    assertThat(refusal(another)).isEqualTo("CONTENT_DIFFERS");
    assertThat(refusal(invented)).isEqualTo("LOG_ABSENT");
    for (MessageFinal forged : List.of(richer, another, invented)) {
      assertThat(signatures(forged.txid())).isEmpty();
    }
  }

  @Test
  void aValidatorDoesNotKnowADepositToAScriptThatNobodyWasGiven() {
    VaultAddress next = scripts.free(vault).orElseThrow();
    Hash paid = NODE.pay(next.address(), SMALL);
    Hash block = NODE.mine(3);
    LogRef ref = refOf(paid, NODE.blockAt(NODE.height() - 2), NODE.height() - 2, next);
    assertThat(ref.blockHash()).isNotEqualTo(block);
    assertThat(witness.deposit(ref, NOBODYS)).isInstanceOf(Testimony.Absent.class);
  }

  @Test
  void aDepositThatIsNotDeepEnoughIsNotYetSoAndGoneWhenItsTwoBlocksAreReplaced() {
    VaultAddress address = addresses.assign(vault, new Owner(HANDLER, recipient(12)));
    Outpoint coin = NODE.coin(10 * SMALL);
    byte[] elsewhere = NODE.sign(coin, NODE.newAddress(), 4 * SMALL);
    Hash paid = NODE.send(NODE.sign(coin, address.address(), 5 * SMALL));
    Hash block = NODE.mine(2);
    long height = NODE.height() - 1;
    LogRef ref = refOf(paid, NODE.blockAt(height), height, address);
    assertThat(witness.deposit(ref, NOBODYS)).isInstanceOf(Testimony.NotYet.class);
    CrossChainMessage told = observed(paid).message();
    kafka.send(new MessageFinal(told.txid(), told, ref, Instant.EPOCH));

    NODE.undo(2);
    NODE.send(elsewhere);
    NODE.mine(5);
    awaitRead();
    assertThat(NODE.blockAt(height + 1)).isNotEqualTo(block);
    assertThat(witness.deposit(ref, NOBODYS)).isInstanceOf(Testimony.Absent.class);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> states(told.txid()).contains("REFUSED:LOG_ABSENT"));
    assertThat(signatures(told.txid())).isEmpty();
  }

  @Test
  void anOutputOfTheVaultPaysOneWithdrawalAndOnlyItsAddressAndAmount() throws Exception {
    String payee = NODE.newAddress();
    CrossChainMessage withdrawal = withdrawal(1, payee, SMALL);
    LogRef gift = mined(NODE.pay(payee, SMALL), payee);
    Spend.Payout payout = payFromVault(payee, SMALL);
    LogRef ref = mined(new Hash("0x" + requireNonNull(lastPayout)), payee);
    Outcome success = Outcome.SUCCESS;

    assertThat(witness.outcome(withdrawal, success, gift))
        .as("a stranger paid it")
        .isInstanceOf(Testimony.Contradicted.class);
    assertThat(witness.outcome(withdrawal(2, payee, payout.paid() - 1), success, ref))
        .as("more than was asked for")
        .isInstanceOf(Testimony.Contradicted.class);
    assertThat(witness.outcome(withdrawal(3, payee, 2 * SMALL), success, ref))
        .as("less than the network's fee explains")
        .isInstanceOf(Testimony.Contradicted.class);
    assertThat(witness.outcome(withdrawal(4, NODE.newAddress(), SMALL), success, ref))
        .isInstanceOf(Testimony.Contradicted.class);
    assertThat(witness.outcome(withdrawal(5, payee, SMALL), success, ref))
        .isInstanceOf(Testimony.Confirmed.class);
    assertThat(witness.outcome(withdrawal, success, ref))
        .as("the output pays another already")
        .isInstanceOf(Testimony.Contradicted.class);

    assertThat(witness.outcome(withdrawal, Outcome.FAILED, ref))
        .isInstanceOf(Testimony.Contradicted.class);
    String elsewhere = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq";
    assertThat(witness.outcome(withdrawal(6, elsewhere, SMALL), Outcome.FAILED, ref))
        .isInstanceOf(Testimony.Confirmed.class);
  }

  @Test
  void aPayoutToTheOtherVaultsAddressIsItsDepositAndBackAgainWhenItHasRested() throws Exception {
    Vault locked = vaults.find(LOCKED.descriptor().handler(vaults.chain())).orElseThrow();
    VaultAddress there = addresses.assign(locked, new Owner(LOCKED_HANDLER, recipient(30)));
    Spend.Payout out = payFromVault(there.address(), SMALL);
    Hash paid = new Hash("0x" + requireNonNull(lastPayout));
    LogRef ref = mined(paid, there.address());

    CrossChainMessage arrived = observed(paid).message();
    assertThat(arrived.from()).isEqualTo(locked.id());
    assertThat(arrived.to()).isEqualTo(LOCKED_HANDLER);
    assertThat(payload(arrived).account()).isEqualTo(recipient(30));
    assertThat(payload(arrived).amount().value()).isEqualTo(BigInteger.valueOf(out.paid()));
    awaitFinal(paid);
    assertThat(witness.deposit(ref, arrived.txid())).isEqualTo(new Testimony.Confirmed(arrived));
    CrossChainMessage withdrawal = withdrawal(30, there.address(), SMALL);
    assertThat(witness.outcome(withdrawal, Outcome.SUCCESS, ref))
        .isInstanceOf(Testimony.Confirmed.class);

    VaultAddress home = addresses.assign(vault, new Owner(HANDLER, recipient(31)));
    Coin coin = new Coin(outpoint(ref), out.paid(), VaultDescriptor.DEPOSITS, there.index());
    PayoutOrder order = order(home.address(), out.paid());
    Spend back =
        Spend.of(LOCKED.descriptor(), List.of(coin), List.of(order), FeeRate.ofSatsPerVbyte(2), 0);
    Transaction signed = LOCKED.signed(VaultPsbt.of(LOCKED.descriptor(), back)).extract();
    byte[] raw = Transaction.write(signed);
    assertThat(reader.broadcast(raw).outcome()).isEqualTo(BitcoinBroadcast.Outcome.TOO_EARLY);
    NODE.mine(REST - 2);
    assertThat(reader.broadcast(raw).outcome()).isEqualTo(BitcoinBroadcast.Outcome.ACCEPTED);
    Hash returned = new Hash("0x" + signed.txid);
    LogRef homeRef = mined(returned, home.address());
    CrossChainMessage last = observed(returned).message();
    assertThat(last.from()).isEqualTo(vault.id());
    assertThat(payload(last).account()).isEqualTo(recipient(31));
    assertThat(payload(last).amount().value())
        .isEqualTo(BigInteger.valueOf(back.payouts().getFirst().paid()));
    CrossChainMessage asked = withdrawal(31, locked.id(), home.address(), out.paid());
    assertThat(witness.outcome(asked, Outcome.SUCCESS, homeRef))
        .isInstanceOf(Testimony.Confirmed.class);
  }

  /** Where it is once it has two confirmations. */
  private LogRef mined(Hash transaction, String payee) {
    NODE.mine(2);
    long height = NODE.height() - 1;
    return refOf(transaction, NODE.blockAt(height), height, payee);
  }

  /** Out of change that the vault got for it, signed by enough of its cosigners. */
  private Spend.Payout payFromVault(String payee, long sats) throws Exception {
    long place = 500;
    String change =
        VAULT.descriptor().script(VaultDescriptor.CHANGE, place).address(BitcoinNetwork.REGTEST);
    LogRef held = mined(NODE.pay(change, 3 * sats), change);
    Coin coin = new Coin(outpoint(held), 3 * sats, VaultDescriptor.CHANGE, place);
    PayoutOrder order = order(payee, sats);
    Spend spend =
        Spend.of(
            VAULT.descriptor(),
            List.of(coin),
            List.of(order),
            FeeRate.ofSatsPerVbyte(2),
            place + 1);
    Transaction signed = VAULT.signed(VaultPsbt.of(VAULT.descriptor(), spend)).extract();
    reader.broadcast(Transaction.write(signed));
    lastPayout = signed.txid.toString();
    return spend.payouts().getFirst();
  }

  private static OutPoint outpoint(LogRef ref) {
    return new OutPoint(new fr.acinq.bitcoin.TxId(ref.txHash().hex().substring(2)), ref.logIndex());
  }

  private static PayoutOrder order(String payee, long sats) throws Destination.Unpayable {
    return new PayoutOrder(
        TxId.of(BigInteger.ONE), Destination.parse(BitcoinNetwork.REGTEST, payee), sats);
  }

  private CrossChainMessage withdrawal(int number, String payee, long sats) {
    return withdrawal(number, vault.id(), payee, sats);
  }

  private static CrossChainMessage withdrawal(int number, HandlerId from, String payee, long sats) {
    CrossChainMessage golden = Golden.read(MessageFinal.class).message();
    BtcPayload payload =
        new BtcPayload(
            new Hash("0x" + "0".repeat(64)),
            BigInteger.valueOf(number),
            payee,
            recipient(number),
            TokenAmount.of(sats));
    return new CrossChainMessage(
        TxId.of(BigInteger.valueOf(7000 + number)),
        HANDLER,
        from,
        golden.sender(),
        number,
        PayloadType.BTC_WITHDRAW,
        Hex.encode(
            new MessageV1(BigInteger.ONE, PayloadType.BTC_WITHDRAW, payload.encode()).encode()),
        null,
        golden.terms());
  }

  /** The same deposit, told with another receiver or amount, as somebody would who wants it. */
  private MessageFinal paying(MessageFinal real, EvmAddress account, long sats, LogRef ref) {
    BtcPayload told = payload(real.message());
    BtcPayload forged =
        new BtcPayload(
            ref.txHash(), told.index(), told.btcAddress(), account, TokenAmount.of(sats));
    CrossChainMessage message = real.message();
    byte[] bytes =
        new MessageV1(forged.outpoint().toBigInteger(), PayloadType.BTC_DEPOSIT, forged.encode())
            .encode();
    TxId txid = TxId.of(account.toBigInteger().add(BigInteger.valueOf(sats)));
    return new MessageFinal(
        txid,
        new CrossChainMessage(
            txid,
            message.from(),
            message.to(),
            message.sender(),
            message.nonce(),
            message.payloadType(),
            Hex.encode(bytes),
            null,
            message.terms()),
        ref,
        Instant.EPOCH);
  }

  private static LogRef at(LogRef ref, Hash transaction) {
    return new LogRef(
        ref.chain(),
        ref.blockNumber(),
        ref.blockHash(),
        ref.blockTime(),
        transaction,
        ref.logIndex());
  }

  private LogRef refOf(Hash paid, Hash block, long height, VaultAddress address) {
    return refOf(paid, block, height, address.address());
  }

  private LogRef refOf(Hash paid, Hash block, long height, String address) {
    String script = BitcoinAddresses.scriptOf(vaults.network(), address).orElseThrow();
    long vout =
        reader.transactionIn(block, paid).orElseThrow().outputs().stream()
            .filter(output -> output.script().equals(script))
            .findFirst()
            .orElseThrow()
            .outpoint()
            .vout();
    return new LogRef(vaults.chain(), height, block, Instant.EPOCH, paid, vout);
  }

  /** Why, once every validator that was asked has refused. */
  private String refusal(MessageFinal forged) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> states(forged.txid()),
            found -> !found.isEmpty() && found.stream().allMatch(one -> one.startsWith(REFUSED)))
        .getFirst()
        .substring(REFUSED.length());
  }

  private List<String> states(TxId txid) {
    return jdbc.sql(
            "SELECT state || ':' || coalesce(refusal, '') FROM to_attest WHERE txid = ? ORDER BY 1")
        .param(txid.hex())
        .query((row, at) -> row.getString(1))
        .list();
  }

  private List<AttestationSigned> signatures(TxId txid) {
    return kafka.facts(
        Topics.ATTESTATION_EVENTS, AttestationSigned.class, one -> one.txid().equals(txid));
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
