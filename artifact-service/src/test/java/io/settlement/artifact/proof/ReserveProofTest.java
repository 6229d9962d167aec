// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.artifact.AdmittedTest;
import io.settlement.artifact.Contracts;
import io.settlement.artifact.primitive.Primitive;
import io.settlement.artifact.primitive.Primitives;
import io.settlement.artifact.proof.PauseReports.Report;
import io.settlement.artifact.proof.Proofs.Judged;
import io.settlement.artifact.proof.Statements.Statement;
import io.settlement.artifact.proof.VaultOutputs.Held;
import io.settlement.artifact.proof.VaultOutputs.Holding;
import io.settlement.artifact.reserve.PastBalances;
import io.settlement.artifact.reserve.Reserves.Balance;
import io.settlement.chain.contract.BtcPayload;
import io.settlement.chain.contract.MessageV1;
import io.settlement.chain.contract.Signable;
import io.settlement.events.ArtifactEvent;
import io.settlement.events.ArtifactEvent.ImbalanceCleared;
import io.settlement.events.ArtifactEvent.ImbalanceRaised;
import io.settlement.events.ArtifactEvent.MintingPauseWanted;
import io.settlement.events.ArtifactEvent.PrimitiveStage;
import io.settlement.events.ArtifactEvent.StatementSigned;
import io.settlement.events.LiquidityEvent.LiquidityChanged;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.FactWithdrawn;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.PauseEvent.MintingPauseReported;
import io.settlement.events.PauseEvent.Progress;
import io.settlement.events.PsbtEvent.PayoutConfirmed;
import io.settlement.events.PsbtEvent.PsbtProposed;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.Topics;
import io.settlement.events.VaultEvent.AddressAssigned;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.kit.test.DeployedChains.DeployedHandler;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/** Deposits, positions and withdrawals on a real chain with the real contracts. */
class ReserveProofTest extends AdmittedTest {

  @Autowired Proofs proofs;
  @Autowired Primitives primitives;
  @Autowired PastBalances past;
  @Autowired JdbcClient jdbc;
  @Autowired StatementTable statements;
  @Autowired PauseReports reports;
  @Autowired VaultProof vaults;
  @Autowired VaultBooks books;
  @Autowired LiquidityNews news;
  @Autowired VaultReach reach;

  @Test
  void outputsAreLookedForAsFarAsAddressesWereGivenOut() {
    HandlerId there = HandlerId.of(BITCOIN, vault);
    HandlerId handler = HandlerId.of(ALPHA, contracts.handler);
    assertThat(reach.lastIndex(there)).isEqualTo(1_000);
    for (long index : List.of(1_500L, 7L)) {
      EvmAddress recipient = EvmAddress.of(BigInteger.valueOf(index));
      kafka.send(new AddressAssigned(there, index, handler, recipient, ADDRESS, Instant.EPOCH));
    }
    await().until(() -> reach.lastIndex(there) == 1_500);
    assertThat(reach.lastIndex(null)).isEqualTo(1_000);
  }

