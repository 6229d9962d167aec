// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.psbt.Global;
import fr.acinq.bitcoin.psbt.Psbt;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.chain.bitcoin.BitcoinAddresses;
import io.settlement.chain.bitcoin.BitcoinBroadcast;
import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.chain.bitcoin.BitcoinRegtest;
import io.settlement.chain.bitcoin.FeeRate;
import io.settlement.chain.bitcoin.UnspentOutput;
import io.settlement.chain.contract.BtcPayload;
import io.settlement.chain.contract.MessageV1;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.TransactionSent;
import io.settlement.events.PsbtEvent;
import io.settlement.events.PsbtEvent.PayoutConfirmed;
import io.settlement.events.PsbtEvent.PsbtProposed;
import io.settlement.events.PsbtEvent.PsbtRefused;
import io.settlement.events.PsbtEvent.PsbtSigned;
import io.settlement.events.SuiteEvent;
import io.settlement.events.VaultEvent.PayoutFees;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.FinalityTier;
import io.settlement.events.value.Gas;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.Terms;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.test.Databases;
import io.settlement.relayer.bitcoin.BitcoinWitness;
import io.settlement.relayer.bitcoin.BitcoinWitness.Testimony;
import io.settlement.relayer.bitcoin.PaymentPromise;
import io.settlement.relayer.bitcoin.TestVaults;
import io.settlement.relayer.bitcoin.VaultSettings;
import io.settlement.relayer.bitcoin.Withdrawals;
import io.settlement.relayer.bitcoin.deposit.TestWitness;
import io.settlement.relayer.bitcoin.payout.PayoutSettings;
import io.settlement.relayer.bitcoin.payout.PayoutVault;
import io.settlement.relayer.bitcoin.payout.TestDesk;
import io.settlement.relayer.bitcoin.wallet.Coin;
import io.settlement.relayer.bitcoin.wallet.Destination;
import io.settlement.relayer.bitcoin.wallet.PayoutOrder;
import io.settlement.relayer.bitcoin.wallet.Spend;
import io.settlement.relayer.bitcoin.wallet.TestVault;
import io.settlement.relayer.bitcoin.wallet.VaultPsbt;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real Bitcoin node, a database for each cosigner, and the facts carried between them. */
class PayoutJourneyTest {
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
  private static final ExecutionCost NO_COST =
      new ExecutionCost(
          new ChainName("Bitcoin"),
          new Hash("0x" + "00".repeat(32)),
          new EvmAddress("0x" + "00".repeat(20)),
          new Gas(0),
          Wei.ZERO,
          Wei.ZERO,
          Wei.ZERO,
          true);
  private static final List<Store> STORES = new ArrayList<>();
  private static BitcoinRegtest node;
  private static BitcoinReader reader;
  private static int vaults;

  private record Store(JdbcClient jdbc, TransactionTemplate transactions) {
    static Store fresh() {
      String url = Databases.fresh();
      Flyway.configure()
          .dataSource(url, "settlement", "settlement")
          .locations("classpath:db/kit", "classpath:db/migration")
          .load()
          .migrate();
      var source = new SingleConnectionDataSource(url, "settlement", "settlement", true);
      return new Store(
          JdbcClient.create(source), new TransactionTemplate(new JdbcTransactionManager(source)));
    }
  }

  @BeforeAll
  static void start() {
    node = BitcoinRegtest.start();
    reader = node.reader();
    for (int i = 0; i < 3; i++) {
      STORES.add(Store.fresh());
    }
  }

  @AfterAll
  static void stop() {
    reader.close();
    node.close();
  }

  @Test
  void threeWithdrawalsAreOneTransactionThatIsMadeWorthMoreUntilItIsMined() {
    World world = new World(200);
    List<TxId> three =
        List.of(
            world.withdraw(100_000, address("bech32m")),
            world.withdraw(200_000, address("legacy")),
            world.withdraw(300_000, address("bech32")));
    world.turn();
    Hash first = world.lastSent();
    assertThat(reader.mempoolEntry(first)).isPresent();
    assertThat(world.all(PsbtProposed.class).getFirst().members())
        .containsExactlyInAnyOrderElementsOf(three);

    world.pass(Duration.ofHours(1));
    world.turn();
    Hash second = world.lastSent();
    assertThat(second).isNotEqualTo(first);
    assertThat(reader.mempoolEntry(first)).isEmpty();
    long fee = reader.mempoolEntry(second).orElseThrow().feeSats();

    Hash block = node.mine(1);
    world.turn();
    assertThat(world.all(PayoutConfirmed.class)).as("one block is not two").isEmpty();
    node.mine(1);
    world.turn();
    world.turn();

    PayoutConfirmed paid = world.all(PayoutConfirmed.class).getFirst();
    assertThat(world.all(PayoutConfirmed.class)).hasSize(1);
    assertThat(paid.txHash()).isEqualTo(second);
    assertThat(paid.blockHash()).isEqualTo(block);
    assertThat(paid.fee()).isEqualTo(fee);
    var outputs = reader.transactionIn(block, second).orElseThrow().outputs();
    long shares = 0;
    for (PayoutConfirmed.Paid one : paid.members()) {
      assertThat(outputs.get((int) one.vout()).sats()).isEqualTo(one.paid());
      shares += one.amount() - one.paid();
    }
    assertThat(shares).isEqualTo(fee);
    assertThat(world.all(MessageDelivered.class))
        .hasSize(3)
        .allMatch(one -> one.outcome() == Outcome.SUCCESS && one.ref().txHash().equals(second));
    assertThat(three).allMatch(txid -> world.desk.state(txid).equals("PAID"));
    assertThat(outputs.getLast().sats()).isEqualTo(World.FUNDS / 2 - 600_000);
  }