  @Test
  void whatIsDepositedStakedWrappedPooledAndRedeemedProvesToTheSatoshi() {
    Coin first = deposit(600_000);
    Coin second = deposit(400_000);
    assertThat(prove().proof().sums().inFlight()).isZero();
    assertThat(prove().proof().sums().minted()).isEqualTo(1_000_000);
    contracts.send(Contracts.HOLDER, contracts.staking, "stake", new Uint256(200_000));
    contracts.send(Contracts.HOLDER, contracts.staking, "unstake", new Uint256(50_000));
    contracts.send(Contracts.HOLDER, contracts.wrapper, "deposit", new Uint256(70_000));
    contracts.send(Contracts.HOLDER, contracts.wrapper, "withdraw", new Uint256(20_000));
    contracts.send(
        Contracts.HOLDER, contracts.basket, "deposit", Contracts.amounts(40_000, 60_000));
    contracts.send(Contracts.HOLDER, contracts.basket, "withdraw", new Uint256(50_000));
    contracts.send(
        Contracts.OWNER, contracts.basket, "report_loss", new Uint256(0), new Uint256(1_000));
    BigInteger paid = contracts.withdraw(100_000);
    BigInteger returned = contracts.withdraw(30_000);

    Judged before = prove();

    assertThat(before.proof().findings()).isEmpty();
    assertThat(before.proof().sums().awaitingPayout()).isEqualTo(130_000);
    assertThat(balances())
        .containsEntry("staked:" + contracts.staking, 150_000L)
        .containsEntry("wrapped:" + contracts.wrapper, 50_000L)
        .containsEntry("basket:" + contracts.basket + "/0", 19_000L)
        .containsEntry("escrow", 130_000L)
        .containsEntry("backed", -1_000_000L);

    call(HttpMethod.GET, path("/baskets"), null, 200)
        .jsonPath("$[0].shares")
        .isEqualTo("50000")
        .jsonPath("$[0].legs[0].artifact")
        .isEqualTo(artifact)
        .jsonPath("$[0].legs[0].ratio")
        .isEqualTo("0.40000000")
        .jsonPath("$[0].legs[0].reserve")
        .isEqualTo("19000")
        .jsonPath("$[0].legs[0].perShare")
        .isEqualTo("0.38000000")
        .jsonPath("$[0].legs[1].openTickets")
        .isEqualTo("50000")
        .jsonPath("$[0].legs[1].owed")
        .isEqualTo("100000");

    kafka.send(withdrawn(paid, 100_000, Outcome.SUCCESS));
    kafka.send(withdrawn(returned, 30_000, Outcome.FAILED));
    await().until(() -> custody() == 900_000);
    assertThat(prove().proof().sums().paidNotBurned()).isEqualTo(100_000);
    contracts.callBack(paid, vault, true);
    contracts.callBack(returned, vault, false);

    Judged after = prove();

    assertThat(after.balanced()).isTrue();
    assertThat(after.proof().findings()).isEmpty();
    assertThat(after.proof().sums())
        .returns(BigInteger.valueOf(900_000), Sums::circulating)
        .returns(BigInteger.valueOf(1_000_000), Sums::deposits)
        .returns(BigInteger.valueOf(100_000), Sums::withdrawals)
        .returns(BigInteger.ZERO, Sums::awaitingPayout);
    assertThat(after.proof().chains().getFirst().found()).isEqualTo(900_000);
    assertThat(past.verify(artifact, 0, 10_000).broken()).isNull();
    assertThat(primitives.find(id).orElseThrow().state()).isEqualTo(PrimitiveStage.ADMITTED);
    assertThat(openMessages(first, second)).isZero();
  }

  @Test
  void aForgedMintRaisesAnAlarmThatNamesItAndOrdersThePauseOfThisArtifactOnly() {
    deposit(500_000);
    assertThat(prove().balanced()).isTrue();
    String forged =
        contracts.forge("mint_to", contracts.handler, 7).path("transactionHash").asString();

    assertThat(prove().balanced()).isFalse();
    assertThat(prove().balanced()).isFalse();

    assertThat(said(ImbalanceRaised.class, 1))
        .singleElement()
        .satisfies(raised -> assertThat(raised.detail()).contains("7 by " + forged));
    assertThat(said(MintingPauseWanted.class, 1))
        .singleElement()
        .returns(contracts.token, MintingPauseWanted::contract);
    String[] order = new String[1];
    call(HttpMethod.GET, path("/orders"), null, 200)
        .jsonPath("$.length()")
        .isEqualTo(1)
        .jsonPath("$[0].to")
        .isEqualTo(contracts.token.hex())
        .jsonPath("$[0].data")
        .value(String.class, data -> order[0] = data);
    contracts.send(Contracts.OWNER, contracts.token, order[0]);
    kafka.send(reported(Progress.SENT, Hash.of(BigInteger.ONE)));
    kafka.send(reported(Progress.PAUSED, Hash.of(BigInteger.ONE)));
    await()
        .until(
            () -> reports.of(artifact, ALPHA, 1).map(Report::progress).orElse(null),
            Progress.PAUSED::equals);
    call(HttpMethod.GET, path("/orders"), null, 200)
        .jsonPath("$[0].report.progress")
        .isEqualTo("PAUSED")
        .jsonPath("$[0].report.txHash")
        .isEqualTo(Hash.of(BigInteger.ONE).hex());
    BigInteger redeemed = contracts.withdraw(100_000); // minting stops, redemption does not
    assertThat(redeemed).isPositive();
    call(
        HttpMethod.POST,
        path("/imbalances/1/notes"),
        Map.of("text", "the forged artifacts are burned"),
        200);
    contracts.forge("burn_from", contracts.handler, 7);

    assertThat(prove().balanced()).isTrue();

    assertThat(said(ImbalanceCleared.class, 1)).hasSize(1);
    call(HttpMethod.GET, path("/orders"), null, 200).jsonPath("$.length()").isEqualTo(0);
    call(HttpMethod.GET, path("/imbalances"), null, 200)
        .jsonPath("$[0].imbalance.clearedAt")
        .isNotEmpty()
        .jsonPath("$[0].notes[0].by")
        .isEqualTo("test-operator");
  }