  @Test
  void whatAPayoutWouldCostIsToldBeforeAndIsWhatIsDeductedFromOneThatGoesAlone() {
    World world = new World(200);
    world.turn();
    PayoutFees told = world.all(PayoutFees.class).getFirst();
    assertThat(told.satsPerKvb()).isBetween(1_000L, told.mostSatsPerKvb());
    world.pass(Duration.ofMinutes(2));
    world.turn();
    assertThat(world.all(PayoutFees.class)).as("nothing has moved").hasSize(1);

    TxId txid = world.withdraw(100_000, address("bech32m"));
    world.turn();
    node.mine(2);
    world.turn();
    PayoutConfirmed.Paid paid = world.all(PayoutConfirmed.class).getFirst().members().getFirst();
    assertThat(paid.txid()).isEqualTo(txid);
    assertThat(paid.amount() - paid.paid()).isEqualTo(told.aloneSats());

    world.pass(Duration.ofMinutes(10));
    world.turn();
    assertThat(world.all(PayoutFees.class)).as("what is old counts no more").hasSize(2);
  }

  @Test
  void whenNoReplacementIsAllowedAChildPays() {
    World world = new World(1);
    TxId txid = world.withdraw(100_000, address("bech32"));
    world.turn();
    Hash parent = world.lastSent();
    world.pass(Duration.ofHours(1));
    world.turn();

    PsbtProposed child = world.all(PsbtProposed.class).getLast();
    assertThat(child.members()).isEmpty();
    assertThat(reader.mempoolEntry(parent).orElseThrow().descendants()).isEqualTo(2);
    node.mine(2);
    world.turn();
    assertThat(world.desk.state(txid)).isEqualTo("PAID");
    assertThat(world.all(PayoutConfirmed.class).getFirst().vaultFee()).isEqualTo(child.fee());
  }

  @Test
  void aWithdrawalThatCosignersRefuseIsLeftOutAndTheOthersArePaid() {
    World world = new World(200);
    TxId good = world.withdraw(100_000, address("bech32"));
    TxId forged = world.withdraw(150_000, address("bech32"));
    world.unknown.add(forged);
    world.turn();
    world.turn();

    assertThat(world.all(PsbtRefused.class))
        .allMatch(one -> one.reason().equals("NOT_ESCROWED") && forged.equals(one.member()));
    PsbtProposed second = world.all(PsbtProposed.class).getLast();
    assertThat(second.members()).containsExactly(good);
    assertThat(world.desk.state(forged)).isEqualTo("HELD");
    node.mine(2);
    world.turn();
    assertThat(world.desk.state(good)).isEqualTo("PAID");
    assertThat(world.all(MessageDelivered.class)).hasSize(1);

    assertThat(world.desk.timeline(forged).getFirst())
        .startsWith("PAYMENT REFUSED paid 149")
        .endsWith("signed 0 refused [NOT_ESCROWED]");
    assertThatThrownBy(() -> world.desk.release(good)).hasMessageContaining("it is PAID");
    world.unknown.clear();
    world.desk.release(forged);
    world.turn();
    node.mine(2);
    world.turn();
    assertThat(world.desk.state(forged)).as("it was there after all").isEqualTo("PAID");
    assertThat(world.desk.timeline(forged)).hasSize(3);
  }

  @Test
  void aBatchOfWhichNothingWillBeSignedLetsItsCoinsGo() {
    World world = new World(200);
    TxId forged = world.withdraw(1_500_000, address("bech32"));
    world.unknown.add(forged);
    world.turn();
    assertThat(world.desk.state(forged)).isEqualTo("HELD");

    TxId good = world.withdraw(1_600_000, address("bech32"));
    world.turn();
    node.mine(2);
    world.turn();
    assertThat(world.desk.state(good)).as("it takes both coins").isEqualTo("PAID");
    world.desk.fail(forged);
    assertThat(world.outcome(forged).ref().txHash()).isEqualTo(new Hash("0x" + "00".repeat(32)));
  }

  @Test
  void oneCosignerThatRefusesOrSignsAnotherAmountChangesNothing() throws Exception {
    World world = new World(200);
    String address = address("bech32");
    TxId txid = world.withdraw(100_000, address);
    world.desk.run();
    PsbtProposed asked = world.all(PsbtProposed.class).getFirst();

    String crooked = crooked(world, asked, address);
    world.desk.onFacts(
        List.of(
            new PsbtSigned(asked.batch(), 0, asked.vault(), "00000001", crooked, START),
            new PsbtSigned(asked.batch(), 0, asked.vault(), "00000001", "nonsense", START),
            new PsbtRefused(
                asked.batch(), 0, asked.vault(), "00000002", null, "FEE_TOO_HIGH", "x", START)));
    world.desk.run();
    assertThat(world.all(TransactionSent.class)).isEmpty();

    world.turn();
    assertThat(reader.mempoolEntry(world.lastSent())).isPresent();
    node.mine(2);
    world.turn();
    assertThat(world.desk.state(txid)).isEqualTo("PAID");
  }

  /** The same coin, signed by a true key, for a satoshi more. */
  private static String crooked(World world, PsbtProposed asked, String address) throws Exception {
    var input = VaultPsbt.transactionOf(asked.psbt()).txIn.getFirst().outPoint;
    long index = VaultPsbt.placesOf(asked.psbt()).getFirst().index();
    Spend spend =
        Spend.of(
            world.keys.descriptor(),
            List.of(new Coin(input, World.FUNDS / 2, 0, index)),
            List.of(
                new PayoutOrder(
                    asked.members().getFirst(),
                    Destination.parse(BitcoinNetwork.REGTEST, address),
                    100_001)),
            new FeeRate(asked.satsPerKvb()),
            asked.changeIndex());
    return VaultPsbt.of(world.keys.descriptor(), spend).sign(world.keys.keys().get(1)).base64();
  }