  private MintingPauseReported reported(Progress progress, Hash txHash) {
    return new MintingPauseReported(
        artifact, ALPHA, contracts.token, 1, progress, Contracts.OWNER, txHash, Instant.now());
  }

  @Test
  void whatTheNetworkTookIsEachWithdrawalsOwnAndWhatTheVaultPaidIsTheOperatorsUntilItIsMadeGood() {
    deposit(500_000);
    BigInteger first = contracts.withdraw(100_000);
    BigInteger second = contracts.withdraw(50_000);
    PsbtProposed child =
        new PsbtProposed(
            batch(), 1, vaultId(), "cHNidA==", 9_000, 400, List.of(), 3, Instant.now());
    kafka.send(child);
    await().until(() -> books.expenses(vaultId()).equals(BigInteger.valueOf(400)));
    Sums before = prove().proof().sums();
    assertThat(found(before, holds(100, 349_600)))
        .as("paid and not told, with the child")
        .isEmpty();
    assertThat(found(before, holds(100, 349_599))).hasSize(1);

    kafka.send(withdrawn(first, 100_000, Outcome.SUCCESS));
    kafka.send(withdrawn(second, 50_000, Outcome.SUCCESS));
    kafka.send(paid(first, second));
    kafka.send(paid(first, second));
    kafka.send(child);
    await().until(() -> custody() == 349_600);
    await().until(() -> prove().proof().sums().operatorBears().intValueExact() == 400);

    Sums sums = prove().proof().sums();
    assertThat(sums.reserve()).isEqualTo(350_000);
    assertThat(sums.difference()).isZero();
    assertThat(found(sums, holds(101, 349_600))).isEmpty();
    assertThat(found(sums, holds(101, 349_599))).hasSize(1);
    call(HttpMethod.GET, path("/withdrawals/" + TxId.of(first)), null, 200)
        .jsonPath("$.amount")
        .isEqualTo("100000")
        .jsonPath("$.paid")
        .isEqualTo("99800")
        .jsonPath("$.fee")
        .isEqualTo("200");
    assertThat(onBitcoin())
        .containsEntry("fees", 350L)
        .containsEntry("owners:out", 149_650L)
        .containsEntry("operator", 400L);

    assertThat(found(sums, holds(102, 350_100))).as("500 were paid to the change").isEmpty();
    assertThat(onBitcoin()).containsEntry("operator", 400L);
    assertThat(found(sums, holds(107, 350_100))).isEmpty();

    assertThat(onBitcoin()).containsEntry("operator", -100L).containsEntry("custody", 350_100L);
    assertThat(found(sums, holds(108, 350_100))).isEmpty();
    assertThat(found(sums, holds(108, 350_099))).hasSize(1);
    assertThat(past.verify(artifact, 0, 10_000).broken()).isNull();
  }

  private String batch() {
    return vaultId() + "/1";
  }

  private HandlerId vaultId() {
    return HandlerId.of(BITCOIN, vault);
  }

  private PayoutConfirmed paid(BigInteger first, BigInteger second) {
    return new PayoutConfirmed(
        batch(),
        vaultId(),
        Hash.of(random(255)),
        350,
        400,
        List.of(
            new PayoutConfirmed.Paid(TxId.of(first), 0, 100_000, 99_800),
            new PayoutConfirmed.Paid(TxId.of(second), 1, 50_000, 49_850)),
        1,
        Hash.of(random(255)),
        Instant.now());
  }

  /** All of it change, in the block of this height. */
  private static Holding holds(long height, long amount) {
    Held change = new Held(Hash.of(random(255)), 0, BigInteger.valueOf(amount), true);
    return new Holding(height, Hash.of(BigInteger.valueOf(height)), List.of(change));
  }

  private List<Finding> found(Sums sums, Holding holding) {
    List<Finding> findings = new ArrayList<>();
    Primitive primitive = primitives.find(id).orElseThrow();
    vaults.prove(primitive, vaultId(), holding, sums, findings);
    return findings;
  }

  private Map<String, Long> onBitcoin() {
    Map<String, Long> balances = new TreeMap<>();
    for (Balance balance : past.atBlock(artifact, BITCOIN, Long.MAX_VALUE)) {
      balances.put(balance.account(), balance.amount().longValueExact());
    }
    return balances;
  }

  @Test
  void aMintForAnOutputThatNobodyVerifiedIsNamedUntilItIs() {
    Coin coin = coin(250_000);
    contracts.deliver(coin.txid().toBigInteger(), vault, coin.message());

    Judged judged = prove();

    assertThat(judged.proof().sums().difference()).isEqualTo(250_000);
    assertThat(judged.proof().findings())
        .extracting(Finding::what)
        .contains("MINTED_WITHOUT_DEPOSIT", "claims and custody");
    assertThat(judged.proof().findings())
        .anySatisfy(
            finding -> assertThat(finding.detail()).contains(coin.payload().outpoint().hex()));

    kafka.send(coin.sent());
    await().until(() -> custody() == 250_000);
    assertThat(prove().balanced()).isTrue();
  }