  @Test
  void aProposalThatPaysAnotherAmountOrAddressOrTooMuchFeeIsNotSigned() {
    World world = new World(200);
    world.withdraw(100_000, address("bech32"));
    world.desk.run();
    PsbtProposed right = world.all(PsbtProposed.class).getFirst();
    World.Signer signer = world.signers.getFirst();

    signer.cosigner.onFacts(
        List.of(
            proposal(right, "x-1", right.psbt(), right.satsPerKvb() + 700, right.changeIndex()),
            proposal(right, "x-2", right.psbt(), right.satsPerKvb(), right.changeIndex() + 1),
            proposal(right, "x-3", right.psbt(), 300_000, right.changeIndex()),
            proposal(right, "x-4", "AAAA", right.satsPerKvb(), right.changeIndex()),
            crookedProposal(right)));
    signer.cosigner.run();

    assertThat(world.all(PsbtSigned.class)).isEmpty();
    assertThat(world.all(PsbtRefused.class))
        .extracting(PsbtRefused::reason)
        .containsExactlyInAnyOrder(
            "OTHER_TRANSACTION",
            "OTHER_TRANSACTION",
            "FEE_TOO_HIGH",
            "UNREADABLE",
            "OTHER_TRANSACTION");
  }

  private static PsbtProposed crookedProposal(PsbtProposed right) {
    try {
      Transaction proposed = VaultPsbt.transactionOf(right.psbt());
      var input = proposed.txIn.getFirst();
      assertThat(input).isNotNull();
      return proposal(
          right,
          "x-5",
          withAnotherAmount(right, proposed),
          right.satsPerKvb(),
          right.changeIndex());
    } catch (VaultPsbt.Invalid e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whole and readable, only its amounts are others. */
  private static String withAnotherAmount(PsbtProposed right, Transaction proposed) {
    Psbt psbt =
        Objects.requireNonNull(Psbt.read(Base64.getDecoder().decode(right.psbt())).getRight());
    Transaction other =
        proposed.updateOutputs(
            List.of(
                proposed.txOut.getFirst().updateAmount(new Satoshi(99_000)),
                proposed.txOut.getLast()));
    var global =
        new Global(psbt.global.version, other, psbt.global.extendedPublicKeys, psbt.global.unknown);
    return Base64.getEncoder()
        .encodeToString(Psbt.write(new Psbt(global, psbt.inputs, psbt.outputs)).toByteArray());
  }

  private static PsbtProposed proposal(
      PsbtProposed right, String batch, String psbt, long rate, long changeIndex) {
    return new PsbtProposed(
        batch, 0, right.vault(), psbt, rate, right.fee(), right.members(), changeIndex, START);
  }

  @Test
  void nothingIsSignedThatCouldPayAWithdrawalTwiceOrThatWasCalledFailed() {
    World world = new World(200);
    TxId txid = world.withdraw(100_000, address("bech32"));
    world.desk.run();
    world.carry();
    assertThat(world.all(PsbtSigned.class)).isNotEmpty();
    World.Signer signer = world.signers.getFirst();
    Set<String> otherCoin = Set.of("00".repeat(32) + ":0");

    assertThat(signer.table.couldPayTwice(txid, otherCoin)).isTrue();
    assertThat(signer.neverSign(txid)).as("it signed a payment of it").isFalse();

    TxId failed = world.withdraw(120_000, address("bech32"));
    for (World.Signer one : world.signers) {
      assertThat(one.neverSign(failed)).isTrue();
    }
    world.turn();
    assertThat(world.all(PsbtRefused.class))
        .isNotEmpty()
        .allMatch(one -> one.reason().equals("CALLED_FAILED") && failed.equals(one.member()));
  }

  @Test
  void whatCanNeverBePaidFailsWithoutATransaction() {
    World world = new World(200);
    TxId elsewhere = world.withdraw(100_000, "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq");
    TxId dust = world.withdraw(200, address("bech32"));
    TxId late = world.withdraw(100_000, address("bech32"), Duration.ofMinutes(30));
    world.turn();
    world.turn();

    assertThat(world.all(PsbtProposed.class)).isEmpty();
    assertThat(world.all(MessageDelivered.class))
        .allMatch(one -> one.outcome() == Outcome.FAILED)
        .extracting(MessageDelivered::txid)
        .containsExactlyInAnyOrder(elsewhere, dust, late);
    assertThat(List.of(elsewhere, dust, late)).extracting(world.desk::state).containsOnly("FAILED");
  }

  @Test
  void afterACrashBetweenSigningAndSendingTheSameTransactionIsSentOnce() {
    World world = new World(200);
    TxId txid = world.withdraw(100_000, address("bech32"));
    world.desk.run();
    world.carry();
    Hash signed = world.lastSent();
    assertThat(reader.mempoolEntry(signed)).as("not sent yet").isEmpty();

    world.restart();
    world.desk.run();
    assertThat(reader.mempoolEntry(signed)).isPresent();
    world.restart();
    world.turn();
    assertThat(world.all(PsbtProposed.class)).hasSize(1);
    node.mine(2);
    world.restart();
    world.turn();
    world.restart();
    world.turn();
    assertThat(world.desk.state(txid)).isEqualTo("PAID");
    assertThat(world.all(MessageDelivered.class)).hasSize(1);
  }

  @Test
  void whatWasSignedButNotSentIsNotSentAfterTheDeadlineAndCosignersSignNothingThen() {
    World world = new World(200);
    world.withdraw(100_000, address("bech32"));
    world.desk.run();
    world.carry();
    Hash signed = world.lastSent();
    world.pass(World.LIFETIME);
    world.turn();

    assertThat(reader.mempoolEntry(signed)).isEmpty();
    World late = new World(200);
    late.withdraw(100_000, address("bech32"));
    late.desk.run();
    late.pass(World.LIFETIME);
    late.carry();
    assertThat(late.all(PsbtRefused.class))
        .isNotEmpty()
        .allMatch(one -> one.reason().equals("TOO_LATE"));
  }

  @Test
  void whatFailedIsConfirmedByEveryKeyThatSignedNothingAndNeverSignedAfterwards() {
    World world = new World(200);
    TxId small = world.withdraw(400, address("bech32"));
    world.turn();
    assertThat(world.all(PsbtProposed.class)).as("its share of the fee leaves dust").isEmpty();
    TxId unheard = world.withdraw(100_000, address("bech32"));
    world.desk.run();
    world.pass(World.LIFETIME);
    world.desk.run();
    assertThat(world.desk.state(unheard)).as("nobody has signed it").isEqualTo("WAITING");
    world.desk.run();

    for (TxId txid : List.of(small, unheard)) {
      MessageDelivered told = world.outcome(txid);
      assertThat(told.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(told.ref().txHash()).isEqualTo(new Hash("0x" + "00".repeat(32)));
      assertThat(world.witnesses(told)).allMatch(Testimony.Confirmed.class::isInstance);
      assertThat(world.outsider(told))
          .as("without a key nobody knows what was signed")
          .isInstanceOf(Testimony.Contradicted.class);
      assertThat(world.signers).allMatch(one -> one.table.isNever(txid));
    }
  }

  @Test
  void whatWasSignedAndNotSentInTimeIsCancelledAndItsEscrowGoesHome() {
    World world = new World(200);
    TxId txid = world.withdraw(100_000, address("bech32"));
    world.desk.run();
    world.carry();
    byte[] payment = world.desk.raw(txid);
    assertThat(world.witnesses(world.claim(txid, Outcome.FAILED)))
        .as("they have signed a payment of it")
        .allMatch(Testimony.Contradicted.class::isInstance);

    world.pass(World.LIFETIME);
    world.turn();
    world.restart();
    world.desk.run();
    PsbtProposed cancel = world.all(PsbtProposed.class).getLast();
    assertThat(cancel.cancels()).containsExactly(txid);
    Hash cancelled = world.waiting(cancel);
    assertThat(world.desk.state(txid)).isEqualTo("BATCHED");
    node.mine(1);
    world.desk.run();
    assertThat(world.all(MessageDelivered.class)).as("one block is not two").isEmpty();
    node.mine(1);
    world.desk.run();
    world.desk.run();

    assertThat(world.all(PsbtProposed.class)).hasSize(2);
    MessageDelivered told = world.outcome(txid);
    assertThat(told.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(told.ref().txHash()).isEqualTo(cancelled);
    assertThat(world.desk.state(txid)).isEqualTo("FAILED");
    assertThat(world.witnesses(told)).allMatch(Testimony.Confirmed.class::isInstance);
    PayoutConfirmed cost = world.all(PayoutConfirmed.class).getFirst();
    assertThat(cost.members()).isEmpty();
    assertThat(cost.vaultFee()).isEqualTo(cancel.fee());
    assertThat(reader.broadcast(payment).outcome())
        .isEqualTo(BitcoinBroadcast.Outcome.INPUTS_SPENT);
  }

  @Test
  void whatCostsMoreToCancelThanIsAllowedIsLeftAsItIsUntilMoreIsAllowed() {
    World world = new World(200);
    world.cancelFee = 20;
    TxId txid = world.withdraw(100_000, address("bech32"));
    world.desk.run();
    world.carry();
    world.restart();
    world.pass(World.LIFETIME);
    world.turn();
    world.turn();
    assertThat(world.all(PsbtProposed.class)).as("no cancellation").hasSize(1);
    assertThat(world.desk.state(txid)).isEqualTo("BATCHED");
    assertThatThrownBy(() -> world.desk.fail(txid)).hasMessageContaining("it is BATCHED");
    assertThat(world.witnesses(world.claim(txid, Outcome.FAILED)))
        .allMatch(Testimony.Contradicted.class::isInstance);

    world.cancelFee = 100_000;
    world.restart();
    world.turn();
    node.mine(2);
    world.turn();
    assertThat(world.desk.state(txid)).isEqualTo("FAILED");
    assertThat(world.witnesses(world.outcome(txid)))
        .allMatch(Testimony.Confirmed.class::isInstance);
  }

  @Test
  void aSignatureThatCameTooLateContradictsAFailureUntilItsNodeShowsTheCoinSpentOtherwise() {
    World world = new World(200);
    TxId late = world.withdraw(1_500_000, address("bech32"));
    world.desk.run();
    World.Signer signer = world.signers.getFirst();
    signer.ask(world.all(PsbtProposed.class).getFirst());
    world.pass(World.LIFETIME);
    world.desk.run();
    world.desk.run();
    MessageDelivered told = world.outcome(late);
    world.carry();
    assertThat(world.witnesses(told))
        .hasExactlyElementsOfTypes(
            Testimony.Contradicted.class, Testimony.Confirmed.class, Testimony.Confirmed.class);

    TxId next = world.withdraw(1_600_000, address("bech32"));
    world.turn();
    Hash spender = world.lastSent();
    node.mine(1);
    long height = node.height();
    assertThatThrownBy(() -> signer.show(late, spender, height)).hasMessageContaining("deep");
    Hash unrelated = node.pay(address("bech32"), 10_000);
    node.mine(1);
    world.turn();
    assertThat(world.desk.state(next)).isEqualTo("PAID");
    node.mine(1);
    assertThatThrownBy(() -> signer.show(late, unrelated, height + 1))
        .hasMessageContaining("no coin of what");
    assertThatThrownBy(() -> signer.show(late, spender, height + 1))
        .hasMessageContaining("in that block");
    assertThatThrownBy(() -> signer.show(next, spender, height))
        .hasMessageContaining("may have paid it");
    assertThat(signer.shown).isZero();

    signer.show(late, spender, height);

    assertThat(signer.shown).isEqualTo(1);
    assertThat(signer.dead.of(late))
        .singleElement()
        .satisfies(one -> assertThat(one.spentBy()).isEqualTo(spender));
    assertThat(world.witnesses(told)).allMatch(Testimony.Confirmed.class::isInstance);
    assertThat(signer.table.couldPayTwice(late, Set.of("00".repeat(32) + ":0"))).isFalse();
    assertThat(signer.table.isNever(late)).isTrue();
  }

  @Test
  void whatWasSentAndIsMinedBeforeItsCancellationIsPaid() {
    World world = new World(200);
    TxId txid = world.withdraw(100_000, address("bech32"));
    world.desk.run();
    world.carry();
    reader.broadcast(world.desk.raw(txid));
    world.pass(World.LIFETIME);
    world.turn();
    assertThat(world.all(PsbtProposed.class).getLast().cancels()).containsExactly(txid);
    node.mine(2);
    world.turn();

    assertThat(world.desk.state(txid)).isEqualTo("PAID");
    MessageDelivered told = world.outcome(txid);
    assertThat(told.outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(world.witnesses(told)).allMatch(Testimony.Confirmed.class::isInstance);
    assertThat(world.witnesses(world.claim(txid, Outcome.FAILED)))
        .allMatch(Testimony.Contradicted.class::isInstance);
    assertThat(world.all(MessageDelivered.class)).hasSize(1);
  }

  @Test
  void whatIsJammedAtItsDeadlineIsReplacedByItsCancellation() {
    World world = new World(200);
    TxId txid = world.withdraw(100_000, address("bech32"));
    world.turn();
    Hash jammed = world.lastSent();
    world.pass(World.LIFETIME);
    world.turn();
    Hash cancelled = world.waiting(world.all(PsbtProposed.class).getLast());
    assertThat(reader.mempoolEntry(jammed)).isEmpty();
    assertThat(world.witnesses(world.claim(txid, Outcome.FAILED)))
        .allMatch(Testimony.Contradicted.class::isInstance);

    node.mine(2);
    world.turn();
    MessageDelivered told = world.outcome(txid);
    assertThat(told.ref().txHash()).isEqualTo(cancelled);
    assertThat(world.witnesses(told)).allMatch(Testimony.Confirmed.class::isInstance);
  }

  @Test
  void whoIsTooLateIsLeftOutOfWhatWasNotSentAndFailsOnceTheOthersArePaid() {
    World world = new World(200);
    TxId patient = world.withdraw(100_000, address("bech32"));
    TxId hasty = world.withdraw(150_000, address("bech32"), Duration.ofHours(3));
    world.desk.run();
    world.carry();
    world.pass(Duration.ofHours(2));
    world.turn();
    assertThat(world.all(PsbtProposed.class).getLast().members()).containsExactly(patient);
    assertThat(world.desk.state(hasty)).isEqualTo("HELD");
    assertThatThrownBy(() -> world.desk.fail(hasty)).hasMessageContaining("may still be mined");
    assertThatThrownBy(() -> world.desk.release(hasty)).hasMessageContaining("deadline");
    node.mine(2);
    world.turn();
    world.turn();

    assertThat(world.desk.state(patient)).isEqualTo("PAID");
    assertThat(world.desk.state(hasty)).isEqualTo("FAILED");
    MessageDelivered told = world.outcome(hasty);
    assertThat(told.ref().txHash()).isEqualTo(world.outcome(patient).ref().txHash());
    assertThat(world.witnesses(told)).allMatch(Testimony.Confirmed.class::isInstance);
    assertThat(world.witnesses(world.claim(patient, Outcome.FAILED, told)))
        .allMatch(Testimony.Contradicted.class::isInstance);
  }

  @Test
  void aCancellationIsNotSignedBeforeItIsTooLateNorForMoreThanItMayCostNorTwice() {
    World world = new World(200);
    TxId txid = world.withdraw(100_000, address("bech32"));
    world.desk.run();
    world.carry();
    PsbtProposed payment = world.all(PsbtProposed.class).getFirst();
    Coin coin = world.coin(payment, 0);
    Coin other = world.otherCoin(coin);
    PsbtProposed early = world.cancellation(payment, "y-1", coin, 500, txid);
    PsbtProposed elsewhere = world.cancellation(payment, "y-2", other, 500, txid);
    PsbtProposed dear = world.cancellation(payment, "y-3", coin, 100_001, txid);
    World.Signer signer = world.signers.getFirst();
    signer.ask(early);
    assertThat(world.all(PsbtRefused.class).getLast().reason()).isEqualTo("TOO_EARLY");
    world.pass(World.LIFETIME);
    signer.ask(elsewhere);
    assertThat(world.all(PsbtRefused.class).getLast().reason()).isEqualTo("SIGNED_BEFORE");
    signer.ask(dear);
    assertThat(world.all(PsbtRefused.class).getLast().reason()).isEqualTo("FEE_TOO_HIGH");

    TxId unsigned = world.withdraw(90_000, address("bech32"), Duration.ZERO);
    signer.ask(world.cancellation(payment, "y-4", coin, 500, unsigned));
    signer.ask(world.cancellation(payment, "y-5", other, 500, unsigned));
    assertThat(world.all(PsbtSigned.class).getLast().batch()).isEqualTo("y-4");
    assertThat(world.all(PsbtRefused.class).getLast().reason()).isEqualTo("CANCELLED_BEFORE");
  }

  @Test
  void aSmallPaymentIsToldAfterTheBlocksOfItsTierAndAnOperatorGivesUpWhatNobodySigned() {
    World world = new World(200);
    TxId txid = world.withdraw(World.SMALL, address("bech32"));
    TxId tiny = world.withdraw(400, address("bech32"));
    world.turn();
    node.mine(1);
    world.turn();
    assertThat(world.desk.state(txid)).isEqualTo("PAID");

    assertThat(world.desk.state(tiny)).as("it waits for a lower fee").isEqualTo("WAITING");
    world.desk.fail(tiny);
    assertThat(world.outcome(tiny).outcome()).isEqualTo(Outcome.FAILED);
    assertThatThrownBy(() -> world.desk.fail(tiny)).hasMessageContaining("it is FAILED");
  }

  @Test
  void aWithdrawalFromATimeLockedVaultIsPaidWhenItsBlocksHaveComeAndSignedNoEarlier()
      throws Exception {
    World world = World.locked();
    String address = address("bech32");
    TxId txid = world.withdraw(100_000, address);
    world.turn();
    assertThat(world.desk.reason(txid)).isEqualTo("UNBONDING");
    node.mine(World.REST - 1);
    world.turn();
    assertThat(world.all(PsbtProposed.class)).isEmpty();

    tooEarly(world, txid, address);
    assertThat(world.all(PsbtSigned.class)).isEmpty();
    assertThat(world.all(PsbtRefused.class))
        .singleElement()
        .matches(one -> one.reason().equals("UNBONDING") && txid.equals(one.member()));

    node.mine(1);
    world.turn();
    Hash first = world.lastSent();
    assertThat(world.desk.reason(txid)).isEqualTo("NONE");
    assertThat(reader.mempoolEntry(first)).isPresent();
    world.pass(Duration.ofHours(1));
    world.turn();
    assertThat(world.lastSent()).as("replaced").isNotEqualTo(first);
    assertThat(world.all(PsbtProposed.class)).allMatch(one -> !one.members().isEmpty());
    node.mine(2);
    world.turn();
    assertThat(world.desk.state(txid)).isEqualTo("PAID");
  }

  /** Everything is right but the time. */
  private static void tooEarly(World world, TxId txid, String address) throws Exception {
    Spend spend =
        Spend.of(
            world.keys.descriptor(),
            List.of(world.coins.getFirst()),
            List.of(
                new PayoutOrder(txid, Destination.parse(BitcoinNetwork.REGTEST, address), 100_000)),
            FeeRate.ofSatsPerVbyte(2),
            0);
    World.Signer signer = world.signers.getFirst();
    String psbt = VaultPsbt.of(world.keys.descriptor(), spend).base64();
    signer.cosigner.onFacts(
        List.of(
            new PsbtProposed(
                "early-1",
                0,
                world.vault.id(),
                psbt,
                2_000,
                spend.fee(),
                List.of(txid),
                0,
                START)));
    signer.cosigner.run();
  }

  @Test
  void aCosignerThatSawAWithdrawalLaterIsAskedAnewWithEachBlockAndNothingIsHeld() {
    World world = World.locked();
    world.late.addAll(world.signers.subList(1, 3));
    TxId txid = world.withdraw(100_000, address("bech32"));
    world.turn();
    node.mine(2);
    world.late.clear();
    world.turn();
    node.mine(World.REST - 2);
    world.turn();
    world.turn();
    assertThat(world.all(PsbtSigned.class)).hasSize(1);
    assertThat(world.all(PsbtRefused.class))
        .hasSize(2)
        .allMatch(one -> one.reason().equals("UNBONDING") && txid.equals(one.member()));
    assertThat(world.all(PsbtProposed.class)).hasSize(1);
    assertThat(world.desk.state(txid)).isEqualTo("BATCHED");

    node.mine(1);
    world.turn();
    node.mine(1);
    world.turn();
    assertThat(reader.mempoolEntry(world.lastSent())).isPresent();
    node.mine(2);
    world.turn();
    assertThat(world.desk.state(txid)).isEqualTo("PAID");
  }

  @Test
  void anArtifactOfOnePrimitiveBecomesOneOfTheOtherByAWithdrawalToItsVault() {
    World plain = new World(200);
    World locked = World.locked();
    TxId there = plain.withdraw(300_000, locked.address(7));
    plain.turn();
    node.mine(2);
    plain.turn();
    assertThat(plain.desk.state(there)).isEqualTo("PAID");
    PayoutConfirmed paid = plain.all(PayoutConfirmed.class).getFirst();
    assertThat(locked.holdings()).isEqualTo(World.FUNDS + paid.members().getFirst().paid());
    assertThat(plain.holdings()).isEqualTo(World.FUNDS - 300_000);

    long all = locked.holdings();
    TxId back = locked.withdraw(all, plain.address(9));
    locked.turn();
    node.mine(World.REST - 1);
    locked.turn();
    assertThat(locked.desk.reason(back)).isEqualTo("UNBONDING");
    node.mine(1);
    locked.turn();
    node.mine(2);
    locked.turn();
    assertThat(locked.desk.state(back)).isEqualTo("PAID");
    long returned = locked.all(PayoutConfirmed.class).getFirst().members().getFirst().paid();
    assertThat(plain.holdings()).isEqualTo(World.FUNDS - 300_000 + returned);
    assertThat(locked.holdings()).isZero();
  }

  @Test
  void aCoinThatWasPaidInLatelyIsNotUsedWhateverTheWithdrawalWaitedFor() {
    World world = World.locked();
    TxId txid = world.withdraw(World.FUNDS + 50_000, address("bech32"));
    world.turn();
    node.mine(World.REST - 4);
    node.pay(world.address(3), 100_000);
    node.mine(4);
    world.turn();
    assertThat(world.desk.reason(txid)).isEqualTo("COINS_REST");
    node.mine(World.REST - 4);
    world.turn();
    node.mine(2);
    world.turn();
    assertThat(world.desk.state(txid)).isEqualTo("PAID");
  }

  private static String address(String type) {
    return node.wallet("getnewaddress", "", type).asString();
  }

  /** One vault, its coordinator and its three cosigners. */
  private static final class World {
    static final long FUNDS = 2_000_000;
    static final long SMALL = 50_000;
    static final Duration LIFETIME = Duration.ofDays(2);
    static final int REST = 10;

    final class Signer {
      final Store store;
      final CosignTable table;
      final Withdrawals checked;
      final Cosigner cosigner;
      final BitcoinWitness witness;
      final DeadPayments dead;
      int read;
      int shown;

      /** Only this one is asked. */
      void ask(PsbtProposed fact) {
        store.transactions().executeWithoutResult(s -> cosigner.onFacts(List.of(fact)));
        cosigner.run();
      }

      /** An operator points at a transaction. */
      void show(TxId withdrawal, Hash transaction, long height) {
        dead.show(withdrawal, transaction, height, () -> shown++);
      }

      boolean neverSign(TxId txid) {
        return Boolean.TRUE.equals(
            store.transactions().execute(status -> table.neverSign(txid, null, START)));
      }

      Signer(int at) {
        this.store = STORES.get(at);
        this.table = new CosignTable(store.jdbc());
        this.witness =
            witness(
                store,
                Optional.of(
                    new KeptPromise(Set.of(vault.id()), table, store.transactions(), clock)));
        this.checked = new Withdrawals(store.jdbc());
        this.dead = new DeadPayments(table, checked, witness, store.transactions(), clock);
        this.cosigner =
            new Cosigner(
                vault,
                keys.keys().get(at),
                new Escrows() {
                  @Override
                  public Optional<CrossChainMessage> checked(TxId txid) {
                    return unknown.contains(txid)
                        ? Optional.empty()
                        : Optional.ofNullable(escrowed.get(txid));
                  }

                  @Override
                  public void note(LongSupplier height) {
                    if (checked.areUnnoted()) {
                      checked.note(height.getAsLong());
                    }
                  }

                  @Override
                  public OptionalLong seenAt(TxId txid) {
                    return checked.notedAt(txid);
                  }

                  @Override
                  public boolean isPending(CrossChainMessage message) {
                    return true;
                  }
                },
                new CosignSettings(
                    Path.of("none"),
                    Path.of("none"),
                    250,
                    20_000,
                    100_000,
                    Duration.ofHours(1),
                    0,
                    Duration.ofSeconds(1)),
                new Cosigner.Desk(table, World.this::tell, store.transactions(), clock),
                new SimpleMeterRegistry());
      }
    }

    final TestVault keys;
    final PayoutVault vault;
    final Set<Signer> late = new HashSet<>();
    final Map<TxId, CrossChainMessage> escrowed = new HashMap<>();
    final Set<TxId> unknown = new HashSet<>();
    final List<SuiteEvent> facts = new ArrayList<>();
    final List<Coin> coins = new ArrayList<>();
    final List<MessageFinal> escrows = new ArrayList<>();
    final List<Signer> signers;
    final long most;
    long cancelFee = 100_000;
    private Instant now = START;
    private final Clock clock =
        new Clock() {
          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
    TestDesk desk;
    private int read;
    private int messages;

    World(long most) {
      this(most, TestVault.of(2, 3, 10 + 3 * vaults++));
    }

    /** Its coins have rested. */
    static World locked() {
      World world = new World(200, TestVault.timeLocked(REST, 2, 3, 10 + 3 * vaults++));
      node.mine(REST);
      return world;
    }

    private World(long most, TestVault keys) {
      this.most = most;
      this.keys = keys;
      this.vault = new PayoutVault(keys.descriptor(), reader, 1_000);
      this.signers = List.of(new Signer(0), new Signer(1), new Signer(2));
      for (int index = 0; index < 2; index++) {
        coins.add(fund(index));
      }
      node.mine(1);
      restart();
    }

    private Coin fund(int index) {
      String address = address(index);
      Hash paid = node.pay(address, FUNDS / 2);
      String script = BitcoinAddresses.scriptOf(BitcoinNetwork.REGTEST, address).orElseThrow();
      long vout =
          reader.waiting(paid).orElseThrow().outputs().stream()
              .filter(one -> one.script().equals(script))
              .findFirst()
              .orElseThrow()
              .outpoint()
              .vout();
      return new Coin(
          new OutPoint(new fr.acinq.bitcoin.TxId(paid.hex().substring(2)), vout),
          FUNDS / 2,
          0,
          index);
    }

    String address(long index) {
      return keys.descriptor().script(0, index).address(BitcoinNetwork.REGTEST);
    }

    long holdings() {
      return unspent().stream().mapToLong(one -> one.output().sats()).sum();
    }

    private List<UnspentOutput> unspent() {
      return reader
          .unspentUnder(List.of(keys.descriptor().forNode(0), keys.descriptor().forNode(1)), 1_000)
          .outputs();
    }

    /** Everything in memory is gone. */
    void restart() {
      Store store = STORES.getFirst();
      desk = new TestDesk(vault, settings(), store.jdbc(), store.transactions(), this::tell, clock);
    }

    private PayoutSettings settings() {
      return new PayoutSettings(
          Duration.ofSeconds(1),
          Duration.ZERO,
          50,
          50,
          6,
          most,
          1,
          5,
          Duration.ofMinutes(45),
          Duration.ofHours(3),
          20_000,
          cancelFee,
          Duration.ofHours(1),
          2,
          List.of(new FinalityTier(TokenAmount.of(SMALL), 1)));
    }

    private BitcoinWitness witness(Store store, Optional<PaymentPromise> promise) {
      VaultSettings settings =
          new VaultSettings(
              keys.descriptor().text(),
              HandlerId.of(new ChainName("Alpha"), new EvmAddress("0x" + "22".repeat(20))),
              0,
              1,
              2,
              List.of());
      return TestWitness.of(reader, TestVaults.of(vault.chain(), settings), store.jdbc(), promise);
    }

    /** What each cosigner's validator says of this outcome. */
    List<Testimony> witnesses(MessageDelivered told) {
      CrossChainMessage message = Objects.requireNonNull(escrowed.get(told.txid()));
      return signers.stream()
          .map(one -> one.witness.outcome(message, told.outcome(), told.ref()))
          .toList();
    }

    /** What a validator without a key says of it. */
    Testimony outsider(MessageDelivered told) {
      return witness(STORES.getFirst(), Optional.empty())
          .outcome(Objects.requireNonNull(escrowed.get(told.txid())), told.outcome(), told.ref());
    }

    /** What somebody claims of it, without any transaction. */
    MessageDelivered claim(TxId txid, Outcome outcome) {
      Hash nothing = new Hash("0x" + "00".repeat(32));
      LogRef ref = new LogRef(vault.chain(), node.height(), nothing, START, nothing, 0);
      return new MessageDelivered(txid, outcome, ref, NO_COST, START);
    }

    /** The same where something else ended so. */
    MessageDelivered claim(TxId txid, Outcome outcome, MessageDelivered other) {
      return new MessageDelivered(txid, outcome, other.ref(), NO_COST, START);
    }

    MessageDelivered outcome(TxId txid) {
      List<MessageDelivered> told =
          all(MessageDelivered.class).stream().filter(one -> one.txid().equals(txid)).toList();
      assertThat(told).hasSize(1);
      return told.getFirst();
    }

    /** It is signed and in the mempool. */
    Hash waiting(PsbtProposed fact) {
      Hash hash = hashOf(fact);
      assertThat(reader.mempoolEntry(hash)).isPresent();
      return hash;
    }

    private static Hash hashOf(PsbtProposed fact) {
      try {
        return new Hash("0x" + VaultPsbt.transactionOf(fact.psbt()).txid);
      } catch (VaultPsbt.Invalid e) {
        throw new IllegalStateException(e);
      }
    }

    /** What a proposal spends. */
    Coin coin(PsbtProposed fact, int input) {
      try {
        VaultPsbt.Place place = VaultPsbt.placesOf(fact.psbt()).get(input);
        return new Coin(
            VaultPsbt.transactionOf(fact.psbt()).txIn.get(input).outPoint,
            FUNDS / 2,
            place.branch(),
            place.index());
      } catch (VaultPsbt.Invalid e) {
        throw new IllegalStateException(e);
      }
    }

    Coin otherCoin(Coin coin) {
      return coins.stream()
          .filter(one -> !one.outpoint().equals(coin.outpoint()))
          .findFirst()
          .orElseThrow();
    }

    PsbtProposed cancellation(PsbtProposed like, String batch, Coin coin, long fee, TxId txid) {
      try {
        Spend spend = Spend.toItself(keys.descriptor(), coin, fee, like.changeIndex());
        return new PsbtProposed(
            batch,
            0,
            like.vault(),
            VaultPsbt.of(keys.descriptor(), spend).base64(),
            like.satsPerKvb(),
            fee,
            List.of(),
            like.changeIndex(),
            START,
            List.of(txid));
      } catch (Spend.Impossible e) {
        throw new IllegalStateException(e);
      }
    }

    private void tell(List<? extends SuiteEvent> told) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              facts.addAll(told);
            }
          });
    }

    TxId withdraw(long sats, String address) {
      return withdraw(sats, address, LIFETIME);
    }

    TxId withdraw(long sats, String address, Duration lifetime) {
      int number = ++messages;
      TxId txid = TxId.of(vault.id().toBigInteger().xor(BigInteger.valueOf(number)));
      BtcPayload payload =
          new BtcPayload(
              new Hash("0x" + "00".repeat(32)),
              BigInteger.valueOf(number),
              address,
              new EvmAddress("0x" + "11".repeat(20)),
              TokenAmount.of(sats));
      CrossChainMessage message =
          new CrossChainMessage(
              txid,
              HandlerId.of(new ChainName("Alpha"), new EvmAddress("0x" + "22".repeat(20))),
              vault.id(),
              new EvmAddress("0x" + "11".repeat(20)),
              number,
              PayloadType.BTC_WITHDRAW,
              Hex.encode(
                  new MessageV1(BigInteger.ONE, PayloadType.BTC_WITHDRAW, payload.encode())
                      .encode()),
              null,
              new Terms(number, new Gas(200_000), now.plus(lifetime)));
      escrowed.put(txid, message);
      noted(message);
      desk.queue(message);
      return txid;
    }

    private void noted(CrossChainMessage message) {
      Hash any = new Hash("0x" + "33".repeat(32));
      MessageFinal fact =
          new MessageFinal(
              message.txid(),
              message,
              new LogRef(message.from().chain(), 1, any, now, any, 0),
              now);
      escrows.add(fact);
      see();
    }

    /** Who is not late sees what is final at its source. */
    private void see() {
      signers.stream()
          .filter(one -> !late.contains(one))
          .forEach(one -> one.checked.add(escrows, now));
    }

    /** Facts to the cosigners, their answers to the desk. */
    void carry() {
      for (Signer one : signers) {
        List<PsbtEvent> unread = psbts(one.read);
        one.read = facts.size();
        one.store.transactions().executeWithoutResult(s -> one.cosigner.onFacts(unread));
        one.cosigner.run();
      }
      List<PsbtEvent> unread = psbts(read);
      read = facts.size();
      desk.onFacts(unread);
    }

    private List<PsbtEvent> psbts(int from) {
      return facts.subList(from, facts.size()).stream()
          .filter(PsbtEvent.class::isInstance)
          .map(PsbtEvent.class::cast)
          .toList();
    }

    void turn() {
      see();
      desk.run();
      carry();
      desk.run();
    }

    void pass(Duration time) {
      now = now.plus(time);
    }

    <E extends SuiteEvent> List<E> all(Class<E> type) {
      return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    Hash lastSent() {
      return all(TransactionSent.class).getLast().txHash();
    }
  }
}