  @Test
  void aDepositWhoseFinalBlockWasReplacedLeavesTheBooksOnceAndIsNamedWhereItWasMinted() {
    Coin minted = coin(300_000);
    Coin waiting = coin(200_000);
    MessageFinal mint = minted.sent();
    MessageFinal wait = waiting.sent();
    contracts.deliver(minted.txid().toBigInteger(), vault, minted.message());
    kafka.send(List.of(mint, minted.delivered(Outcome.SUCCESS), wait));
    await().until(() -> custody() == 500_000);
    assertThat(prove().proof().sums().inFlight()).isEqualTo(200_000);

    kafka.send(List.of(gone(wait), gone(wait), wait));
    await().until(() -> custody() == 300_000);
    assertThat(prove().proof().findings()).isEmpty();
    assertThat(prove().proof().sums())
        .returns(BigInteger.ZERO, Sums::inFlight)
        .returns(BigInteger.valueOf(300_000), Sums::deposits);

    kafka.send(gone(mint));
    await().until(() -> custody() == 0);
    assertThat(prove().proof().findings())
        .filteredOn(finding -> finding.what().equals("MINTED_WITHOUT_DEPOSIT"))
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.detail()).contains(minted.payload().outpoint().hex()));

    kafka.send(new Coin(TxId.of(random(255)), minted.payload()).sent());
    await().until(() -> custody() == 300_000);
    kafka.send(List.of(mint, gone(mint)));
    assertThat(prove().proof().findings()).isEmpty();
    assertThat(bookings(minted)).containsExactly("DEPOSIT", "DEPOSIT_REVERSED", "DEPOSIT");
    assertThat(bookings(waiting)).containsExactly("DEPOSIT", "DEPOSIT_REVERSED");
    assertThat(past.verify(artifact, 0, 10_000).broken()).isNull();
  }

  private static FactWithdrawn gone(MessageFinal fact) {
    return new FactWithdrawn(fact.txid(), "MessageFinal", fact.ref(), Instant.now());
  }

  /** What was booked of an output on Bitcoin, in order. */
  private List<String> bookings(Coin coin) {
    return jdbc.sql(
            """
            select movement from booking
             where chain = 'Bitcoin' and cause like ? || '%' order by seq
            """)
        .param("Bitcoin/" + coin.payload().outpoint())
        .query((row, n) -> row.getString("movement"))
        .list();
  }

  @Test
  void aDepositThatFailedIsItsSendersAndOneTwiceToldIsBookedOnce() {
    Coin failed = coin(90_000);
    kafka.send(List.of(failed.sent(), failed.delivered(Outcome.FAILED)));
    Coin twice = coin(10_000);
    Coin again = new Coin(TxId.of(random(255)), twice.payload());
    kafka.send(List.of(twice.sent(), again.sent(), again.delivered(Outcome.SUCCESS)));
    await().until(() -> custody() == 100_000);

    Sums sums = prove().proof().sums();

    assertThat(sums.unassigned()).isEqualTo(90_000);
    assertThat(sums.inFlight()).isEqualTo(10_000);
    assertThat(sums.difference()).isZero();
    assertThat(custody()).isEqualTo(100_000);
  }

  @Test
  void aStatementIsSignedForAnybodyToCheckAndNamesTheOneBefore() throws Exception {
    deposit(123_456);
    finalise();
    call(HttpMethod.POST, path("/statements"), Map.of(), 200);
    call(HttpMethod.POST, path("/statements"), Map.of(), 200)
        .jsonPath("$.number")
        .isEqualTo(2)
        .jsonPath("$.balanced")
        .isEqualTo(true);

    List<StatementSigned> signed = said(StatementSigned.class, 2);

    Statement last = statements.newest(artifact).orElseThrow();
    assertThat(last.text())
        .contains("\"reserve\":\"123456\"", "\"circulating\":\"123456\"")
        .contains("\"previous\":\"" + signed.getFirst().hash() + "\"");
    byte[] text = last.text().getBytes(UTF_8);
    assertThat(new Signable(text).digest()).isEqualTo(last.hash());
    byte[] signature = Hex.decode(last.signature());
    BigInteger key =
        Sign.signedPrefixedMessageToKey(
            text,
            new Sign.SignatureData(
                signature[64],
                Arrays.copyOfRange(signature, 0, 32),
                Arrays.copyOfRange(signature, 32, 64)));
    assertThat("0x" + Keys.getAddress(key))
        .isEqualTo(Contracts.signer().address())
        .isEqualTo(last.signer().hex());
    call(HttpMethod.GET, path("/statements/latest"), null, 200).jsonPath("$.number").isEqualTo(2);
    call(HttpMethod.GET, path("/statements/9"), null, 404)
        .jsonPath("$.code")
        .isEqualTo("no-statement");
  }

  @Test
  void aRouteThatUnlocksHasWhatItsHandlerHasAndOneThatMintsStopsWithTheBalance() {
    DeployedHandler unlocks = Contracts.chain().handler("lockUnlock");
    DeployedHandler mints = Contracts.chain().handler("mintBurn");
    HandlerId far = HandlerId.of(new ChainName("Beta"), EvmAddress.of(random(160)));
    for (DeployedHandler handler : List.of(unlocks, mints)) {
      kafka.send(
          new HandlerState(
              handler.id(),
              handler.token(),
              8,
              handler.mode(),
              artifact,
              Status.ACTIVE,
              Instant.now()));
      RouteId route = new RouteId(far, handler.id());
      kafka.send(new RouteState(route, Status.ACTIVE, Instant.now()));
      await().until(() -> registry.route(route).isPresent());
    }
    String minting = "$[?(@.to == '" + mints.id() + "')].stopped";
    String unlocking = "$[?(@.to == '" + unlocks.id() + "')].available";
    call(HttpMethod.GET, path("/liquidity"), null, 200)
        .jsonPath(unlocking)
        .isEqualTo("100000000000"); // what the deployment gave it
    news.tell();
    news.tell();
    RouteId unlocked = new RouteId(far, unlocks.id());
    RouteId minted = new RouteId(far, mints.id());
    assertThat(liquidity(unlocked, 1))
        .extracting(LiquidityChanged::available)
        .containsExactly(new TokenAmount(new BigInteger("100000000000")));
    assertThat(liquidity(minted, 1).getFirst().stopped()).isNull();
    contracts.forge("mint_to", contracts.handler, 7);
    assertThat(prove().balanced()).isFalse();

    call(HttpMethod.GET, path("/liquidity"), null, 200)
        .jsonPath(minting)
        .isEqualTo("minting stops while the reserves do not prove");
    news.tell();
    assertThat(liquidity(minted, 2).getLast().stopped())
        .isEqualTo("minting stops while the reserves do not prove");
    assertThat(liquidity(unlocked, 1)).as("said again only when it changes").hasSize(1);
    jdbc.sql("update route_liquidity set told_at = told_at - interval '2 minutes'").update();
    news.tell();
    assertThat(liquidity(unlocked, 2)).hasSize(2);
  }

  private List<LiquidityChanged> liquidity(RouteId route, int count) {
    return kafka.await(
        Topics.LIQUIDITY_EVENTS,
        LiquidityChanged.class,
        it -> it.route().equals(route) && it.artifact().equals(artifact),
        count);
  }

  @Test
  void pointsThatAreNotTheContractsAreFound() {
    deposit(500_000);
    contracts.send(Contracts.HOLDER, contracts.staking, "stake", new Uint256(200_000));
    assertThat(prove().proof().findings()).isEmpty();
    jdbc.sql("update stake set points = points + 1 where contract = ?")
        .param(contracts.staking.hex())
        .update();

    assertThat(prove().proof().findings())
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.what()).startsWith("points of " + Contracts.HOLDER));
  }

  private Judged prove() {
    finalise();
    Primitive primitive = primitives.find(id).orElseThrow();
    return proofs.prove(primitive);
  }

  private long custody() {
    return past.atBlock(artifact, BITCOIN, Long.MAX_VALUE).stream()
        .filter(balance -> balance.account().equals("custody"))
        .mapToLong(balance -> balance.amount().longValueExact())
        .sum();
  }

  private Map<String, Long> balances() {
    Map<String, Long> balances = new TreeMap<>();
    for (Balance balance : past.atBlock(artifact, ALPHA, Long.MAX_VALUE)) {
      balances.put(balance.account(), balance.amount().longValueExact());
    }
    return balances;
  }

  private long openMessages(Coin... coins) {
    return List.of(coins).stream()
        .filter(
            coin ->
                jdbc.sql("select open from btc_message where txid = ?")
                    .param(coin.txid().hex())
                    .query(Boolean.class)
                    .single())
        .count();
  }

  /** Verified, delivered and heard of. */
  private Coin deposit(long amount) {
    Coin coin = coin(amount);
    long before = custody();
    kafka.send(List.of(coin.sent(), coin.delivered(Outcome.SUCCESS)));
    contracts.deliver(coin.txid().toBigInteger(), vault, coin.message());
    await().until(() -> custody() == before + amount);
    return coin;
  }

  private List<MessageEvent> withdrawn(BigInteger txid, long amount, Outcome outcome) {
    BtcPayload payload =
        new BtcPayload(
            Hash.of(BigInteger.ZERO),
            BigInteger.ONE,
            ADDRESS,
            Contracts.HOLDER,
            TokenAmount.of(amount));
    TxId message = TxId.of(txid);
    return List.of(
        told(
            message,
            HandlerId.of(ALPHA, contracts.handler),
            HandlerId.of(BITCOIN, vault),
            PayloadType.BTC_WITHDRAW,
            new MessageV1(BigInteger.ONE, PayloadType.BTC_WITHDRAW, payload.encode()).encode()),
        new MessageDelivered(message, outcome, ref(BITCOIN), cost(BITCOIN, 0), Instant.now()));
  }

  private <F extends ArtifactEvent> List<F> said(Class<F> type, int count) {
    return kafka.await(
        Topics.ARTIFACT_EVENTS, type, fact -> fact.artifact().equals(artifact), count);
  }

  private String path(String rest) {
    return "/v1/artifacts/" + artifact + rest;
  }
}
